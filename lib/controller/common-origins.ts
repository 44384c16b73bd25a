import type { Origin } from '../origins';
import { fromProps } from './prop-origins';
import type { ControllerSettings } from './settings';

const INSTANCE = "['app.kubernetes.io/instance']";
const NAME = "['app.kubernetes.io/name']";

/** Why fields that many objects of a controller have are what they are. */
export function commonOrigins(settings: ControllerSettings): readonly Origin[] {
  const id = (field: string, why: string): Origin => ({ field, sources: [{ kind: 'prop', prop: 'id' }], why });
  const found = [
    ...['spec.selector', 'spec.selector.matchLabels', 'spec.podSelector.matchLabels'],
    ...[0, 1].flatMap((index) => [
      `${ANTI_AFFINITY}[${index}].podAffinityTerm.labelSelector.matchLabels`,
      `spec.template.spec.topologySpreadConstraints[${index}].labelSelector.matchLabels`,
    ]),
  ];
  const labels = ['metadata.labels', 'spec.template.metadata.labels'];
  return [
    id('metadata.name', 'objects are named after the chart'),
    fromProps(settings, 'metadata.namespace', ['namespace'], 'the namespace of the chart'),
    id('spec.template.spec.serviceAccountName', 'the controller has a ServiceAccount of its own'),
    ...[...found, ...labels].flatMap((of) => [
      id(`${of}${INSTANCE}`, 'the label that tells the objects of a controller'),
      fromProps(settings, `${of}${NAME}`, ['controller'], 'the label that tells which controller it is'),
    ]),
    ...labels.flatMap((of) => [
      id(`${of}['app.kubernetes.io/part-of']`, 'the label that tells the objects of a controller'),
      fromProps(settings, `${of}['app.kubernetes.io/version']`, imageProps(settings), 'the release of the controller'),
    ]),
    fromProps(
      settings,
      "metadata.labels['pod-security.kubernetes.io/enforce']",
      ['exposure'],
      'ports of the node need a namespace that admits them',
    ),
  ];
}

/** The image, which is that of the controller where none is given. */
export function imageProps({ given }: ControllerSettings): readonly string[] {
  return given.image === undefined ? ['image', 'controller'] : ['image'];
}

const ANTI_AFFINITY = 'spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution';
