import { ApiObject, Chart, DependencyGraph } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** The objects of a construct in the order in which a synth writes them: chart by chart, what others need first. */
export function objectsInOrder(construct: IConstruct): readonly ApiObject[] {
  const inOrder = (from: IConstruct): readonly IConstruct[] => new DependencyGraph(from.node).topology();
  const charts = inOrder(construct).filter((each) => Chart.isChart(each));
  if (charts.length === 0) return inOrder(construct).filter((each) => ApiObject.isApiObject(each));
  return charts.flatMap((chart) =>
    inOrder(chart)
      .filter((each) => ApiObject.isApiObject(each))
      // An object stands with the closest of its charts.
      .filter((each) => Chart.of(each) === chart),
  );
}
