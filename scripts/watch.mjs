#!/usr/bin/env node
/** `npm run watch`: synthesizes, and again whenever a file of the project changes. Ctrl-C ends it. */
import { spawn } from 'node:child_process';
import { readdirSync, watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** An editor writes several files at once: one synth for all that changed within this time. */
const QUIET_MS = 100;
const IGNORED = /^(node_modules|dist|build|coverage)(\.|$)|^\.|~$/;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
let running = false;
let again = false;
let timer;

/** Starts a synth; a change during one leads to another. */
function synthesize() {
  if (running) {
    again = true;
    return;
  }
  running = true;
  const app = spawn(process.execPath, [join(root, 'scripts/app.cjs'), ...process.argv.slice(2)], { stdio: 'inherit' });
  app.on('exit', (code) => {
    process.stdout.write(`${code === 0 ? 'Synthesized' : 'Failed'} at ${new Date().toLocaleTimeString()}; watching.\n`);
    running = false;
    if (again) {
      again = false;
      synthesize();
    }
  });
}

function changed(_event, name) {
  if (name !== null && IGNORED.test(name)) return;
  clearTimeout(timer);
  timer = setTimeout(synthesize, QUIET_MS);
}

watch(root, changed);
// Not the root recursively: that would watch each directory of node_modules.
for (const entry of readdirSync(root, { withFileTypes: true }))
  if (entry.isDirectory() && !IGNORED.test(entry.name)) watch(join(root, entry.name), { recursive: true }, changed);
synthesize();
