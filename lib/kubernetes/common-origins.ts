import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { type Origin, propOf, type Source } from '../origins';
import type { InterlokProps } from './props';

/** Why fields that many objects have, or that follow from one prop as a whole, are what they are. */
export function commonOrigins(construct: Construct, name: string, props: InterlokProps): readonly Origin[] {
  const { autoscaling, image } = props;
  const chart = Chart.of(construct);
  // The chart of an adapter gives its own id as the name.
  const named: readonly Source[] = [{ kind: 'prop', prop: name === chart.node.id ? 'id' : 'name' }];
  const namespace = propOf('namespace', chart.namespace === chart.node.id ? undefined : chart.namespace);
  const scaled = {
    sources: [propOf('autoscaling', autoscaling)],
    why: 'what changes the number of pods, and its limits',
  };
  return [
    { field: 'metadata.name', sources: named, why: 'objects are named after the adapter' },
    { field: 'metadata.namespace', sources: [namespace], why: 'the namespace of the chart' },
    ...['metadata', 'spec.template.metadata'].flatMap((of): readonly Origin[] => [
      ...['instance', 'part-of'].map((label) => ({
        field: `${of}.labels['app.kubernetes.io/${label}']`,
        sources: named,
        why: 'a label that tells the objects of an adapter',
      })),
      {
        field: `${of}.labels['app.kubernetes.io/version']`,
        sources: [propOf('image', image)],
        why: 'the release of Interlok in the image',
      },
      ...entries(`${of}.labels`, 'labels', props.labels, 'a label of every object'),
    ]),
    ...entries('metadata.annotations', 'annotations', props.annotations, 'an annotation of every object'),
    ...['selector', 'podSelector', 'template.spec.affinity', 'template.spec.serviceAccountName'].map((field) => ({
      field: `spec.${field}`,
      sources: named,
      why: 'the labels and names by which the objects of an adapter find each other',
    })),
    ...SCALED.map((field) => ({ field: `spec.${field}`, ...scaled })),
  ];
}

const SCALED = [
  ...['scaleTargetRef', 'minReplicas', 'maxReplicas', 'metrics', 'behavior'],
  ...['minReplicaCount', 'maxReplicaCount', 'fallback', 'advanced', 'triggers'],
];

function entries(field: string, prop: string, given: object | undefined, why: string): readonly Origin[] {
  return Object.keys(given ?? {}).map((name) => ({
    field: `${field}['${name}']`,
    sources: [propOf(prop, given)],
    why,
  }));
}
