import type { App } from 'cdk8s';
import { type PropProblem, PropsError } from '../errors';
import { collectFindings } from '../findings';
import { adapterDirectories, type AdapterDirectory, isDirectory } from '../interlok';
import { InterlokChart, type InterlokChartProps } from './interlok-chart';

/** Props of the charts of a directory of adapters: the same for all, or what a function says of each. */
export type InterlokChartsProps =
  Omit<InterlokChartProps, 'config'> | ((adapter: AdapterDirectory) => OneOfInterlokCharts);

/** Props of one chart among those of a directory. */
export interface OneOfInterlokCharts extends Omit<InterlokChartProps, 'config'> {
  /**
   * The chart's id, and so the name of its objects: for a directory whose name Kubernetes does not take, such as
   * `testing_http`.
   * @default - the name of the directory
   */
  readonly name?: string;
}

/**
 * One chart for each configuration directory below a directory (`adapters/orders/adapter.xml`, `adapters/billing/…`),
 * named after it. What is wrong with any of them is reported together.
 *
 * @example
 * interlokCharts(app, 'adapters', { replicas: 3 });
 *
 * Several directories are laid over one another, adapter by adapter and file by file, the later ones winning:
 * `interlokCharts(app, ['adapters', 'environments/prod'])` puts `environments/prod/orders` over `adapters/orders`.
 *
 * @param directory relative to the working directory; one, or several that are laid over one another
 * @returns The charts, sorted by name
 * @throws PropsError - naming every wrong prop, or a directory that is none or has no adapters
 * @throws ConfigurationError - with everything that Interlok would refuse, each with file, line and column
 */
export function interlokCharts(
  app: App,
  directory: string | readonly string[],
  props: InterlokChartsProps = {},
): InterlokChart[] {
  const directories = typeof directory === 'string' ? [directory] : directory;
  const adapters = adapterDirectories(directories);
  const missing = directories.filter((each) => !isDirectory(each));
  if (adapters.length === 0 || missing.length > 0) {
    const expected = 'a directory with one configuration directory for each adapter in it';
    const wrong = missing.length > 0 ? missing : [directories.join(', ')];
    throw new PropsError(
      'interlokCharts',
      wrong.map((value) => ({ field: 'directory', value, expected })),
    );
  }
  const problems: PropProblem[] = [];
  const owners = new Map<string, string>();
  const charts = collectFindings(() =>
    adapters.flatMap((adapter): InterlokChart[] => {
      try {
        const { name = adapter.name, ...own }: OneOfInterlokCharts =
          typeof props === 'function' ? props(adapter) : props;
        if (typeof props !== 'function' && 'name' in props)
          throw new PropsError('interlokCharts', [{ field: 'name', value: props.name, expected: ONE_NAME }]);
        const other = owners.get(name);
        if (other !== undefined)
          throw new PropsError('interlokCharts', [
            { field: 'name', value: name, expected: `another name than that of the directory '${other}'` },
          ]);
        owners.set(name, adapter.name);
        return [new InterlokChart(app, name, { ...own, config: adapter.paths })];
      } catch (error) {
        if (!(error instanceof PropsError)) throw error;
        problems.push(...error.problems.map((problem) => ofAdapter(adapter.name, problem)));
        return [];
      }
    }),
  );
  if (problems.length > 0) throw new PropsError(`interlokCharts '${directories.join(', ')}'`, problems);
  return charts;
}

const ONE_NAME = 'a function that says a name for each: (adapter) => ({ name: … })';

/** A problem of one chart; what is wrong with its id is wrong with the name of the directory, unless it has another. */
function ofAdapter(directory: string, problem: PropProblem): PropProblem {
  const expected =
    problem.field === 'id' && problem.value === directory
      ? `${problem.expected}; rename the directory, or name the chart with props that are a function: (adapter) => ({ name: … })`
      : problem.expected;
  return { ...problem, expected, field: `${directory}: ${problem.field}` };
}
