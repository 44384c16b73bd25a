import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

/** What both bundles hold of others. */
const BUNDLED = ['@dagrejs/dagre', '@dagrejs/graphlib'];

/** lib/picture/dagre.ts: the layout library in one piece. */
export async function librarySource(root: string): Promise<string> {
  return [
    '// @ts-nocheck -- a library, bundled by `npm run page`: not edited here',
    licences(root),
    "import type { LayoutLibrary } from './layout-library';",
    '',
    await bundleOf(root, { entryPoints: ['@dagrejs/dagre'], globalName: 'dagre' }),
    'export const { graphlib, layout }: LayoutLibrary = dagre;',
    '',
  ].join('\n');
}

/** lib/picture/page-script.ts: the program of the page, with the layout library as lib/picture/dagre.ts has it. */
export async function programSource(root: string): Promise<string> {
  const tsconfig = 'lib/picture/browser/tsconfig.json';
  const program = await bundleOf(root, { entryPoints: ['lib/picture/browser/index.ts'], tsconfig });
  return [
    '/** The program of the page, bundled from browser/index.ts by `npm run page`: not edited here. */',
    `export const pageScript: string = ${JSON.stringify(`${licences(root)}\n${program}`)};`,
    '',
  ].join('\n');
}

async function bundleOf(root: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: 'es2022',
    charset: 'ascii',
    legalComments: 'none',
    ...options,
  });
  return (outputFiles ?? []).map(({ text }) => text.trim()).join('');
}

/** What is bundled is given on with its licence. */
function licences(root: string): string {
  const texts = BUNDLED.map((name) => {
    const text = readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8');
    return `${name}: ${text.trim()}`;
  });
  return `/*\n${texts.join('\n\n')}\n*/`;
}
