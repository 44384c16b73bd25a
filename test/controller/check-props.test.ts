import { Duration, Size } from 'cdk8s';
import { PropsError } from '../../lib/errors/props-error';
import {
  ControllerExposure,
  ControllerLogLevel,
  HaproxyController,
  type HaproxyIngressControllerProps,
} from '../../lib/controller/index';
import { JCMORAISJR_UNSUPPORTED } from '../../lib/controller/jcmoraisjr/check';
import { controller } from './charts';

type Props = HaproxyIngressControllerProps;

/** Fields that are refused. */
function refused(props: Props, id?: string): string[] {
  try {
    controller(props, id);
    return [];
  } catch (error) {
    if (error instanceof PropsError) return error.problems.map(({ field }) => field);
    throw error;
  }
}

const tcp = { port: 9000, service: { namespace: 'a', name: 'b' }, servicePort: 9 };

const wrong: [string, Props][] = [
  ['namespace', { namespace: 'Not_Valid' }],
  ['exposure.http', { exposure: ControllerExposure.hostPorts({ http: 0, https: 443 }) }],
  ['exposure.https', { exposure: ControllerExposure.nodePort({ http: 30080, https: 70000 }) }],
  ['exposure.https', { exposure: ControllerExposure.nodePort({ http: 30080, https: 30080 }) }],
  ['exposure.sourceRanges[0]', { exposure: ControllerExposure.loadBalancer({ sourceRanges: ['10.0.0.1'] }) }],
  ['image', { image: 'haproxytech/kubernetes-ingress' }],
  ['image', { image: 'haproxytech/kubernetes-ingress:latest' }],
  ['image', { image: 'registry:5000/haproxytech/kubernetes-ingress' }],
  ['image', { image: 'a b:1' }],
  ['replicas', { replicas: 0 }],
  ['replicas', { replicas: -1 }],
  ['replicas', { replicas: 1.5 }],
  ['replicas', { replicas: NaN }],
  ['replicas', { replicas: 2, daemonSet: true }],
  ['replicas', { replicas: 2, exposure: ControllerExposure.hostPorts() }],
  ['resources.memory.limit', { resources: { memory: { limit: Size.mebibytes(499) } } }],
  ['resources.memory.request', { resources: { memory: { request: Size.kibibytes(1025) } } }],
  ['resources.ephemeralStorage.limit', { resources: { ephemeralStorage: { limit: Size.mebibytes(500) } } }],
  ['resources.ephemeralStorage.request', { resources: { ephemeralStorage: { request: Size.mebibytes(500) } } }],
  ['resources.memory.request', { resources: { memory: { request: Size.gibibytes(2), limit: Size.gibibytes(1) } } }],
  ['resources.cpu', { resources: { cpu: {} } }],
  ['priorityClassName', { priorityClassName: 'Not Valid' }],
  ['drainDelay', { drainDelay: Duration.millis(1500) }],
  ['drainDelay', { drainDelay: Duration.seconds(0) }],
  ['longestRequest', { longestRequest: Duration.millis(1) }],
  ['ingressClass', { ingressClass: 'HAProxy' }],
  ['maxConnections', { maxConnections: 0 }],
  ['hardStopAfter', { hardStopAfter: Duration.seconds(0) }],
  ['httpsRedirectPort', { httpsRedirectPort: 65536 }],
  ['retries', { retries: -1 }],
  ['syncPeriod', { syncPeriod: Duration.millis(10) }],
  ['timeouts.queue', { timeouts: { queue: Duration.seconds(0) } }],
  ['backendSnippet[1]', { backendSnippet: ['fullconn 10', 'two\nlines'] }],
  ['backendSnippet[0]', { backendSnippet: [' '] }],
  ['frontendSnippet[0]', { frontendSnippet: ['two\nlines'] }],
  ['config.frontend-config-snippet', { config: { 'frontend-config-snippet': 'option logasap' } }],
  ['config.maxconn', { config: { maxconn: '1' } }],
  ['config.backend-config-snippet', { config: { 'backend-config-snippet': 'retries 1' } }],
  ['config.nbthread', { config: { nbthread: '' } }],
  ['config', { config: { 'max-conn': '1' } }],
  ['defaultCertificate.namespace', { defaultCertificate: { namespace: 'a/b', name: 'c' } }],
  ['defaultBackend.name', { defaultBackend: { namespace: 'a', name: '' } }],
  ['watchNamespaces', { watchNamespaces: [] }],
  ['watchNamespaces[1]', { watchNamespaces: ['a', 'B'] }],
  ['ignoreNamespaces[0]', { ignoreNamespaces: [''] }],
  ['ignoreNamespaces', { watchNamespaces: ['a'], ignoreNamespaces: ['b'] }],
  ['tcpServices[0].port', { tcpServices: [{ ...tcp, port: 443 }] }],
  ['tcpServices[0].port', { tcpServices: [{ ...tcp, port: 8080 }] }],
  ['tcpServices[1].port', { tcpServices: [tcp, tcp] }],
  ['tcpServices[0].servicePort', { tcpServices: [{ ...tcp, servicePort: 0 }] }],
  ['tcpServices[0].service.name', { tcpServices: [{ ...tcp, service: { namespace: 'a', name: 'b.c' } }] }],
  ['metrics.namespaces', { metrics: { namespaces: [] } }],
  ['networkPolicy.clients[0]', { networkPolicy: { clients: ['10.0.0.0/33'] } }],
  ['networkPolicy.apiServer', { networkPolicy: { apiServer: [] } }],
  ['networkPolicy.apiServer[0]', { networkPolicy: { apiServer: ['kubernetes.default'] } }],
  ['networkPolicy.apiServerPorts', { networkPolicy: { apiServerPorts: [] } }],
];

test.each(wrong)('given a wrong %s (%j), then it is refused by name', (field, props) => {
  expect(refused(props)).toContain(field);
});

test.each([
  ['an id that is no name', 'haproxy_controller'],
  ['an id without room for -metrics', 'a'.repeat(56)],
])('given %s, then it is refused', (_, id) => expect(refused({}, id)).toEqual(['id']));

test('given a DaemonSet and an id without a dash, then haproxytech alone refuses it', () => {
  const props = { exposure: ControllerExposure.hostPorts() };
  expect(refused(props, 'haproxy')).toEqual(['id']);
  expect(refused({ ...props, controller: HaproxyController.JCMORAISJR }, 'haproxy')).toEqual([]);
  expect(refused({}, 'haproxy')).toEqual([]);
});

test.each<Props>([
  { networkPolicy: { clients: ['::/0', '2001:db8::/128', '0.0.0.0/0'] } },
  { image: `registry:5000/a/b@sha256:${'0'.repeat(64)}` },
  { image: `a/b:1.2@sha256:${'0'.repeat(64)}` },
  { resources: { memory: { limit: Size.mebibytes(500) } } },
  { replicas: 1 },
  { retries: 0 },
])('given %j, then nothing is refused', (props) => expect(refused(props)).toEqual([]));

test('given several wrong props, then the message names each with its value and what is expected', () => {
  const wrongProps = { replicas: 0, ingressClass: 'A', config: { maxconn: '9' }, drainDelay: Duration.millis(1) };
  expect(() => controller(wrongProps)).toThrow(
    new PropsError("HaproxyIngressController 'haproxy-controller'", [
      { field: 'replicas', value: 0, expected: 'a whole number of at least 1' },
      { field: 'drainDelay', value: '1 ms', expected: 'whole seconds, at least Duration.seconds(1)' },
      {
        field: 'ingressClass',
        value: 'A',
        expected: 'the name of an object: at most 253 lower-case letters, digits, dashes and dots',
      },
      { field: 'config.maxconn', value: '9', expected: 'the prop maxConnections instead, which writes this key' },
    ]),
  );
});

const examples = {
  logLevel: ControllerLogLevel.DEBUG,
  httpsRedirectPort: 443,
  ignoreNamespaces: ['a'],
  tcpServices: [tcp],
  customResources: true,
  ipv6: false,
  syncPeriod: Duration.seconds(5),
} satisfies Props;

test.each(Object.keys(JCMORAISJR_UNSUPPORTED) as (keyof typeof examples)[])(
  'given %s, which jcmoraisjr cannot follow, then the error names an alternative',
  (field) => {
    const props = { controller: HaproxyController.JCMORAISJR, [field]: examples[field] };
    expect(() => controller(props)).toThrow(
      new RegExp(`${field}: got .*, expected no value with jcmoraisjr/haproxy-ingress\\. Instead: .+`),
    );
  },
);

test.each<[string, Props]>([
  ['redispatch', { redispatch: false }],
  ['watchNamespaces', { watchNamespaces: ['a', 'b'] }],
])('given a %s that jcmoraisjr cannot follow, then it is refused', (field, props) => {
  expect(refused({ controller: HaproxyController.JCMORAISJR, ...props })).toEqual([field]);
});

test('given memory below 500 MiB, then jcmoraisjr takes it, for the limit is of the other image', () => {
  const resources = { memory: { limit: Size.mebibytes(256), request: Size.mebibytes(256) } };
  expect(refused({ controller: HaproxyController.JCMORAISJR, resources })).toEqual([]);
});
