import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, Testing } from 'cdk8s';
import fc from 'fast-check';
import { InterlokChart, type InterlokChartProps, PropsError } from '../../lib';
import { checkVariables } from '../../lib/kubernetes/props/check-environment';
import { expandReferences } from '../../lib/kubernetes/props/variable-references';
import { directoryOf, HELLO_WORLD, helloWorld } from '../support/config';
import { at, type Json, jsonAt, listAt } from '../support/json';
import { yamlReaders } from '../support/yaml-readers';

const readers = yamlReaders();

/** What readers of YAML are known to take for something else than text, or to trip over. */
const SPECIAL = [
  ...['0o17', '0o755', '-0o7', '+0o7', '0O17', '0X1F', '0x1f', '0b11', '0B1', '-0b1', '0777', '08', '1_000', '0_0'],
  ...['1e3', '1.', '.5', '+.5', '-.inf', '.nan', '1:20', '190:20:30.15', '2001-01-01', '2001-1-1 1:2:3', '12e03'],
  ...['=', '<<', '<', '~', 'null', 'NULL', 'y', 'n', 'no', 'on', 'Off', 'true', 'TRUE', '', ' ', '-', '?', ':', '|'],
  ...[
    'id\tname',
    '\ta',
    'a\t',
    '\ta\nb',
    '  \ta\nb',
    'a\n\tb',
    'a\n',
    '\n',
    '\n\n',
    'a\n\n',
    'a \nb',
    ' a\nb',
    'a\r\nb',
  ],
  ...['a\u2028b', 'a\u2029', 'a\u0085b', '\ufeffx', 'a\u007f', '\u009f', '\u00a0', '\ud800', '\ufffe', '😀', '\u0007'],
  ...[
    '---',
    '...',
    '--- a',
    'a\n---\nb',
    '- a',
    'a: b',
    'a #b',
    '#a',
    '@a',
    '%a',
    '!a',
    '&a',
    '*a',
    '{a',
    '[a',
    '"',
    "'",
  ],
  ...['pa$$word', '$(STAGE)', '$$(STAGE)', '$(V0)', '${HOSTNAME}', '$', '\\', 'a\\b', '"a"\nb', '{{ .Values.a }}'],
];

const anyOf = (characters: string): fc.Arbitrary<string> => fc.constantFrom(...Array.from(characters));

const value = fc.oneof(
  fc.constantFrom(...SPECIAL),
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: anyOf('0123xob_.:eE+-=<~\t\n\r $()\'"#&*!|>{}[],%@`\\ay\u0085\u2028é'),
    maxLength: 8,
  }),
);
const values = fc.array(value, { minLength: 80, maxLength: 80 });
const fewRuns = { numRuns: 3, endOnFailure: true };

/** The manifests of a chart as a reader sees them, by kind. */
function manifests(props: Partial<InterlokChartProps>): ReadonlyMap<string, readonly Json[]> {
  const app = Testing.app();
  new InterlokChart(app, 'orders', { config: 'config', ...props });
  app.synth();
  const text = readFileSync(join(app.outdir, 'orders.k8s.yaml'), 'utf8');
  return new Map(readers.map((reader) => [reader.name, reader.read(text)]));
}

const ofKind = (objects: readonly Json[], kind: string): Json => objects.find((o) => o['kind'] === kind) ?? {};

/** Takes away the fields that the chart refuses, which must have a character that readers of YAML change. */
function withoutRefused<T>(given: Readonly<Record<string, string>>, props: (left: Record<string, string>) => T): T {
  try {
    new InterlokChart(new App(), 'orders', { config: 'config', ...props({ ...given }) });
    return props({ ...given });
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    const refused = error.problems.map(({ field }) => field.split('.').at(-1) ?? '');
    for (const name of refused) expect(given[name]).toMatch(/[\0\x7f-\x9f\u2028\u2029\ufffe\uffff]|\p{Surrogate}/u);
    return props(Object.fromEntries(Object.entries(given).filter(([name]) => !refused.includes(name))));
  }
}

describe('what a user writes', () => {
  test('given values of variables, then the process sees them as written, whoever reads the manifests', () => {
    fc.assert(
      fc.property(values, (written) => {
        const all = Object.fromEntries(written.map((text, index) => [`V${index}`, text]));
        const props = withoutRefused(all, (env) => ({ env }));
        for (const [reader, objects] of manifests(props)) {
          const seen: Record<string, string> = {};
          const container = listAt(ofKind(objects, 'Deployment'), 'spec.template.spec.containers')[0];
          for (const variable of listAt(container, 'env')) {
            const text = variable['value'] as string;
            seen[variable['name'] as string] = typeof text === 'string' ? expandReferences(text, (n) => seen[n]) : text;
          }
          expect({ reader, ...seen }).toMatchObject({ reader, ...props.env });
        }
      }),
      fewRuns,
    );
  });

  test('given contents of files, then the volume holds them byte for byte', () => {
    fc.assert(
      fc.property(values, (written) => {
        const files = Object.fromEntries(written.map((text, index) => [`f${index}.txt`, Buffer.from(text)]));
        for (const [reader, objects] of manifests({ config: helloWorld(files) })) {
          const { data, binaryData } = ofKind(objects, 'ConfigMap') as Record<string, Record<string, string>>;
          for (const [name, bytes] of Object.entries(files)) {
            const seen = data?.[name] ?? Buffer.from(binaryData?.[name] ?? 'missing', 'base64').toString();
            expect({ reader, name, seen }).toEqual({ reader, name, seen: bytes.toString() });
          }
        }
      }),
      fewRuns,
    );
  });

  test('given names of files, then the volume has them as written', () => {
    const names = [...SPECIAL, '_x30_', 'a__b', 'Ünï cödé.txt'].filter(
      (name) => name !== '' && !/[/\0\x7f-\x9f\u2028\u2029\ufffe]|^[.#]|~$|\p{Surrogate}|\ufeff/u.test(name),
    );
    const config = helloWorld(Object.fromEntries(names.map((name) => [name, 'x'])));
    for (const [reader, objects] of manifests({ config })) {
      const [volume] = listAt(ofKind(objects, 'Deployment'), 'spec.template.spec.volumes');
      const keys = Object.keys(jsonAt(ofKind(objects, 'ConfigMap'), 'data'));
      const items = listAt(volume, 'configMap.items');
      const paths = items.map(({ path }) => path);
      expect({ reader, lost: names.filter((each) => !paths.includes(each)) }).toEqual({ reader, lost: [] });
      for (const { key } of items) expect(keys).toContain(key);
    }
  });

  test('given names with characters that readers change, then the file is named and refused', () => {
    const make = (): unknown =>
      new InterlokChart(new App(), 'a', { config: directoryOf({ ...HELLO_WORLD, 'a\u2028b.txt': 'x' }) });
    expect(make).toThrow('has a character that readers of YAML change or refuse');
  });

  test('given names of annotations and node labels that look like numbers, then they are the same names', () => {
    const names = { '0o17': 'a', '0x1F': 'b', '0b1': 'c', '017': 'd', '1e3': 'e', y: 'f', null: 'g', '0o7': '0o7' };
    for (const [reader, objects] of manifests({ pod: { annotations: names, nodeSelector: names } })) {
      const template = jsonAt(ofKind(objects, 'Deployment'), 'spec.template');
      expect({ reader, annotations: at(template, 'metadata.annotations') }).toEqual({ reader, annotations: names });
      expect({ reader, nodeSelector: at(template, 'spec.nodeSelector') }).toEqual({ reader, nodeSelector: names });
    }
  });

  test('given annotations, Secrets and a namespace that look like numbers, then they are the same text', () => {
    const annotations = { 'example.com/mode': '0o755', 'example.com/sign': '=', 'example.com/tab': 'id\tname' };
    const props = {
      namespace: '0o17',
      priorityClassName: '0x1f',
      imagePullSecretName: '0b1',
      secretFiles: [{ path: '0o7', secretName: '0o17', key: '0o7' }],
      ingress: { annotations: { ingress: annotations } },
    };
    for (const [reader, objects] of manifests(props)) {
      const pod = jsonAt(ofKind(objects, 'Deployment'), 'spec.template.spec');
      expect({ reader, annotations: at(ofKind(objects, 'Ingress'), 'metadata.annotations') }).toMatchObject({
        reader,
        annotations,
      });
      expect({ reader, namespaces: [...new Set(objects.map((o) => at(o, 'metadata.namespace')))] }).toEqual({
        reader,
        namespaces: ['0o17'],
      });
      expect(pod).toMatchObject({ priorityClassName: '0x1f', imagePullSecrets: [{ name: '0b1' }] });
      expect(listAt(listAt(pod, 'volumes')[0], 'projected.sources')[1]?.['secret']).toEqual({
        name: '0o17',
        items: [{ key: '0o7', path: '0o7' }],
      });
    }
  });

  test('given quotes for readers of YAML, then objects and their JSON are the plain text that was written', () => {
    const objects = Testing.synth(new InterlokChart(Testing.app(), 'a', { config: 'config', env: { A: '0o17' } }));
    const expected = expect.arrayContaining([{ name: 'A', value: '0o17' }]) as unknown;
    const env = (from: unknown): unknown =>
      listAt(ofKind(from as Json[], 'Deployment'), 'spec.template.spec.containers')[0]?.['env'];
    expect(env(objects)).toEqual(expected);
    expect(env(JSON.parse(JSON.stringify(objects)))).toEqual(expected);
  });
});

describe('given names of variables', () => {
  const name = fc.oneof(
    fc.constantFrom('PWD', 'OLDPWD', 'IFS', 'OPTIND', 'PPID', 'orders.port', 'a-b', '_', 'LINENO', 'PS1', 'ENV', 'A'),
    fc.string({ unit: anyOf('AZaz09_.-'), minLength: 1, maxLength: 5 }),
  );
  const shell = process.platform === 'win32' ? test.skip : test;

  shell('when one is accepted, then the /bin/sh that starts the JVM hands it on', () => {
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 50, maxLength: 50 }), (names) => {
        const accepted = names.filter((each) => checkVariables('env', { [each]: 'x' }).length === 0);
        const env = Object.fromEntries(accepted.map((each) => [each, `value of ${each}`]));
        const { stdout } = spawnSync('/bin/sh', ['-c', 'cd /; exec /usr/bin/env -0'], { env, encoding: 'utf8' });
        for (const each of accepted) expect(stdout.split('\0')).toContain(`${each}=value of ${each}`);
      }),
      { numRuns: 10 },
    );
  });
});
