import type { App } from 'cdk8s';
import { type PropProblem, PropsError } from '../errors';
import { collectFindings } from '../findings';
import { adapterDirectories, type AdapterDirectory } from '../interlok';
import { InterlokChart, type InterlokChartProps } from './interlok-chart';

/** Props of the charts of a directory of adapters: the same for all, or what a function says of each. */
export type InterlokChartsProps =
  Omit<InterlokChartProps, 'config'> | ((adapter: AdapterDirectory) => Omit<InterlokChartProps, 'config'>);

/**
 * One chart for each configuration directory below a directory (`adapters/orders/adapter.xml`, `adapters/billing/…`),
 * named after it. What is wrong with any of them is reported together.
 *
 * @example
 * interlokCharts(app, 'adapters', { replicas: 3 });
 *
 * @param directory relative to the working directory
 * @returns The charts, sorted by name
 * @throws PropsError - naming every wrong prop, or that there is no adapter in the directory
 * @throws ConfigurationError - with everything that Interlok would refuse, each with file, line and column
 */
export function interlokCharts(app: App, directory: string, props: InterlokChartsProps = {}): InterlokChart[] {
  const adapters = adapterDirectories(directory);
  if (adapters === undefined || adapters.length === 0) {
    const expected = 'a directory with one configuration directory for each adapter in it';
    throw new PropsError('interlokCharts', [{ field: 'directory', value: directory, expected }]);
  }
  const problems: PropProblem[] = [];
  const charts = collectFindings(() =>
    adapters.flatMap((adapter): InterlokChart[] => {
      try {
        const own = typeof props === 'function' ? props(adapter) : props;
        return [new InterlokChart(app, adapter.name, { ...own, config: adapter.path })];
      } catch (error) {
        if (!(error instanceof PropsError)) throw error;
        problems.push(...error.problems.map((problem) => ({ ...problem, field: `${adapter.name}: ${problem.field}` })));
        return [];
      }
    }),
  );
  if (problems.length > 0) throw new PropsError(`interlokCharts '${directory}'`, problems);
  return charts;
}
