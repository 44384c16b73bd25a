import { App, Chart, Duration, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { Interlok, type InterlokAutoscaling, type InterlokChartProps } from '../../../lib';
import { hasKind, helloWorldChart, objectOf, objectsOf } from '../../support/charts';
import { at, listAt } from '../../support/json';
import { expectStrictlyValid } from '../../support/strict-schema';

const prometheus = 'http://prometheus.monitoring.svc:9090';
const cpuRequest = kplus.Cpu.millis(500);

/** Each way to scale, with what it needs. */
const WAYS: readonly [string, Partial<InterlokChartProps>][] = [
  ['cpu', { autoscaling: { maxReplicas: 30, cpu: 70 }, resources: { cpuRequest } }],
  ['load', { autoscaling: { maxReplicas: 30, load: { prometheus } } }],
  ['external', { autoscaling: { maxReplicas: 30, external: true } }],
];

describe('autoscaling', () => {
  test.each(WAYS)(
    'given %s, then an apply sets no replicas, and HAProxy has slots for the most pods',
    (_way, props) => {
      const chart = helloWorldChart(props);

      expect(at(objectOf(chart, 'Deployment'), 'spec')).not.toHaveProperty('replicas');
      expect(JSON.stringify(objectOf(chart, 'Service'))).toContain('"haproxy.org/scale-server-slots":"60"');
      expectStrictlyValid(objectsOf(chart));
    },
  );

  test('given none, then nothing scales and the replicas are fixed', () => {
    const chart = helloWorldChart();

    expect(chart.autoscaler).toBeUndefined();
    expect(at(objectOf(chart, 'Deployment'), 'spec.replicas')).toBe(2);
  });

  test('given an autoscaler outside, then there is none here', () => {
    const chart = helloWorldChart({ autoscaling: { maxReplicas: 3, external: true } });

    expect(chart.autoscaler).toBeUndefined();
    expect(['HorizontalPodAutoscaler', 'ScaledObject'].filter((kind) => hasKind(chart, kind))).toEqual([]);
  });

  test('given an autoscaler of cdk8s-plus, then it takes over, without a prop', () => {
    const chart = helloWorldChart();
    new kplus.HorizontalPodAutoscaler(chart, 'scaler', { target: chart.deployment, maxReplicas: 4 });

    expect(at(objectOf(chart, 'Deployment'), 'spec')).not.toHaveProperty('replicas');
  });

  test('given a long drain, then pods leave no faster than they drain', () => {
    const chart = helloWorldChart({
      autoscaling: { maxReplicas: 4, cpu: 70 },
      resources: { cpuRequest },
      drain: { gracePeriod: Duration.minutes(10) },
    });

    const down = at(objectOf(chart, 'HorizontalPodAutoscaler'), 'spec.behavior.scaleDown');
    expect(at(down, 'stabilizationWindowSeconds')).toBe(600);
    expect(listAt(down, 'policies').map((policy) => policy['periodSeconds'])).toEqual([600, 600]);
  });

  test('given a drain of an hour and more, then the limits of the API hold', () => {
    const chart = helloWorldChart({
      autoscaling: { maxReplicas: 4, load: { prometheus } },
      drain: { gracePeriod: Duration.hours(3) },
    });

    const down = at(objectOf(chart, 'ScaledObject'), 'spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown');
    expect(at(down, 'stabilizationWindowSeconds')).toBe(3600);
    expect(listAt(down, 'policies').map((policy) => policy['periodSeconds'])).toEqual([1800, 1800]);
  });

  test('given a chart without namespace, then the load is refused and the rest is not', () => {
    const chartOf = (autoscaling: InterlokAutoscaling): unknown[] => {
      const chart = new Chart(new App(), 'mine');
      new Interlok(chart, 'orders', { config: 'config', autoscaling });
      return Testing.synth(chart) as unknown[];
    };

    expect(() => chartOf({ maxReplicas: 3, load: { prometheus } })).toThrow(/a chart with a namespace/);
    expect(chartOf({ maxReplicas: 3, external: true })).not.toEqual([]);
  });
});
