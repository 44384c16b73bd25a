import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { nameSource, type Origin, propOf } from '../origins';
import type { InterlokProps } from './props';

/** Why fields that many objects have, or that follow from one prop as a whole, are what they are. */
export function commonOrigins(construct: Construct, name: string, props: InterlokProps): readonly Origin[] {
  const { image } = props;
  const chart = Chart.of(construct);
  const named = [nameSource(construct, name)];
  const namespace = propOf('namespace', chart.namespace === chart.node.id ? undefined : chart.namespace);
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
    ...finding(props).map((field) => ({
      field: `spec.${field}`,
      sources: named,
      why: 'the label and the names by which the objects of an adapter find each other',
    })),
  ];
}

const INSTANCE = "['app.kubernetes.io/instance']";

/** What is told by the name of the adapter. */
function finding({ pod }: InterlokProps): readonly string[] {
  const terms = 'template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution';
  return [
    `selector${INSTANCE}`,
    ...['selector', 'podSelector'].map((selector) => `${selector}.matchLabels${INSTANCE}`),
    ...[0, 1].map((index) => `${terms}[${index}].podAffinityTerm.labelSelector.matchLabels${INSTANCE}`),
    ...(pod?.topologySpread === undefined
      ? [0, 1].map((index) => `template.spec.topologySpreadConstraints[${index}].labelSelector.matchLabels${INSTANCE}`)
      : []),
    'template.spec.serviceAccountName',
    'scaleTargetRef.name',
  ];
}

function entries(field: string, prop: string, given: object | undefined, why: string): readonly Origin[] {
  return Object.keys(given ?? {}).map((name) => ({
    field: `${field}['${name}']`,
    sources: [propOf(prop, given)],
    why,
  }));
}
