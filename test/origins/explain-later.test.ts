import { App, Chart } from 'cdk8s';
import { ConfigMap } from 'cdk8s-plus-27';
import { explainLater, InterlokChart } from '../../lib';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

/** Each object once, in the order in which it comes. */
function objectsOf(rows: readonly { readonly kind: string; readonly name: string }[]): string[] {
  return [...new Set(rows.map(({ kind, name }) => `${kind} ${name}`))];
}

function manifestsOf(app: App): string[] {
  return app.charts
    .flatMap((chart) => chart.toJson() as Manifest[])
    .map(({ kind, metadata }) => `${kind} ${metadata.name}`);
}

describe('explainLater', () => {
  test('given two charts, of which the first needs the second, then the objects have the order of the manifests', () => {
    const explained = explainLater();
    const app = new App();
    const first = new InterlokChart(app, 'first', { config: 'config' });
    const second = new InterlokChart(app, 'second', { config: 'config' });
    first.addDependency(second);

    const manifests = manifestsOf(app);
    const objects = objectsOf(explained());

    expect(objects).toEqual(manifests);
    expect(objects[0]).toBe('Namespace second');
  });

  test('given an object that another one of the chart needs, then it comes before it, as in the manifests', () => {
    const explained = explainLater();
    const app = new App();
    const chart = new InterlokChart(app, 'first', { config: 'config' });
    chart.workload.node.addDependency(chart.service ?? chart);

    const manifests = manifestsOf(app);
    const objects = objectsOf(explained());

    expect(objects).toEqual(manifests);
    expect(objects.indexOf('Service first')).toBeLessThan(objects.indexOf('Deployment first'));
  });

  test('given objects of which nothing was told, then they are left out', () => {
    const explained = explainLater();
    new ConfigMap(new Chart(new App(), 'other'), 'config-map');
    expect(explained()).toEqual([]);
  });
});
