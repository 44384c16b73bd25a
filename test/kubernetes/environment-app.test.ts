import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { environmentApp, InterlokChart, interlokCharts, PropsError } from '../../lib';
import { objectOf } from '../support/charts';
import { directoryOf, HELLO_WORLD } from '../support/config';

describe('environmentApp', () => {
  test('given environments with the same charts, when synthesized, then each has a folder of its own', () => {
    const out = directoryOf({});
    const before = process.env['CDK8S_OUTDIR'];
    process.env['CDK8S_OUTDIR'] = out;
    try {
      for (const environment of ['dev', 'north/prod']) {
        const app = environmentApp(environment);
        new InterlokChart(app, 'orders', { config: directoryOf(HELLO_WORLD) });
        app.synth();
      }
    } finally {
      if (before === undefined) delete process.env['CDK8S_OUTDIR'];
      else process.env['CDK8S_OUTDIR'] = before;
    }

    expect(['dev', 'north/prod'].map((name) => existsSync(join(out, name, 'orders.k8s.yaml')))).toEqual([true, true]);
  });

  test.each(['', '.', '..', '../prod', '/prod', 'a/../b', 'a//b', 'C:\\prod'])('refuses the folder %j', (folder) => {
    expect(() => environmentApp(folder)).toThrow(PropsError);
  });
});

describe('directories of adapters laid over one another', () => {
  test('given a variable of one environment, then only that adapter, in that environment, has it', () => {
    const base = directoryOf({
      'orders/adapter.xml': HELLO_WORLD['adapter.xml'],
      'billing/adapter.xml': HELLO_WORLD['adapter.xml'],
    });
    const prod = directoryOf({ 'orders/variables.properties': 'stage=prod\n' });

    const charts = interlokCharts(environmentApp('prod'), [base, prod]);

    expect(charts.map((chart) => Object.keys(objectOf(chart, 'ConfigMap')['data'] as object))).toEqual([
      ['adapter.xml', 'bootstrap.properties', 'log4j2.xml'],
      ['adapter.xml', 'bootstrap.properties', 'log4j2.xml', 'variables.properties'],
    ]);
  });

  test('given a directory that does not exist, then it is named', () => {
    expect(() => interlokCharts(environmentApp('prod'), [directoryOf({ 'a/x': '' }), 'environments/prd'])).toThrow(
      "directory: got 'environments/prd'",
    );
  });
});
