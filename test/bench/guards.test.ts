import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { App } from 'cdk8s';
import { Node } from 'constructs';
import { writeAdapters } from '../../bench/adapters';
import { interlokCharts } from '../../lib';
import { directoryOf } from '../support/config';
import { Project } from '../support/project';

/* What costs time, counted: times differ from machine to machine, counts do not. */

/** How often the constructs of an app of `count` adapters are asked for what is below them, and for their errors. */
function work(count: number): number {
  const app = new App({ outdir: directoryOf({}) });
  interlokCharts(app, writeAdapters(directoryOf({}), count), { replicas: 3 });
  const visits = jest.spyOn(Node.prototype, 'children', 'get');
  const validations = jest.spyOn(Node.prototype, 'validate');
  app.synth();
  const calls = visits.mock.calls.length + validations.mock.calls.length;
  visits.mockRestore();
  validations.mockRestore();
  return calls;
}

test('given ten times the adapters, when they are synthesized, then the work for each is the same', () => {
  const few = work(4) / 4;
  const many = work(40) / 40;

  expect(few).toBeGreaterThan(10);
  expect(many / few).toBeLessThan(1.2);
});

describe('the bundle of main.ts', () => {
  const REPOSITORY = resolve(__dirname, '../..');
  let project: Project;
  let kept: { file: string; inputs: [path: string, stamp: string][] };
  beforeAll(() => {
    const main = readFileSync(join(REPOSITORY, 'bench/hello-world.ts'), 'utf8').replace('../lib', './lib');
    project = new Project({ 'main.ts': main });
    project.write('config/adapter.xml', readFileSync(join(REPOSITORY, 'config/adapter.xml'), 'utf8'));
    expect(project.synth()).toMatchObject({ code: 0 });
    kept = JSON.parse(project.read('node_modules/.cache/cdk8s-interlok/main-ts/kept.json')) as typeof kept;
  });
  afterAll(() => project.remove());

  test('given the Hello World, when it is run, then nothing is loaded but the production packages', () => {
    const packages = kept.inputs.map(([path]) => /.*node_modules\/((@[^/]+\/)?[^/]+)\//.exec(path)?.[1]);

    expect([...new Set(packages)].filter((name) => name !== undefined).sort()).toEqual([
      'balanced-match',
      'brace-expansion',
      'cdk8s',
      'cdk8s-plus-27',
      'concat-map',
      'constructs',
      'fast-json-patch',
      'minimatch',
      'saxes',
      'xmlchars',
      'yaml',
    ]);
  });

  test('given the Hello World, when it is bundled, then there is no more than 2 MB to load, the text of the catalogue included', () => {
    const [code = ''] = readFileSync(kept.file, 'utf8').split('//# sourceMappingURL=data:');

    expect(code.length).toBeLessThan(2_000_000);
  });

  test('given the Hello World, when it is bundled, then no source makes a copy of the exports of cdk8s', () => {
    expect(readFileSync(kept.file, 'utf8')).toContain('?.__esModule?');
  });

  test('given the Hello World that ran, when it runs again, then the kept bundle is used', () => {
    expect(project.synth()).toMatchObject({ code: 0 });

    const { file } = JSON.parse(project.read('node_modules/.cache/cdk8s-interlok/main-ts/kept.json')) as typeof kept;
    expect(file).toBe(kept.file);
  });
});
