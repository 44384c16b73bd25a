import { App, Testing, type Chart } from 'cdk8s';
import { InterlokChart, type InterlokChartProps } from '../../lib';
import type { Json } from './json';

/** The Hello World chart with further props; nothing is written. */
export function helloWorldChart(props: Partial<InterlokChartProps> = {}, id = 'hello-world'): InterlokChart {
  return new InterlokChart(new App(), id, { config: 'config', ...props });
}

/** The objects of a chart. */
export function objectsOf(chart: Chart): Json[] {
  return Testing.synth(chart) as Json[];
}

/** The only object of a kind. */
export function objectOf(chart: Chart, kind: string): Json {
  const [found, ...others] = objectsOf(chart).filter((object) => object['kind'] === kind);
  if (found === undefined || others.length > 0)
    throw new Error(`${found ? 1 + others.length : 0} objects of kind ${kind}`);
  return found;
}

/** Whether a chart has an object of a kind. */
export function hasKind(chart: Chart, kind: string): boolean {
  return objectsOf(chart).some((object) => object['kind'] === kind);
}
