import { App } from 'cdk8s';
import { ConfigurationError, interlokCharts, PropsError } from '../../lib';
import { helloWorldChart, objectsOf } from '../support/charts';
import { directoryOf, HELLO_WORLD } from '../support/config';

/** A directory of Hello Worlds with these names. */
function adapters(names: readonly string[], more: Readonly<Record<string, string>> = {}): string {
  const files = names.flatMap((name) => Object.entries(HELLO_WORLD).map(([file, text]) => [`${name}/${file}`, text]));
  return directoryOf({ ...(Object.fromEntries(files) as Record<string, string>), ...more });
}

function thrownBy(make: () => unknown): unknown {
  try {
    make();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('interlokCharts', () => {
  test('given a directory of adapters, then each becomes the chart that it is alone; files and hidden ones are left out', () => {
    const directory = adapters(['orders', 'billing'], { 'README.md': 'x', '.git/config': 'x' });

    const charts = interlokCharts(new App(), `${directory}/`, { replicas: 3 });

    expect(charts.map((chart) => chart.node.id)).toEqual(['billing', 'orders']);
    expect(charts[1]?.toJson()).toEqual(
      objectsOf(helloWorldChart({ config: `${directory}/orders`, replicas: 3 }, 'orders')),
    );
  });

  test('given a function, then it says the props of each', () => {
    const charts = interlokCharts(new App(), adapters(['a', 'b']), ({ name }) => ({ replicas: name === 'a' ? 1 : 5 }));

    expect(charts.map((chart) => chart.deployment.replicas)).toEqual([1, 5]);
  });

  test('given errors in several adapters, then all are reported at once', () => {
    const directory = adapters(['good'], { 'x/adapter.xml': '<adapter>', 'y/adapter.xml': '<adaptor/>' });

    const error = thrownBy(() => interlokCharts(new App(), directory));

    expect(error).toBeInstanceOf(ConfigurationError);
    expect(String(error)).toMatch(/x\/adapter\.xml:1:.*malformed-xml.*y\/adapter\.xml:1:1.*unknown-root/s);
  });

  test('given names that no object can have, then all are named', () => {
    const error = thrownBy(() => interlokCharts(new App(), adapters(['Not_A_Name', 'UPPER'])));

    expect(error).toBeInstanceOf(PropsError);
    expect((error as PropsError).problems.map(({ field }) => field)).toEqual(['Not_A_Name: id', 'UPPER: id']);
  });

  test.each([
    ['missing', 'no-such-directory'],
    ['empty', directoryOf({})],
  ])('given a directory that is %s, then it is said', (_, directory) => {
    expect(() => interlokCharts(new App(), directory)).toThrow(`directory: got '${directory}'`);
  });
});

describe('given directories whose names Kubernetes does not take', () => {
  const twoAdapters = (): string => adapters(['orders', 'testing_http']);

  test('when a function names their charts, then these are the names', () => {
    const charts = interlokCharts(new App(), twoAdapters(), ({ name }) => ({ name: name.replaceAll('_', '-') }));
    expect(charts.map(({ node }) => node.id)).toEqual(['orders', 'testing-http']);
  });

  test('when nothing is said, then the error tells how to name them', () => {
    expect(() => interlokCharts(new App(), twoAdapters())).toThrow(
      'or name the chart with props that are a function: (adapter) => ({ name: … })',
    );
  });

  test('when two get one name, or all of them, then it is refused', () => {
    expect(() => interlokCharts(new App(), twoAdapters(), () => ({ name: 'a' }))).toThrow(
      "another name than that of the directory 'orders'",
    );
    expect(() => interlokCharts(new App(), twoAdapters(), { name: 'a' } as never)).toThrow(
      'a function that says a name for each',
    );
  });
});
