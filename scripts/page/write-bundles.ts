import { writeFileSync } from 'node:fs';
import { librarySource, programSource } from './bundles';

/** `npm run page`: bundles the layout library, and then the program of the page with a picture, which has it inside. */
async function writeBundles(root: string): Promise<void> {
  writeFileSync('lib/picture/dagre.ts', await librarySource(root));
  writeFileSync('lib/picture/page-script.ts', await programSource(root));
}

void writeBundles(process.cwd());
