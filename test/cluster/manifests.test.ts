import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readWorkloads } from '../../cluster/manifests';
import { HELLO_MANIFESTS } from '../support/hello-manifests';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'manifests-'))));
afterEach(() => rmSync(folder, { recursive: true }));

test('given the manifests of the Hello World and its controller, then the one behind the Ingress is known', () => {
  writeFileSync(join(folder, 'hello-world.k8s.yaml'), HELLO_MANIFESTS);
  writeFileSync(join(folder, 'README.md'), 'kind: Deployment');
  expect(readWorkloads(folder)).toEqual([
    { kind: 'DaemonSet', namespace: 'haproxy-controller', name: 'haproxy', behindIngress: false },
    { kind: 'Deployment', namespace: 'hello-world', name: 'hello-world', behindIngress: true },
  ]);
});

test('given an Ingress and a Service of the same names elsewhere, then they lead nowhere', () => {
  const manifests = HELLO_MANIFESTS.replace(/(kind: Service\n.*namespace: )hello-world/, '$1other');
  writeFileSync(join(folder, 'all.yaml'), manifests);
  expect(readWorkloads(folder).filter(({ behindIngress }) => behindIngress)).toEqual([]);
});

test('given a Deployment without a namespace and an Ingress with a default backend, then it is in the default one', () => {
  const objects = [
    { kind: 'Ingress', metadata: { name: 'i' }, spec: { defaultBackend: { service: { name: 's' } } } },
    { kind: 'Service', metadata: { name: 's' }, spec: { selector: { app: 'a' } } },
    { kind: 'Deployment', metadata: { name: 'd' }, spec: { template: { metadata: { labels: { app: 'a', b: 'c' } } } } },
  ];
  writeFileSync(join(folder, 'all.json'), objects.map((object) => JSON.stringify(object)).join('\n---\n'));
  expect(readWorkloads(folder)).toEqual([{ kind: 'Deployment', namespace: 'default', name: 'd', behindIngress: true }]);
});

test('given a StatefulSet behind an Ingress, then it is waited for and answers as a Deployment does', () => {
  writeFileSync(join(folder, 'all.yaml'), HELLO_MANIFESTS.replace('kind: Deployment', 'kind: StatefulSet'));
  expect(readWorkloads(folder)).toContainEqual({
    kind: 'StatefulSet',
    namespace: 'hello-world',
    name: 'hello-world',
    behindIngress: true,
  });
});

test.each([
  ['an empty folder', '.'],
  ['no folder', 'none'],
])('given %s, then the message says how to make it', (_title, path) => {
  expect(() => readWorkloads(join(folder, path))).toThrow(
    /holds no Deployment, StatefulSet or DaemonSet\n.*npm run synth/,
  );
});

test('given a file that is no YAML, then the message names it', () => {
  writeFileSync(join(folder, 'broken.yaml'), 'a: [');
  expect(() => readWorkloads(folder)).toThrow(/broken\.yaml: /);
});

test('given the manifests of this project, then the adapter is what answers, and the controller is waited for too', () => {
  expect(readWorkloads('dist').map(({ name, behindIngress }) => ({ name, behindIngress }))).toEqual([
    { name: 'haproxy-controller', behindIngress: false },
    { name: 'hello-world', behindIngress: true },
  ]);
});
