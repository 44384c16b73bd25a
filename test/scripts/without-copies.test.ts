import { createRequire } from 'node:module';
import { buildSync } from 'esbuild';
import { directoryOf } from '../support/config';

const { withoutCopies } = createRequire(__filename)('../../scripts/runner/without-copies.cjs') as {
  withoutCopies: (code: string) => string;
};

/** Bundles the files as the runner does, and gives what `main.ts` exports. */
function run(files: Readonly<Record<string, string>>): { readonly code: string; readonly exports: unknown } {
  const directory = directoryOf(files);
  const { outputFiles } = buildSync({
    entryPoints: [`${directory}/main.ts`],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    minifyWhitespace: true,
    minifySyntax: true,
  });
  const bundled = outputFiles[0]?.text ?? '';
  const code = withoutCopies(bundled);
  expect(code).toHaveLength(bundled.length);
  const module = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call
  new Function('module', 'exports', code)(module, module.exports);
  return { code: code === bundled ? 'as it was' : code, exports: { ...module.exports } };
}

test('given a module compiled from an ES module, when it is imported, then its exports are used without a copy', () => {
  const { code, exports } = run({
    'compiled.js': `Object.defineProperty(exports, '__esModule', { value: true }); exports.word = 'a'; exports.self = exports;`,
    'main.ts': `import { self, word } from './compiled'; import * as all from './compiled'; export { word }; export const same = all === self;`,
  });

  expect(code).toContain('.__esModule?');
  expect(exports).toEqual({ word: 'a', same: true });
});

test('given a plain CommonJS module, when it is imported, then its default is the module', () => {
  const { code, exports } = run({
    'plain.js': `module.exports = { word: 'b' };`,
    'main.ts': `import plain, { word } from './plain'; export { word }; export const one = plain.word;`,
  });

  expect(code).not.toBe('as it was');
  expect(exports).toEqual({ word: 'b', one: 'b' });
});

test('given a bundle without that helper, when it is changed, then it is as it was', () => {
  expect(withoutCopies('var a=1;')).toBe('var a=1;');
});
