import type { EditorSchemaOptions } from '../../lib/interlok';

/** What became of one setting of a compose file. */
export interface Row {
  /** The setting, for example `environment.TZ`. */
  readonly setting: string;
  /** Its value, as far as a table shows it. */
  readonly value: string;
  /** What it is now; or that nothing is to be written, or that it has no place, and why. */
  readonly became: string;
}

/** Something that has to be in the cluster before the manifests are applied, as the command that makes it. */
export type Preparation = string;

/** What the settings of a service are in main.ts. */
export interface Translation {
  readonly rows: readonly Row[];
  /** Props of the chart, as code, for example `Size.mebibytes(512)`; a field of one by `env.TZ`. */
  readonly props: Readonly<Record<string, string>>;
  readonly preparations: readonly Preparation[];
  /**
   * The components of the image, as far as its name tells them.
   * @default - those of the default image
   */
  readonly components?: ImageComponents;
}

/** What is known of the components in an image. */
export type ImageComponents = Pick<EditorSchemaOptions, 'release' | 'modules'>;

/** A part of a {@link Translation}. */
export type Part = Partial<Translation>;

export const nothing = (why: string): string => `nothing to write: ${why}`;
export const noPlace = (why: string): string => `no place: ${why}`;

/** A setting that becomes a prop. */
export function asProp(setting: string, value: string, prop: string, code: string, why = ''): Part {
  const became = `${prop.replace('.', ': { ')}: ${code}${prop.includes('.') ? ' }' : ''}`;
  return { rows: [{ setting, value, became: why === '' ? became : `${became}; ${why}` }], props: { [prop]: code } };
}

/** A setting that becomes no prop. */
export function asRow(setting: string, value: string, became: string): Part {
  return { rows: [{ setting, value, became }] };
}

/** Several parts as one, in their order; of two values of a prop the first counts. */
export function join(parts: readonly Part[]): Translation {
  const props = parts.flatMap((part) => Object.entries(part.props ?? {}));
  const components = parts.find((part) => part.components !== undefined)?.components;
  return {
    ...(components === undefined ? {} : { components }),
    rows: parts.flatMap(({ rows = [] }) => rows),
    props: Object.fromEntries(props.filter(([prop], i) => props.findIndex(([other]) => other === prop) === i)),
    preparations: parts.flatMap(({ preparations = [] }) => preparations),
  };
}

/** A text as a literal of TypeScript. */
export function literal(text: string): string {
  const quoted = JSON.stringify(text);
  return text.includes("'") ? quoted : `'${quoted.slice(1, -1).replaceAll('\\"', '"')}'`;
}

/** A list of texts as a literal of TypeScript. */
export function listLiteral(texts: readonly string[]): string {
  return `[${texts.map(literal).join(', ')}]`;
}
