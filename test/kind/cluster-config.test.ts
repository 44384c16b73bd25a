import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { defaultUrl, readPortMappings } from '../../kind/cluster-config';

const FILE = 'kind/cluster.yaml';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'kind-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('given the cluster file of the project, then its node is pinned by tag and digest and has the label', () => {
  const { kind, apiVersion, nodes } = parse(readFileSync(FILE, 'utf8')) as {
    kind: string;
    apiVersion: string;
    nodes: { image: string; labels: object }[];
  };
  expect({ kind, apiVersion }).toEqual({ kind: 'Cluster', apiVersion: 'kind.x-k8s.io/v1alpha4' });
  expect(nodes).toHaveLength(1);
  expect(nodes[0]?.image).toMatch(/^kindest\/node:v1\.34\.11@sha256:[0-9a-f]{64}$/);
  expect(nodes[0]?.labels).toEqual({ 'ingress-ready': 'true' });
});

test('given the cluster file of the project, then the node ports of the controller are 80 and 443 of 127.0.0.1 only', () => {
  expect(readPortMappings(FILE)).toEqual([
    { containerPort: 30080, hostPort: 80, listenAddress: '127.0.0.1' },
    { containerPort: 30443, hostPort: 443, listenAddress: '127.0.0.1' },
  ]);
  expect(defaultUrl(readPortMappings(FILE))).toBe('http://localhost/hello-world');
});

test.each([
  ['a node port', 30080],
  ['a host port of the controller', 80],
])('given another port of the machine for %s, then the URL has it', (_, containerPort) => {
  const file = join(folder, 'cluster.yaml');
  writeFileSync(file, `nodes: [{}, { extraPortMappings: [{ containerPort: ${containerPort}, hostPort: 8080 }] }]`);
  expect(readPortMappings(file)).toEqual([{ containerPort, hostPort: 8080, listenAddress: '0.0.0.0' }]);
  expect(defaultUrl(readPortMappings(file))).toBe('http://localhost:8080/hello-world');
});

test('given no file, or no YAML in it, then the message names it', () => {
  expect(() => readPortMappings(join(folder, 'none.yaml'))).toThrow(/config: no file .*none\.yaml/);
  writeFileSync(join(folder, 'broken.yaml'), 'nodes: [');
  expect(() => readPortMappings(join(folder, 'broken.yaml'))).toThrow(/broken\.yaml: /);
});
