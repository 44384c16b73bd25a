import { writeFileSync } from 'node:fs';
import { pageScriptSource } from './page-script';

/** `npm run page`: bundles the program of the page with a picture. */
void pageScriptSource(process.cwd()).then((source) => writeFileSync('lib/picture/page-script.ts', source));
