import { Duration } from 'cdk8s';
import { HaproxyController, type HaproxyIngressControllerProps } from '../../../lib/controller/index';
import { JCMORAISJR_OWNED_KEYS } from '../../../lib/controller/jcmoraisjr/config-data';
import { config, objects } from '../charts';

const jc = (props: HaproxyIngressControllerProps = {}) =>
  config(objects({ controller: HaproxyController.JCMORAISJR, ...props }));

test('given no props, then redispatch is left to the controller, where it is on', () => {
  expect(jc()).toEqual({
    'config-frontend': 'option idle-close-on-response',
    'max-connections': '2000',
    'prometheus-port': '9101',
    'timeout-keep-alive': '13s',
    'timeout-stop': '10m',
  });
});

test('given no metrics, then HAProxy opens no port for them', () => {
  expect(jc({ metrics: false })).not.toHaveProperty('prometheus-port');
});

const rows: [HaproxyIngressControllerProps, Record<string, string>][] = [
  [{ maxConnections: 10 }, { 'max-connections': '10' }],
  [{ hardStopAfter: Duration.seconds(90) }, { 'timeout-stop': '90s' }],
  [{ retries: 5, backendSnippet: ['fullconn 10'] }, { 'config-backend': 'retries 5\nfullconn 10' }],
  [{ frontendSnippet: ['option logasap'] }, { 'config-frontend': 'option idle-close-on-response\noption logasap' }],
  [{ accessLog: true }, { 'syslog-endpoint': 'stdout', 'syslog-format': 'raw' }],
  [{ timeouts: { connect: Duration.seconds(1) } }, { 'timeout-connect': '1s' }],
  [{ timeouts: { client: Duration.seconds(2) } }, { 'timeout-client': '2s' }],
  [{ timeouts: { server: Duration.seconds(3) } }, { 'timeout-server': '3s' }],
  [{ timeouts: { httpRequest: Duration.seconds(4) } }, { 'timeout-http-request': '4s' }],
  [{ timeouts: { httpKeepAlive: Duration.seconds(5) } }, { 'timeout-keep-alive': '5s' }],
  [{ timeouts: { queue: Duration.seconds(6) } }, { 'timeout-queue': '6s' }],
  [{ timeouts: { tunnel: Duration.seconds(7) } }, { 'timeout-tunnel': '7s' }],
  [{ config: { 'stats-auth': 'user:pass' } }, { 'stats-auth': 'user:pass' }],
];

test.each(rows)('given %j, then the ConfigMap has %j', (props, expected) => {
  expect(jc(props)).toMatchObject(expected);
});

test('then every key that a prop writes is guarded', () => {
  const written = rows.flatMap(([props]) => Object.keys(jc(props))).filter((key) => key !== 'stats-auth');
  expect([...new Set(written)].sort()).toEqual(Object.keys(JCMORAISJR_OWNED_KEYS).sort());
});
