import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  createCompilerHost,
  createProgram,
  createSourceFile,
  flattenDiagnosticMessageText,
  getPreEmitDiagnostics,
  parseConfigFileTextToJson,
  parseJsonConfigFileContent,
  sys,
} from 'typescript';
import { blocksOf } from '../support/recipes';

const REPOSITORY = resolve(__dirname, '../..');
const PAGES = join(REPOSITORY, 'docs/recipes');

/** The whole programs of the recipes, each as a file that would stand beside main.ts. */
const programs = new Map(
  readdirSync(PAGES)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) =>
      blocksOf(join(PAGES, name))
        .filter(({ language, note, text }) => language === 'ts' && note === '' && /^import .*'cdk8s'/m.test(text))
        .map(({ line, text }) => [join(REPOSITORY, `${name}-${line}.ts`), text] as const),
    ),
);

function typeErrors(files: ReadonlyMap<string, string>): string[] {
  const text = sys.readFile(join(REPOSITORY, 'tsconfig.json')) ?? '';
  const { config } = parseConfigFileTextToJson('tsconfig.json', text) as { readonly config: object };
  const { options } = parseJsonConfigFileContent({ ...config, include: [] }, sys, REPOSITORY);
  const host = createCompilerHost({ ...options, noEmit: true });
  const fileExists = host.fileExists.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (path) => files.has(resolve(path)) || fileExists(path);
  host.getSourceFile = (path, language, ...rest) => {
    const own = files.get(resolve(path));
    return own === undefined ? getSourceFile(path, language, ...rest) : createSourceFile(path, own, language);
  };
  const program = createProgram({
    rootNames: [...files.keys()],
    options: { ...options, noEmit: true, types: ['node'] },
    host,
  });
  return [...files.keys()].flatMap((path) =>
    getPreEmitDiagnostics(program, program.getSourceFile(path)).map(
      ({ messageText }) => `${path}: ${flattenDiagnosticMessageText(messageText, ' ')}`,
    ),
  );
}

test('given the programs of the recipes and one with a member that is not there, then TypeScript refuses that one alone', () => {
  const wrong = [
    join(REPOSITORY, 'wrong.ts'),
    "import type { InterlokChart } from './lib';\nexport const size = (chart: InterlokChart) => chart.sise;\n",
  ] as const;

  expect(programs.size).toBeGreaterThan(20);
  expect(typeErrors(new Map([...programs, wrong]))).toEqual([expect.stringMatching(/wrong\.ts: Property 'sise'/)]);
});
