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
 * `./lib` is the library; lines without an `App` of their own get one as `app`, and all exports by their names.
 *
 * @returns The charts of every app that was synthesized
 */
export function chartsOf(text: string): readonly cdk8s.Chart[] {
  const synthesized: cdk8s.App[] = [];
  class App extends cdk8s.App {
    public override synth(): void {
      synthesized.push(this);
    }
  }
  const library = { ...lib, environmentApp: (): App => new App() };
  const modules: Readonly<Record<string, unknown>> = {
    './lib': library,
    cdk8s: { ...cdk8s, App },
    'cdk8s-plus-27': kplus,
  };
  const app = new App();
  const names = { ...cdk8s, ...library, App, kplus, app };
  const { code } = transformSync(text, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs', strict: false, noInterop: false },
  });
  const require = (name: string): unknown => modules[name] ?? load(name);
  // A block, so that the program may declare what is there already.
  const run = compileFunction(`{${code}\n}`, ['require', 'exports', ...Object.keys(names)]) as Program;
  run(require, {}, ...Object.values(names));
  if (!text.includes('new App(')) app.synth();
  return synthesized.flatMap(({ charts }) => charts);
}
