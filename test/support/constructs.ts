import { App, Chart, Testing } from 'cdk8s';
import type { Json } from './json';

/** The labels that constructs are given in their tests. */
export const LABELS = { 'app.kubernetes.io/name': 'interlok', 'app.kubernetes.io/version': '5.0.1' };

/** The labels that pods are selected by in their tests. */
export const SELECTOR = { 'app.kubernetes.io/instance': 'orders', 'app.kubernetes.io/name': 'interlok' };

/** The objects that are made in an empty chart of the namespace `shop`. */
export function objectsMade(make: (chart: Chart) => void): Json[] {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  make(chart);
  return Testing.synth(chart) as Json[];
}
