import { Testing } from 'cdk8s';
import type { HaproxyIngressControllerProps } from '../../lib/controller/index';
import { HaproxyIngressController } from '../../lib/controller/index';
import { at, jsonAt, listAt, type Json } from '../support/json';

/** The chart under its usual id. */
export function controller(
  props: HaproxyIngressControllerProps = {},
  id = 'haproxy-controller',
): HaproxyIngressController {
  return new HaproxyIngressController(Testing.app(), id, props);
}

/** The objects of the chart. */
export function objects(props: HaproxyIngressControllerProps = {}, id?: string): Json[] {
  return Testing.synth(controller(props, id)) as Json[];
}

/** The one object of a kind, with this name where there are several. */
export function one(manifests: readonly Json[], kind: string, name?: string): Json {
  const found = manifests.filter((m) => m['kind'] === kind && (name === undefined || at(m, 'metadata.name') === name));
  const [object] = found;
  if (object === undefined || found.length > 1) throw new Error(`${found.length} objects of kind ${kind}`);
  return object;
}

/** The pod template's spec, of a Deployment or DaemonSet. */
export function podSpec(manifests: readonly Json[]): Json {
  const workload = manifests.find((m) => m['kind'] === 'Deployment' || m['kind'] === 'DaemonSet');
  return jsonAt(workload, 'spec.template.spec');
}

/** The controller's container. */
export function container(manifests: readonly Json[]): Json {
  const [first] = listAt(podSpec(manifests), 'containers');
  if (first === undefined) throw new Error('no container');
  return first;
}

/** Its arguments. */
export function args(manifests: readonly Json[]): string[] {
  return container(manifests)['args'] as string[];
}

/** The data of the controller's ConfigMap. */
export function config(manifests: readonly Json[]): Json {
  return jsonAt(one(manifests, 'ConfigMap', 'haproxy-controller'), 'data');
}
