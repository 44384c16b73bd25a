import * as kplus from 'cdk8s-plus-27';
import { IngressDialect, type IngressOptions } from '../../../lib/haproxy/index';
import type { Adapter } from '../../../lib/interlok/index';
import { ingressSettings } from '../../../lib/kubernetes/traffic/ingress-settings';
import { aListener, anAdapter, aRoute, managementJetty } from '../../support/adapters';
import { helloWorldChart, objectOf, objectsOf } from '../../support/charts';
import { at } from '../../support/json';
import { expectStrictlyValid } from '../../support/strict-schema';

function settings(adapter: Adapter, ingress: IngressOptions = {}): ReturnType<typeof ingressSettings> {
  return ingressSettings('test', 'adapter', adapter, { config: 'config', ingress });
}

/** The limit of connections per pod that the dialect writes. */
function limit(adapter: Adapter, ingress: IngressOptions = {}): string | undefined {
  const annotations = settings(adapter, { dialect: IngressDialect.JCMORAISJR, ...ingress })?.serviceAnnotations;
  return annotations?.['haproxy-ingress.github.io/maxconn-server'];
}

const pooling = aRoute('/pool', { concurrency: 10 });
const unknown = aRoute('/other', { concurrency: undefined });

describe('the limit of connections per pod', () => {
  test.each([
    ['one workflow', [aListener(8081, [aRoute('/a')])], '1'],
    ['two workflows on a port', [aListener(8081, [aRoute('/a'), pooling])], '11'],
    ['two ports', [aListener(8081, [aRoute('/a')]), aListener(8082, [pooling])], '10'],
    ['a workflow of unknown concurrency', [aListener(8081, [aRoute('/a'), unknown])], undefined],
    ['one on another port', [aListener(8081, [aRoute('/a')]), aListener(8082, [unknown])], undefined],
    ['a route of the management Jetty', [managementJetty([aRoute('/a'), aRoute('/b/*')])], '2'],
    ['everything on the management Jetty, the UI among it', [managementJetty([aRoute('/*')])], undefined],
    ['an extension on the management Jetty', [managementJetty([aRoute('*.do')])], undefined],
    ['everything on a port of its own', [aListener(8081, [aRoute('/*')])], '1'],
  ] as const)('given %s, then no pod is limited below what it can do', (_given, listeners, expected) => {
    expect(limit(anAdapter(listeners))).toBe(expected);
  });

  test.each([
    ['to one port', [{ path: '/a', port: 8081 }], '1'],
    ['to the management Jetty, a route', [{ path: '/m', port: 8080 }], '1'],
    ['to the management Jetty, its UI', [{ path: '/interlok', port: 8080 }], undefined],
  ] as const)('given paths %s, then it is that of what they reach', (_given, paths, expected) => {
    const listeners = [managementJetty([aRoute('/m')]), aListener(8081, [aRoute('/a')]), aListener(8082, [unknown])];
    expect(limit(anAdapter(listeners), { paths })).toBe(expected);
  });
});

describe('given paths of the user', () => {
  const two = anAdapter([aListener(8081, [aRoute('/a')]), aListener(8082, [aRoute('/b')])]);

  test('when one port has consumers, then it need not be named', () => {
    const one = anAdapter([aListener(8081, [aRoute('/a')])]);
    expect(settings(one, { paths: [{ path: '/x' }] })?.paths).toEqual([{ path: '/x', pathType: 'Prefix', port: 8081 }]);
  });

  test('when several have, or the port has none, then it is refused with the ports', () => {
    const paths = [{ path: '/x' }, { path: '/y', port: 8082 }, { path: '/z', port: 9 }];
    expect(() => settings(two, { paths })).toThrow(
      /ingress\.paths\[0\]\.port.*8081, 8082[\s\S]*ingress\.paths\[2\]\.port/,
    );
  });
});

describe('given an autoscaler of cdk8s-plus', () => {
  test('when the props have no replicas, then the manifest has none either, and HAProxy gets its limit all the same', () => {
    const chart = helloWorldChart({ replicas: undefined });
    const metrics = [kplus.Metric.resourceCpu(kplus.MetricTarget.averageUtilization(70))];
    new kplus.HorizontalPodAutoscaler(chart, 'autoscaler', { target: chart.deployment, maxReplicas: 30, metrics });

    expect(objectOf(chart, 'Deployment')['spec']).not.toHaveProperty('replicas');
    expect(at(objectOf(chart, 'HorizontalPodAutoscaler'), 'spec.scaleTargetRef.name')).toBe('hello-world');
    expect(JSON.stringify(objectOf(chart, 'Service'))).toContain('default-server maxconn 1');
    expectStrictlyValid(objectsOf(chart));
  });
});
