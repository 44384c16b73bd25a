#!/usr/bin/env node
import { appOf, checkApp } from './check/app';
import { type Context, thisProcess } from './context';
import { run } from './program';

const app = appOf('.');
const context: Context =
  app === undefined
    ? thisProcess
    : { ...thisProcess, checkMain: (main, render) => checkApp(app, main, render, thisProcess) };

void run(process.argv.slice(2), context).then((code) => {
  process.exitCode = code;
});
