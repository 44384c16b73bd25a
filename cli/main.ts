#!/usr/bin/env node
import { appOf } from './app/app-of';
import { checkApp } from './check/app';
import { type Context, thisProcess } from './context';
import { explainApp } from './explain/app';
import { run } from './program';

const app = appOf('.');
const context: Context =
  app === undefined
    ? thisProcess
    : {
        ...thisProcess,
        checkMain: (main, render) => checkApp(app, main, render, thisProcess),
        explainMain: (main, render) => explainApp(app, main, render, thisProcess),
      };

void run(process.argv.slice(2), context).then((code) => {
  process.exitCode = code;
});
