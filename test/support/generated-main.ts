import { runInNewContext } from 'node:vm';
import { App, Testing, type Chart } from 'cdk8s';
import * as cdk8s from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import * as interlok from '../../lib';
import type { Json } from './json';

const MODULES: Readonly<Record<string, object>> = { cdk8s, 'cdk8s-plus-27': kplus, 'cdk8s-interlok': interlok };

/** Runs a main.ts that was generated, and gives its manifests; its `config` is relative to a directory. */
export function manifestsOfMain(main: string, directory: string): Json[] {
  const apps: App[] = [];
  class Recorded extends App {
    public constructor() {
      super();
      apps.push(this);
    }
    public override synth(): void {
      // Nothing is written: the charts are looked at instead.
    }
  }
  const require = (name: string): object => (name === 'cdk8s' ? { ...cdk8s, App: Recorded } : (MODULES[name] ?? {}));
  const program = main
    .replace(/^import (\{.*\}) from '(.*)';$/gm, "const $1 = require('$2');")
    .replace("config: '", `config: '${directory}/`);
  runInNewContext(program, { require });
  return apps.flatMap(({ charts }) => charts.flatMap((chart: Chart) => Testing.synth(chart) as Json[]));
}
