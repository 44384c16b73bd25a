import { createRequire } from 'node:module';
import { compileFunction } from 'node:vm';
import { transformSync } from '@swc/core';
import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as lib from '../../lib';

type Program = (require: (name: string) => unknown, exports: object, ...values: readonly unknown[]) => void;

const load = createRequire(__filename);

/**
 * Runs a program of a recipe in the working directory, without writing anything.
 *
 * `cdk8s-interlok` and `./lib` are the library; lines without an app of their own get one as `app`, and all exports by
 * their names.
 *
 * @returns The charts of every app that was synthesized
 */
export function chartsOf(text: string): readonly cdk8s.Chart[] {
  const charts: cdk8s.Chart[] = [];
  const synth = jest.spyOn(cdk8s.App.prototype, 'synth').mockImplementation(function (this: cdk8s.App) {
    charts.push(...this.charts);
  });
  try {
    const app = new cdk8s.App();
    const names = { ...cdk8s, ...lib, kplus, app };
    const { code } = transformSync(text, {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs', strict: false, noInterop: false },
    });
    const modules: Readonly<Record<string, unknown>> = { './lib': lib, 'cdk8s-interlok': lib };
    const require = (name: string): unknown => modules[name] ?? load(name);
    // A block, so that the program may declare what is there already.
    const run = compileFunction(`{${code}\n}`, ['require', 'exports', ...Object.keys(names)]) as Program;
    run(require, {}, ...Object.values(names));
    if (app.charts.length > 0 && synth.mock.calls.length === 0) app.synth();
  } finally {
    synth.mockRestore();
  }
  return charts;
}
