import { type Origin, propOf } from './origins';
import type { InterlokProps } from './props';

/** Why fields that many objects have, or that follow from one prop as a whole, are what they are. */
export function commonOrigins(props: Omit<InterlokProps, 'name'> & Pick<InterlokProps, 'name'>): readonly Origin[] {
  const { autoscaling, metrics, image, labels, annotations } = props;
  const named = [propOf('name', props.name)];
  const config = [propOf('config', props.config)];
  const version = { sources: [propOf('image', image)], why: 'the release of Interlok in the image' };
  const ofAll = ['metadata', 'spec.template.metadata'].flatMap((of): Origin[] => [
    { field: `${of}.labels`, sources: named, why: 'the labels that tell the objects of an adapter' },
    { field: `${of}.labels['app.kubernetes.io/version']`, ...version },
    ...Object.keys(labels ?? {}).map((name) => ({
      field: `${of}.labels['${name}']`,
      sources: [propOf('labels', labels)],
      why: 'a label of every object',
    })),
  ]);
  const scaled = {
    sources: [propOf('autoscaling', autoscaling)],
    why: 'what changes the number of pods, and its limits',
  };
  const watched = { sources: [propOf('metrics', metrics)], why: 'how the adapter is watched' };
  return [
    { field: 'metadata.name', sources: [...named], why: 'named after the adapter; a ConfigMap after its content too' },
    { field: 'metadata.namespace', sources: [propOf('namespace', undefined)], why: 'the namespace of the chart' },
    ...ofAll,
    {
      field: 'metadata.annotations',
      sources: [propOf('annotations', annotations)],
      why: 'annotations of every object',
    },
    ...['data', 'binaryData'].map((field) => ({ field, sources: config, why: 'the file as it is in the directory' })),
    ...['selector', 'podSelector', 'template.spec.affinity', 'template.spec.serviceAccountName'].map((field) => ({
      field: `spec.${field}`,
      sources: named,
      why: 'the labels and names by which the objects of an adapter find each other',
    })),
    ...['scaleTargetRef', 'minReplicas', 'maxReplicas', 'metrics', 'behavior'].map((field) => ({
      field: `spec.${field}`,
      ...scaled,
    })),
    ...['minReplicaCount', 'maxReplicaCount', 'fallback', 'advanced', 'triggers'].map((field) => ({
      field: `spec.${field}`,
      ...scaled,
    })),
    ...['podMetricsEndpoints', 'groups'].map((field) => ({ field: `spec.${field}`, ...watched })),
  ];
}
