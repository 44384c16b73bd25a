import { Duration } from 'cdk8s';
import {
  ControllerExposure,
  ControllerLogLevel,
  type HaproxyIngressControllerProps,
} from '../../../lib/controller/index';
import { args, objects } from '../charts';

const ALWAYS = [
  '--configmap=haproxy-controller/haproxy-controller',
  '--ingress.class=haproxy',
  '--log=info',
  '--disable-quic',
];

test('given a load balancer, then the address of Ingresses is that of the Service', () => {
  expect(args(objects())).toEqual([...ALWAYS, '--publish-service=haproxy-controller/haproxy-controller']);
});

test.each([
  ['host ports', ControllerExposure.hostPorts()],
  ['node ports', ControllerExposure.nodePort()],
])('given %s, then no Service is published, for it has no address from outside', (_, exposure) => {
  expect(args(objects({ exposure }))).toEqual(ALWAYS);
});

const rows: [HaproxyIngressControllerProps, string[]][] = [
  [{ ingressClass: 'edge' }, ['--ingress.class=edge']],
  [{ namespace: 'edge' }, ['--configmap=edge/haproxy-controller', '--publish-service=edge/haproxy-controller']],
  [{ logLevel: ControllerLogLevel.TRACE }, ['--log=trace']],
  [{ defaultCertificate: { namespace: 'a', name: 'b' } }, ['--default-ssl-certificate=a/b']],
  [{ defaultBackend: { namespace: 'a', name: 'b' } }, ['--default-backend-service=a/b']],
  [{ watchNamespaces: ['a', 'b'] }, ['--namespace-whitelist=a', '--namespace-whitelist=b']],
  [{ ignoreNamespaces: ['a'] }, ['--namespace-blacklist=a']],
  [{ ipv6: false }, ['--disable-ipv6']],
  [{ syncPeriod: Duration.minutes(1) }, ['--sync-period=60s']],
  [{ metrics: { controller: true } }, ['--prometheus']],
  [
    { tcpServices: [{ port: 9000, service: { namespace: 'a', name: 'b' }, servicePort: 9 }] },
    ['--configmap-tcp-services=haproxy-controller/haproxy-controller-tcp'],
  ],
];

test.each(rows)('given %j, then the arguments hold %j', (props, expected) => {
  const without = args(objects());
  const given = args(objects(props));
  expect(given.filter((arg) => !without.includes(arg))).toEqual(expected);
});

test('given any props, then every flag is one that the controller reads', () => {
  // pkg/utils/flags.go at v3.2.11; a misspelt flag would be ignored without a word.
  const known = [
    'configmap',
    'ingress.class',
    'log',
    'disable-quic',
    'publish-service',
    'default-ssl-certificate',
    'default-backend-service',
    'namespace-whitelist',
    'namespace-blacklist',
    'configmap-tcp-services',
    'disable-ipv6',
    'sync-period',
    'prometheus',
  ];
  const used = rows.flatMap(([props]) => args(objects(props))).map((arg) => /^--([^=]+)/.exec(arg)?.[1]);
  expect([...new Set(used)].sort()).toEqual([...known].sort());
});
