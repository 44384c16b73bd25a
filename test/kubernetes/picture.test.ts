import { App } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { collapse, explain, foldedByDefault, formatMermaid, InterlokChart, type Picture, picturesOf } from '../../lib';
import { helloWorldChart } from '../support/charts';
import { helloWorld } from '../support/config';
import { EVERY_PROP, INSTEAD_OF } from '../support/every-prop';
import { largeAdapter } from '../support/large-adapter';

/** An adapter that writes where no pod can. */
const WRITES = `<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id><workflow-list>
      <standard-workflow><unique-id>w</unique-id>
      <producer class="fs-producer"><base-directory-url>file:///out</base-directory-url></producer>
      </standard-workflow></workflow-list></channel></channel-list></adapter>`;

function pictureOf(chart: InterlokChart): Picture {
  const [picture] = picturesOf(chart);
  if (picture === undefined) throw new Error('there is no picture');
  return picture;
}

/** The labels from one node on along the arrows, the first arrow each time. */
function wayFrom({ nodes, edges }: Picture, label: string): readonly string[] {
  const way: string[] = [];
  let at = nodes.find((node) => node.label === label);
  for (; at !== undefined && !way.includes(at.label); at = nodes.find(({ id }) => id === next(at?.id)))
    way.push(at.label);
  return way;

  function next(id: string | undefined): string | undefined {
    return edges.find(({ from }) => from === id)?.to;
  }
}

describe('the picture of an adapter', () => {
  let quiet: jest.SpyInstance;
  beforeEach(() => (quiet = jest.spyOn(process.stderr, 'write').mockReturnValue(true)));
  afterEach(() => quiet.mockRestore());

  test('given the Hello World, then it leads from the clients to the producer, and says what it is given and let out', () => {
    expect(formatMermaid(pictureOf(helloWorldChart({ replicas: 3 })))).toMatchSnapshot();
  });

  test('given the Hello World, then clients come over Ingress, Service and policy to the connection and its workflow', () => {
    expect(wayFrom(pictureOf(helloWorldChart()), 'clients')).toEqual([
      'clients',
      '/',
      'Service hello-world:8081',
      'NetworkPolicy hello-world',
      'jetty-http-connection',
      'jetty-message-consumer',
      'payload-from-template',
      'send-http-response',
    ]);
  });

  test('given a node, then its fields are those that explain names for its lines', () => {
    const chart = helloWorldChart();
    const { nodes, fields } = pictureOf(chart);
    const connection = nodes.find(({ label }) => label === 'jetty-http-connection');

    const expected = explain(chart)
      .filter(({ sources }) => sources.some((source) => source.kind === 'place' && source.at.line === 7))
      .map(({ kind, field }) => `${kind} ${field}`);
    const shown = (connection?.fields ?? []).flatMap((index) => fields[index] ?? []);
    expect(expected.length).toBeGreaterThan(10);
    expect(shown.map(({ object, field }) => `${object.split(' ')[0]} ${field}`)).toEqual(expected);
    expect(connection?.spans).toEqual([{ file: 'config/adapter.xml', from: 6, to: 8, isOwn: true }]);
  });

  test('given a warning, then it is marked where it is; one of another file at the process', () => {
    const { nodes } = pictureOf(helloWorldChart({ config: helloWorld({ 'adapter.xml': WRITES }) }));
    const marked = nodes.filter(({ findings }) => findings.some(({ text }) => text.includes('(file-not-writable)')));
    expect(marked.map(({ label }) => label)).toEqual(['fs-producer']);
  });

  test('given an adapter on one line, then each connection stands in its own channel', () => {
    const channel = (id: string, port: number): string =>
      `<channel><unique-id>${id}</unique-id><consume-connection class="jetty-http-connection"><port>${port}</port></consume-connection>` +
      `<workflow-list><standard-workflow><unique-id>w-${id}</unique-id></standard-workflow></workflow-list></channel>`;
    const channels = channel('a', 8081) + channel('b', 8082);
    const xml = `<adapter><unique-id>one-line</unique-id><channel-list>${channels}</channel-list></adapter>`;
    const { nodes } = pictureOf(helloWorldChart({ config: helloWorld({ 'adapter.xml': xml }) }));
    const around = nodes
      .filter(({ kind }) => kind === 'connection')
      .map(({ group }) => nodes.find(({ id }) => id === group)?.label);
    expect(around).toEqual(['channel a', 'channel b']);
  });

  test('given a finding that is silenced, then it is not marked', () => {
    const config = helloWorld({ 'adapter.xml': WRITES });
    const { nodes } = pictureOf(helloWorldChart({ config, silence: ['file-not-writable'] }));
    expect(nodes.flatMap(({ findings }) => findings).filter(({ text }) => text.includes('file-not-'))).toEqual([]);
  });

  test('given what is called, then it stands outside, without login and parameters; a file is a file', () => {
    const { nodes, edges } = pictureOf(helloWorldChart({ config: helloWorld({ 'adapter.xml': largeAdapter() }) }));
    const outside = nodes.filter(({ kind }) => kind === 'outside').map(({ label }) => label);
    expect(outside).toEqual([
      'clients',
      ...[0, 1, 2, 3].map((index) => `https://stock${index}.example.com/api`),
      'jdbc:mysql://db.example.com:3306/orders',
    ]);
    const database = nodes.find(({ label }) => label === 'db')?.id;
    expect(edges.filter(({ to }) => to === database)).toHaveLength(60);
  });

  test('given sixty workflows, then they are folded so that fewer than a hundred boxes are drawn', () => {
    const picture = pictureOf(helloWorldChart({ config: helloWorld({ 'adapter.xml': largeAdapter() }) }));
    const { nodes } = collapse(picture, foldedByDefault(picture));
    expect(picture.nodes.length).toBeGreaterThan(400);
    expect(nodes.length).toBeLessThan(100);
    expect(nodes.filter(({ kind, isGroup }) => kind === 'workflow' && !isGroup)).toHaveLength(60);
  });

  test('given scaling, then the pods say between how many', () => {
    const { nodes } = pictureOf(
      helloWorldChart({
        autoscaling: { minReplicas: 2, maxReplicas: 7, cpu: 60 },
        resources: { cpuRequest: Cpu.millis(500) },
      }),
    );
    expect(nodes.find(({ id }) => id === 'pods')?.lines).toEqual([expect.stringMatching(/^2 to 7 replicas by /)]);
  });

  test('given a port that no Ingress leads to, then pods of the cluster come to it', () => {
    const way = wayFrom(pictureOf(helloWorldChart({ ingress: false })), 'pods of the cluster');
    expect(way.slice(0, 2)).toEqual(['pods of the cluster', 'Service hello-world:8081']);
  });

  test('given a gateway, then its routes lead to the Service', () => {
    const picture = pictureOf(helloWorldChart({ gateway: { name: 'shared' }, ingress: { hosts: ['a.example.com'] } }));
    expect(picture.nodes.find(({ label }) => label === 'HTTPRoute hello-world')?.lines).toContain('a.example.com');
    expect(wayFrom(picture, 'clients').slice(0, 3)).toEqual(['clients', '/', 'Service hello-world:8081']);
  });

  test('given no NetworkPolicy, then the Service leads to the connection', () => {
    const way = wayFrom(pictureOf(helloWorldChart({ networkPolicy: false })), 'Service hello-world:8081');
    expect(way.slice(0, 2)).toEqual(['Service hello-world:8081', 'jetty-http-connection']);
  });

  test.each(Object.entries(EVERY_PROP).filter(([name]) => !['config', 'silence'].includes(name)))(
    'given the prop %s, then the picture holds together: no arrow leads nowhere, and no field is without a text',
    (name, value) => {
      const props = { config: EVERY_PROP.config, silence: EVERY_PROP.silence, [name]: value };
      holdsTogether(pictureOf(helloWorldChart(props)));
    },
  );

  test('given all props that go together, then the picture holds together', () => {
    const together = Object.fromEntries(Object.entries(EVERY_PROP).filter(([name]) => !(name in INSTEAD_OF)));
    holdsTogether(pictureOf(helloWorldChart(together)));
  });

  test('given an app with several adapters, then each has its picture', () => {
    const app = new App();
    for (const id of ['orders', 'stock']) new InterlokChart(app, id, { config: 'config' });
    expect(picturesOf(app).map(({ title }) => title)).toEqual(['orders', 'stock']);
  });
});

function holdsTogether({ nodes, edges, fields, files }: Picture): void {
  const ids = new Set(nodes.map(({ id }) => id));
  expect(ids.size).toBe(nodes.length);
  for (const { from, to } of edges) expect([ids.has(from), ids.has(to)]).toEqual([true, true]);
  for (const { group } of nodes) expect(group === undefined || ids.has(group)).toBe(true);
  for (const { spans } of nodes) for (const { file } of spans) expect(typeof files[file]).toBe('string');
  for (const node of nodes) for (const index of node.fields) expect(fields[index]?.from).not.toBe('');
}
