import { ApiObject, Chart } from 'cdk8s';
import type { IConstruct } from 'constructs';

/**
 * The manifests of one chart, from that chart alone.
 *
 * `Chart.toJson` of cdk8s resolves the dependencies of the whole app and validates all of it, for each chart again;
 * `App.synth` has done both before it asks the charts. With a thousand charts in an app that is a million times the
 * work of one. The order of the objects is that of their construction, where nothing depends on what comes later; a chart
 * in which something does, or depends on another chart, is left to cdk8s.
 *
 * @param chart The chart
 * @param wholeApp What cdk8s does
 * @throws Error - with what the constructs of the chart have against being synthesized
 */
export function chartObjects(chart: Chart, wholeApp: () => unknown[]): unknown[] {
  const constructs = chart.node.findAll();
  if (!areInOrder(constructs)) return wholeApp();
  const errors = constructs.flatMap((construct) =>
    construct.node.validate().map((error) => `[${construct.node.path}] ${error}`),
  );
  if (errors.length > 0) throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  return constructs
    .filter((construct) => ApiObject.isApiObject(construct))
    .filter((object) => Chart.of(object) === chart)
    .map((object): unknown => object.toJson());
}

/** Whether everything stands behind what it depends on already. */
function areInOrder(constructs: readonly IConstruct[]): boolean {
  const before = new Set<IConstruct>();
  return constructs.every((construct) => {
    before.add(construct);
    return construct.node.dependencies.every((needed) => needed.node.findAll().every((each) => before.has(each)));
  });
}
