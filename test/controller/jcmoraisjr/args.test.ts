import { Duration } from 'cdk8s';
import {
  ControllerExposure,
  HaproxyController,
  type HaproxyIngressControllerProps,
} from '../../../lib/controller/index';
import { args, objects, podSpec } from '../charts';

const jc = (props: HaproxyIngressControllerProps = {}): string[] =>
  args(objects({ controller: HaproxyController.JCMORAISJR, ...props }));

test('given host ports, then these are the arguments', () => {
  expect(jc({ exposure: ControllerExposure.hostPorts() })).toEqual([
    '--configmap=haproxy-controller/haproxy-controller',
    '--ingress-class=haproxy',
    '--controller-class=haproxy',
    '--sort-backends',
    '--watch-gateway=false',
    '--wait-before-shutdown=10',
  ]);
});

const rows: [HaproxyIngressControllerProps, string[]][] = [
  [{}, ['--publish-service=haproxy-controller/haproxy-controller']],
  [{ exposure: undefined, ingressClass: 'edge' }, ['--ingress-class=edge', '--controller-class=edge']],
  [{ defaultCertificate: { namespace: 'a', name: 'b' } }, ['--default-ssl-certificate=a/b']],
  [{ defaultBackend: { namespace: 'a', name: 'b' } }, ['--default-backend-service=a/b']],
  [{ watchNamespaces: ['a'] }, ['--watch-namespace=a']],
];

test.each(rows)('given %j, then the arguments hold %j', (props, expected) => {
  expect(jc(props)).toEqual(expect.arrayContaining(expected));
});

test('given a drain delay, then it waits as long before and after the signal, and the grace period holds it all', () => {
  const manifests = objects({ controller: HaproxyController.JCMORAISJR, drainDelay: Duration.seconds(30) });
  expect(args(manifests)).toContain('--wait-before-shutdown=30');
  expect(podSpec(manifests)['terminationGracePeriodSeconds']).toBe(30 + 55 + 30 + 40);
});

test('given any props, then every flag is one that the controller knows, for it does not start with another', () => {
  // docs/content/en/docs/configuration/command-line.md at v0.16.1
  const known = [
    'configmap',
    'controller-class',
    'default-backend-service',
    'default-ssl-certificate',
    'ingress-class',
    'publish-service',
    'sort-backends',
    'wait-before-shutdown',
    'watch-gateway',
    'watch-namespace',
  ];
  const used = rows.flatMap(([props]) => jc(props)).map((arg) => /^--([^=]+)/.exec(arg)?.[1]);
  expect([...new Set(used)].sort()).toEqual(known);
});
