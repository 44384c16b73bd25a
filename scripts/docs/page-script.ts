import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** The program of the page that `explain --format html` writes, as the source that holds it. */
export async function pageScriptSource(root: string): Promise<string> {
  // What is bundled is given on with its licence.
  const licences = ['@dagrejs/dagre', '@dagrejs/graphlib'].map(
    (name) => `${name}: ${readFileSync(join(root, 'node_modules', name, 'LICENSE'), 'utf8').trim()}`,
  );
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: ['lib/picture/browser/index.ts'],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    charset: 'ascii',
    banner: { js: `/*\n${licences.join('\n\n')}\n*/` },
    legalComments: 'none',
    tsconfig: 'lib/picture/browser/tsconfig.json',
  });
  const text = outputFiles.map((file) => file.text).join('');
  return [
    '/** The program of the page, bundled from browser/index.ts by `npm run page`: not edited here. */',
    `export const pageScript = ${JSON.stringify(text.trim())};`,
    '',
  ].join('\n');
}
