/* Loaded into the processes of an app before anything else: what its charts find is gathered, instead of thrown one by one. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installCollector } from '../../lib/findings';

/** The environment variable that names the directory for what is found: a file of each process that finds something. */
const DIRECTORY = 'CDK8S_INTERLOK_FINDINGS';

const directory = process.env[DIRECTORY];
if (directory !== undefined) {
  const { findings } = installCollector();
  // At the exit, for an app may go on after its main.ts returned, and may end the process itself.
  process.on('exit', () => {
    if (findings.length > 0) writeFileSync(join(directory, `${process.pid}.json`), JSON.stringify(findings));
  });
}
