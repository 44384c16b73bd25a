import { literal } from './translation';

/** Where the names in props come from. */
const MODULES: Readonly<Record<string, readonly string[]>> = {
  cdk8s: ['App', 'Size'],
  'cdk8s-interlok': ['InterlokChart', 'InterlokImage', 'LoadBalancing', 'Variable'],
  'cdk8s-plus-27': ['Cpu'],
};
const WIDTH = 100;

/** Code, or the fields of an object. */
type Code = string | Readonly<Record<string, string>>;

/**
 * A main.ts with one adapter.
 *
 * @param props code by prop; those with a dot in their name are fields of one object
 */
export function mainFile(name: string, config: string, props: Readonly<Record<string, string>>): string {
  const fields = { config: literal(config), ...nested(props) };
  const statement = chart(name, fields);
  const used = (each: string): boolean => each === 'App' || new RegExp(String.raw`\b${each}[.(]`).test(statement);
  const imports = Object.entries(MODULES)
    .map(([module, names]): [string, string[]] => [module, names.filter(used)])
    .filter(([, names]) => names.length > 0)
    .map(([module, names]) => `import { ${names.join(', ')} } from '${module}';`);
  return [...imports, '', 'const app = new App();', statement, 'app.synth();', ''].join('\n');
}

function chart(name: string, fields: Readonly<Record<string, Code>>): string {
  const line = `new InterlokChart(app, ${literal(name)}, ${oneLine(fields)});`;
  if (line.length <= WIDTH) return line;
  const entries = Object.entries(fields).map(([field, code]) => `  ${field}: ${printed(code, field.length)},`);
  return [`new InterlokChart(app, ${literal(name)}, {`, ...entries, '});'].join('\n');
}

function printed(code: Code, before: number): string {
  const line = oneLine(code);
  if (typeof code === 'string' || before + line.length <= WIDTH) return line;
  return ['{', ...Object.entries(code).map(([field, value]) => `    ${key(field)}: ${value},`), '  }'].join('\n');
}

function oneLine(code: string | Readonly<Record<string, Code>>): string {
  if (typeof code === 'string') return code;
  const entries = Object.entries(code).map(([field, value]) => `${key(field)}: ${oneLine(value)}`);
  return `{ ${entries.join(', ')} }`;
}

function key(field: string): string {
  return /^[A-Za-z_]\w*$/.test(field) ? field : literal(field);
}

/** `resources.memory` and `resources.cpuRequest` as one `resources`. */
function nested(props: Readonly<Record<string, string>>): Record<string, Code> {
  const fields: Record<string, Code> = {};
  for (const [prop, code] of Object.entries(props)) {
    const [, outer, inner] = /^(\w+)\.(.+)$/s.exec(prop) ?? [];
    if (outer === undefined || inner === undefined) fields[prop] = code;
    else fields[outer] = { ...(fields[outer] as Record<string, string> | undefined), [inner]: code };
  }
  return fields;
}
