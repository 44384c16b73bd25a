#!/usr/bin/env node
import { thisProcess } from './context';
import { run } from './program';

void run(process.argv.slice(2), thisProcess).then((code) => {
  process.exitCode = code;
});
