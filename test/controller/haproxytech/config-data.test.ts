import { Duration } from 'cdk8s';
import { ControllerExposure, type HaproxyIngressControllerProps } from '../../../lib/controller/index';
import { HAPROXYTECH_OWNED_KEYS } from '../../../lib/controller/haproxytech/config-data';
import { CONFIG_KEYS } from '../../../lib/controller/haproxytech/config-keys';
import { config, objects } from '../charts';

test('given no props, then the settings without which it fails are there', () => {
  expect(config(objects())).toEqual({
    'backend-config-snippet': 'option redispatch 1\nretries 3',
    'frontend-config-snippet': 'option idle-close-on-response',
    'hard-stop-after': '10m',
    maxconn: '2000',
    'ssl-redirect-port': '443',
    'timeout-http-keep-alive': '13s',
  });
});

const rows: [HaproxyIngressControllerProps, Record<string, string>][] = [
  [{ maxConnections: 10 }, { maxconn: '10' }],
  [{ hardStopAfter: Duration.millis(1500) }, { 'hard-stop-after': '1500ms' }],
  [{ httpsRedirectPort: 8443 }, { 'ssl-redirect-port': '8443' }],
  [{ exposure: ControllerExposure.hostPorts({ http: 8080, https: 9443 }) }, { 'ssl-redirect-port': '9443' }],
  [{ exposure: ControllerExposure.nodePort() }, { 'ssl-redirect-port': '443' }],
  [{ retries: 0 }, { 'backend-config-snippet': 'option redispatch 1\nretries 0' }],
  [{ redispatch: false }, { 'backend-config-snippet': 'retries 3' }],
  [
    { backendSnippet: ['default-server slowstart 30s'] },
    { 'backend-config-snippet': 'option redispatch 1\nretries 3\ndefault-server slowstart 30s' },
  ],
  [
    { frontendSnippet: ['option logasap'] },
    { 'frontend-config-snippet': 'option idle-close-on-response\noption logasap' },
  ],
  [{ accessLog: true }, { 'syslog-server': 'address:stdout, format: raw, facility: daemon' }],
  [{ timeouts: { connect: Duration.seconds(1) } }, { 'timeout-connect': '1s' }],
  [{ timeouts: { client: Duration.minutes(2) } }, { 'timeout-client': '2m' }],
  [{ timeouts: { server: Duration.seconds(90) } }, { 'timeout-server': '90s' }],
  [{ timeouts: { httpRequest: Duration.seconds(4) } }, { 'timeout-http-request': '4s' }],
  [{ timeouts: { httpKeepAlive: Duration.hours(1) } }, { 'timeout-http-keep-alive': '1h' }],
  [{ timeouts: { queue: Duration.seconds(50) } }, { 'timeout-queue': '50s' }],
  [{ timeouts: { tunnel: Duration.hours(2) } }, { 'timeout-tunnel': '2h' }],
  [{ config: { nbthread: '4' } }, { nbthread: '4' }],
];

test.each(rows)('given %j, then the ConfigMap has %j', (props, expected) => {
  expect(config(objects(props))).toMatchObject(expected);
});

test('then every key is one that the controller reads, and every one that a prop writes is guarded', () => {
  const written = rows.flatMap(([props]) => Object.keys(config(objects(props)))).filter((key) => key !== 'nbthread');
  expect([...new Set(written)].sort()).toEqual(Object.keys(HAPROXYTECH_OWNED_KEYS).sort());
  expect(Object.keys(HAPROXYTECH_OWNED_KEYS).filter((key) => !CONFIG_KEYS.has(key))).toEqual([]);
});
