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
  const found = objectsOf(chart).filter((object) => object['kind'] === kind);
  if (found.length !== 1) throw new Error(`${found.length} objects of kind ${kind}`);
  return found[0] as Json;
}

/** Whether a chart has an object of a kind. */
export function hasKind(chart: Chart, kind: string): boolean {
  return objectsOf(chart).some((object) => object['kind'] === kind);
}
