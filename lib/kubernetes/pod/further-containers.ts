import { Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { ImageReference, type Output } from '../../objects';
import type { InterlokInitContainer, InterlokSidecar } from '../props';
import { hardenContainers, inOrder } from './harden-containers';

/** Small, since cdk8s-plus would ask for a whole CPU. */
const RESOURCES: kplus.ContainerResources = {
  cpu: { request: kplus.Cpu.millis(50) },
  memory: { request: Size.mebibytes(128), limit: Size.mebibytes(128) },
  ephemeralStorage: { request: Size.gibibytes(1), limit: Size.gibibytes(1) },
};

/** A container beside Interlok, as cdk8s-plus takes it. */
export function furtherContainer(container: InterlokSidecar | InterlokInitContainer): kplus.ContainerProps {
  const pinned = ImageReference.parse(container.image)?.pinned === true;
  return {
    imagePullPolicy: pinned ? kplus.ImagePullPolicy.IF_NOT_PRESENT : kplus.ImagePullPolicy.ALWAYS,
    resources: RESOURCES,
    ...container,
  };
}

/** The names of the containers that start before all others. */
export function startingFirst(sidecars: readonly InterlokSidecar[]): readonly string[] {
  return sidecars.filter(({ startsFirst }) => startsFirst !== false).map(({ name }) => name);
}

/**
 * Makes of a Deployment's manifest what its containers need: all of them hardened as the first one is, and those that
 * start first as native sidecars, which cdk8s-plus-27 does not know. Probes are refused on init containers by it, so
 * they are ordinary ones until now.
 */
export function finishContainers(deployment: Output, first: readonly string[]): Output {
  const pod = hardenContainers(podIn(deployment));
  const containers = pod['containers'] as readonly Output[];
  const isFirst = ({ name }: Output): boolean => first.includes(name as string);
  const native = containers.filter(isFirst).map((container) => inOrder({ ...container, restartPolicy: 'Always' }));
  if (native.length === 0) return withPod(deployment, pod);
  return withPod(deployment, {
    ...pod,
    containers: containers.filter((container) => !isFirst(container)),
    initContainers: [...native, ...((pod['initContainers'] ?? []) as readonly Output[])],
  });
}

/** The spec of the pods in the manifest of a Deployment. */
export function podIn(deployment: Output): Output {
  return ((deployment['spec'] as Output)['template'] as Output)['spec'] as Output;
}

function withPod(deployment: Output, pod: Output): Output {
  const spec = deployment['spec'] as Output;
  const template = spec['template'] as Output;
  return { ...deployment, spec: { ...spec, template: { ...template, spec: inOrder(pod) } } };
}
