import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFolder } from '../../../cluster/manifests';
import type { EndpointSlice, Ingress, Service, Wanted } from '../../../e2e/stand-in/haproxy/cluster-objects';
import { haproxyConfiguration } from '../../../e2e/stand-in/haproxy/configuration';
import { addressesOf, backendsOf } from '../../../e2e/stand-in/haproxy/routes';
import { Slots } from '../../../e2e/stand-in/haproxy/slots';
import { describeWithHaproxy } from '../../haproxy/haproxy-program';

const dist = readFolder('dist');
const settings = dist.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata?.name === 'haproxy-controller');
const slices: EndpointSlice[] = [
  {
    metadata: { name: 'a', namespace: 'hello-world', labels: { 'kubernetes.io/service-name': 'hello-world' } },
    endpoints: [
      { addresses: ['10.0.0.1'], conditions: { ready: true } },
      { addresses: ['10.0.0.2'], conditions: { ready: false } },
    ],
  },
];

/** What the cluster says when dist/ is in it. */
const wanted: Wanted = {
  ingressClass: 'haproxy',
  settings: (settings as unknown as { data: Record<string, string> }).data,
  ingresses: dist.filter(({ kind }) => kind === 'Ingress') as unknown as Ingress[],
  services: dist.filter(({ kind }) => kind === 'Service') as unknown as Service[],
  endpointSlices: slices,
};
const BACKEND = 'hello-world_svc_hello-world_8081';

function slotsOf(): Slots {
  const [route] = backendsOf(wanted).values();
  const slots = new Slots(BACKEND, 3, 8081);
  if (route !== undefined) slots.update(addressesOf(route, wanted));
  return slots;
}

test('given dist/, then HAProxy gets the lines of the ConfigMap and of the Service, in the order of the controller', () => {
  const text = haproxyConfiguration(wanted, () => slotsOf().lines());
  expect(text).toContain(
    [
      'frontend http',
      '  bind :8080 name v4',
      '  option idle-close-on-response',
      `  use_backend ${BACKEND} if { path_beg / }`,
      '  default_backend not-found',
    ].join('\n'),
  );
  expect(text).toContain(
    [
      `backend ${BACKEND}`,
      '  balance leastconn',
      '  option forwardfor',
      '  no option abortonclose',
      '  default-server check',
      '  option redispatch 1',
      '  retries 3',
      '  option redispatch 1',
      '  retries 3',
      '  timeout queue 50s',
      '  default-server maxconn 1',
      '  server SRV_1 10.0.0.1:8081',
      '  server SRV_2 127.0.0.1:1 disabled',
      '  server SRV_3 127.0.0.1:1 disabled',
    ].join('\n'),
  );
  expect(text).toContain('timeout http-keep-alive 13s');
});

test('given an Ingress of another class, then it has no route', () => {
  expect([...backendsOf({ ...wanted, ingressClass: 'other' })]).toEqual([]);
});

test('given a pod that leaves and one that comes, then the commands are those of the controller, in its order', () => {
  expect(slotsOf().update(['10.0.0.7'])).toEqual([
    `set server ${BACKEND}/SRV_1 addr 127.0.0.1 port 1`,
    `set server ${BACKEND}/SRV_1 state maint`,
    `set server ${BACKEND}/SRV_1 addr 10.0.0.7 port 8081`,
    `set server ${BACKEND}/SRV_1 state ready`,
  ]);
});

test('given the same pods, then there is nothing to say', () => expect(slotsOf().update(['10.0.0.1'])).toEqual([]));

describeWithHaproxy('the configuration of the stand-in, read by HAProxy itself', () => {
  test('given dist/, then it is accepted', () => {
    const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
    const file = join(folder, 'haproxy.cfg');
    writeFileSync(
      file,
      haproxyConfiguration(wanted, () => slotsOf().lines()),
    );
    const { status, stderr } = spawnSync('haproxy', ['-c', '-f', file], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect({ status, stderr }).toMatchObject({ status: 0 });
  });
});
