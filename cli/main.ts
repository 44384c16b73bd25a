#!/usr/bin/env node
import { appOf } from './app/app-of';
import { checkApp } from './check/app';
import { type Context, thisProcess } from './context';
import { COLLECT_EXPLANATIONS, explainApp } from './explain/app';
import { COLLECT_PICTURES, drawApp } from './explain/draw-app';
import { run } from './program';

const app = appOf('.');
const context: Context =
  app === undefined
    ? thisProcess
    : {
        ...thisProcess,
        checkMain: (main, render) => checkApp(app, main, render, thisProcess),
        drawMain: (main, render) => drawApp({ app, collect: COLLECT_PICTURES, main, render }, thisProcess),
        explainMain: (main, revision, render) =>
          explainApp({ app, appIn: appOf, collect: COLLECT_EXPLANATIONS, main, revision, render }, thisProcess),
      };

void run(process.argv.slice(2), context).then((code) => {
  process.exitCode = code;
});
