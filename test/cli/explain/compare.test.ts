import { App, Duration } from 'cdk8s';
import { compare } from '../../../cli/explain/compare';
import { explain, InterlokChart, type InterlokChartProps } from '../../../lib';
import { helloWorldChart } from '../../support/charts';

type Props = Partial<InterlokChartProps>;

/** What changes from some props to others, in a few words. */
function changes(before: Props, after: Props): string[] {
  const rows = compare(explain(helloWorldChart(before)), explain(helloWorldChart(after)));
  return rows.map(({ kind, field, ...row }) => {
    const was = 'before' in row ? JSON.stringify(row.before) : 'nothing';
    const is = 'after' in row ? JSON.stringify(row.after) : 'nothing';
    return `${kind} ${field.replace('spec.template.spec.', '')}: ${was} → ${is}`;
  });
}

const paths = (...names: string[]): Props => ({ ingress: { paths: names.map((path) => ({ path })) } });
const backend = '{"service":{"name":"hello-world","port":{"number":8081}}}';

describe('compare', () => {
  test('given a variable before the others, then it is the one change', () => {
    expect(changes({ env: { B: '2', C: '3' } }, { env: { A: '1', B: '2', C: '3' } })).toEqual([
      'Deployment containers[interlok].env[A]: nothing → {"name":"A","value":"1"}',
    ]);
  });

  test('given one that has another name now, then the old one is gone, and nothing else changes', () => {
    expect(changes({ env: { B: '2', C: '3' } }, { env: { A: '2', C: '3' } })).toEqual([
      'Deployment containers[interlok].env[A]: nothing → {"name":"A","value":"2"}',
      'Deployment containers[interlok].env[B]: {"name":"B","value":"2"} → nothing',
    ]);
  });

  test('given a path before the others, then what it brings is new, and the others stay what they are', () => {
    expect(changes(paths('/b', '/c'), paths('/a', '/b', '/c'))).toEqual([
      `Ingress spec.rules[0].http.paths[0]: nothing → {"path":"/a","backend":${backend},"pathType":"Prefix"}`,
    ]);
  });

  test('given a path in the place of another one, then it is one change', () => {
    expect(changes(paths('/a', '/b'), paths('/a', '/c'))).toEqual([
      'Ingress spec.rules[0].http.paths[1].path: "/b" → "/c"',
    ]);
  });

  test('given a host before another one, then its rule is new, and that of the other one stays', () => {
    const hosts = (...names: string[]): Props => ({ ingress: { hosts: names } });
    const rows = changes(hosts('b.example.com'), hosts('a.example.com', 'b.example.com'));
    expect(rows).toEqual([
      expect.stringMatching(/^Ingress spec\.rules\[0\]: nothing → \{"host":"a\.example\.com",/) as string,
    ]);
  });

  test('given a file before the others, then its volume is new, and the mounts of the others stay', () => {
    const files = (...names: string[]): Props => ({ files: names.map((path) => ({ path, from: 'README.md' })) });
    const rows = changes(files('/srv/b', '/srv/c'), files('/srv/a', '/srv/b', '/srv/c'));
    expect(rows.filter((row) => row.includes('volumeMounts'))).toEqual([
      expect.stringMatching(/^Deployment containers\[interlok\]\.volumeMounts\[\/srv\/a\]: nothing → \{/) as string,
    ]);
  });

  test('given the same variables in another order, then it says so', () => {
    expect(changes({ env: { A: '1', B: '2' } }, { env: { B: '2', A: '1' } })).toEqual([
      'Deployment containers[interlok].env: ["A","B","JVM_ARGS"] → ["B","A","JVM_ARGS"]',
    ]);
  });

  test('given the number that a command has, then it is one change', () => {
    const rows = changes({}, { drain: { preStop: Duration.seconds(20) } });
    expect(rows).toContain('Deployment containers[interlok].lifecycle.preStop.exec.command[1]: "15" → "20"');
  });

  test('given an object of the same name in two namespaces, then each is compared with itself', () => {
    const both = (replicas: number): ReturnType<typeof explain> => {
      const app = new App();
      new InterlokChart(app, 'one', { config: 'config', namespace: 'one', replicas: 2 });
      new InterlokChart(new App(), 'one', { config: 'config', namespace: 'two', replicas });
      return [
        ...explain(app),
        ...explain(new InterlokChart(new App(), 'one', { config: 'config', namespace: 'two', replicas })),
      ];
    };
    expect(compare(both(2), both(4)).map(({ field, before, after }) => [field, before, after])).toEqual([
      ['spec.replicas', 2, 4],
    ]);
  });

  test('given an object that is gone, then it comes last, field by field', () => {
    const rows = changes({}, { ingress: false });
    expect(rows.at(-1)).toMatch(/^Ingress spec\.rules\[0\].*→ nothing$/);
    expect(rows.findIndex((row) => row.startsWith('Ingress'))).toBe(
      rows.length - rows.filter((row) => row.startsWith('Ingress')).length,
    );
  });
});
