import type { HaproxyBackend } from '../../lib/haproxy';
import { HaproxytechDialect, JcmoraisjrDialect } from '../../lib/haproxy';

const backend: HaproxyBackend = { protocol: 'http', concurrencyPerPod: 1, replicas: 3, ports: 1 };

describe('given no options', () => {
  test('when rendered for haproxytech, then rolling updates lose nothing and each pod gets one request', () => {
    const { ingressAnnotations, serviceAnnotations, problems } = new HaproxytechDialect().render({}, backend);
    expect(problems).toEqual([]);
    expect(ingressAnnotations).toEqual({});
    expect(serviceAnnotations).toEqual({
      'haproxy.org/backend-config-snippet':
        'option redispatch 1\nretries 3\ntimeout queue 50s\ndefault-server maxconn 1',
      'haproxy.org/check': 'true',
      'haproxy.org/load-balance': 'leastconn',
    });
  });

  test('when rendered for jcmoraisjr, then what is on by default is left to the controller', () => {
    const { ingressAnnotations, serviceAnnotations, problems } = new JcmoraisjrDialect().render({}, backend);
    expect(problems).toEqual([]);
    expect(ingressAnnotations).toEqual({});
    expect(serviceAnnotations).toEqual({
      'haproxy-ingress.github.io/balance-algorithm': 'leastconn',
      'haproxy-ingress.github.io/health-check-interval': '2s',
      'haproxy-ingress.github.io/maxconn-server': '1',
      'haproxy-ingress.github.io/timeout-queue': '50s',
    });
  });
});
