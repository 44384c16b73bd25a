import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { execFileSync } from 'node:child_process';

const REPOSITORY = resolve(__dirname, '..');

/** What the linter says of imports, in files that need not exist. ESLint is an ES module: it runs in a process of its own. */
function messagesOf(files: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const program = `
    import { ESLint } from 'eslint';
    import tseslint from 'typescript-eslint';
    import { layers } from './eslint.layers.mjs';
    const eslint = new ESLint({
      overrideConfigFile: true,
      overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: tseslint.parser } }, ...layers],
    });
    const said = {};
    for (const [filePath, text] of Object.entries(${JSON.stringify(files)}))
      said[filePath] = (await eslint.lintText(text, { filePath })).flatMap((r) => r.messages.map((m) => m.message));
    console.log(JSON.stringify(said));
  `;
  const out = execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: REPOSITORY });
  return JSON.parse(out.toString()) as Record<string, string[]>;
}

describe('the layers of lib/', () => {
  const wrong: Readonly<Record<string, readonly [text: string, why: string]>> = {
    'lib/interlok/model/a.ts': ["import { App } from 'cdk8s';", 'lib/interlok knows Interlok alone'],
    'lib/interlok/files/b.ts': ["import { model } from '../model';", 'does not know what they mean together'],
    'lib/interlok/rules/loads/c.ts': ["import { x } from '../../../kubernetes';", 'lib/interlok knows Interlok alone'],
    'lib/interlok/d.ts': ["import { haproxy } from '../haproxy';", 'lib/interlok knows Interlok alone'],
    'lib/haproxy/options/e.ts': ["import { x } from '../../interlok';", 'lib/haproxy knows HAProxy alone'],
    'lib/controller/f.ts': ["import { x } from '../interlok';", 'lib/controller knows nothing of Interlok'],
    'lib/kubernetes/props/g.ts': ["import { x } from '../pod';", 'props/ stands below what is made of them'],
    'lib/kubernetes/pod/h.ts': ["import { port } from '../traffic/ports';", "past another room's index"],
    'lib/kubernetes/i.ts': ["import { port } from './traffic/ports';", "past another room's index"],
    'lib/findings/j.ts': ["import { Chart } from 'cdk8s';", 'no cdk8s here'],
  };
  const right: Readonly<Record<string, string>> = {
    'lib/interlok/rules/loads/k.ts': "import { a } from '../rule-check';\nimport { b } from '../../reading';",
    'lib/kubernetes/pod/l.ts': "import { a } from '../traffic';\nimport { b } from './drain';\nimport 'cdk8s';",
    'lib/controller/m.ts': "import { a } from '../haproxy';\nimport { b } from '../objects';",
  };
  const texts = Object.fromEntries(Object.entries(wrong).map(([file, [text]]) => [file, text]));
  const said = messagesOf({ ...texts, ...right });

  test.each(Object.entries(wrong))('%s is told why its import is wrong', (file, [, why]) => {
    expect(said[file]).toEqual([expect.stringContaining(why)]);
  });

  test.each(Object.keys(right))('%s may import what it does', (file) => {
    expect(said[file]).toEqual([]);
  });
});

describe('the files of lib/', () => {
  const lib = join(REPOSITORY, 'lib');
  const files = readdirSync(lib, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => join(lib, file));
  const imports = new Map(files.map((file) => [file, importsOf(file, new Set(files))]));

  test('import one another in no circle', () => {
    const done = new Set<string>();
    const visit = (file: string, path: readonly string[]): readonly string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const next of imports.get(file) ?? []) {
        const circle = visit(next, [...path, file]);
        if (circle !== undefined) return circle;
      }
      done.add(file);
      return undefined;
    };
    const circle = files.map((file) => visit(file, [])).find((found) => found !== undefined);

    expect(circle?.map((file) => relative(REPOSITORY, file))).toBeUndefined();
    expect([...imports.values()].flat().length).toBeGreaterThan(files.length); // it followed imports at all
  });

  test('stand in a folder with an index', () => {
    const folders = [...new Set(files.map((file) => dirname(file)))];

    expect(folders.filter((folder) => !files.includes(join(folder, 'index.ts')))).toEqual([]);
  });
});

/** The files that a file imports, types included. */
function importsOf(file: string, known: ReadonlySet<string>): readonly string[] {
  const specifiers = [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']*)'/g)].map(
    ([, specifier]) => specifier ?? '',
  );
  return specifiers
    .map((specifier) => join(dirname(file), specifier))
    .map((path) => (known.has(`${path}.ts`) ? `${path}.ts` : join(path, 'index.ts')))
    .filter((path) => known.has(path));
}
