#!/usr/bin/env node
/** `npm run schema`: writes a schema of adapter.xml for editors. */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './runner/load.cjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = `exports.run = require('./cli/program.ts').run; exports.thisProcess = require('./cli/context.ts').thisProcess;`;
const { run, thisProcess } = await load(root, program, join(root, 'cli', 'program.ts'));
process.exitCode = await run(['schema', ...process.argv.slice(2)], thisProcess);
