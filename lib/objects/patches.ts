import type { ApiObject } from 'cdk8s';
import { JsonPatch } from 'cdk8s';
import { Pod } from 'cdk8s-plus-27';
import type { k8s } from 'cdk8s-plus-27';
import { storeQuantitiesAsTheServer } from './quantities';

/** One segment of a JSON pointer, escaped as RFC 6901 wants it. */
export function pointerSegment(segment: string): string {
  return segment.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** Takes away the namespace that a chart stamps on every object, from one that lives in no namespace. */
export function clusterScoped<T extends ApiObject>(object: T): T {
  object.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
  return object;
}

/** Takes away the `externalIPs: []` that cdk8s-plus emits on every Service, a source of drift in GitOps tools. */
export function removeEmptyExternalIps(service: ApiObject): void {
  service.addJsonPatch(JsonPatch.remove('/spec/externalIPs'));
}

/** Takes away the `immutable: false` that cdk8s-plus emits on every mutable ConfigMap. */
export function removeImmutableFalse(configMap: ApiObject): void {
  configMap.addJsonPatch(JsonPatch.remove('/immutable'));
}

/**
 * What cdk8s-plus-27 has no property for, on the pod template of a Deployment or DaemonSet: seccomp and no service
 * links; and without the hashed address label, since the workloads here select by labels of their own. Without
 * `hostNetwork: false` too, which the API server drops, so that `kubectl apply` would send it again each time.
 */
export function hardenPodTemplate(workload: ApiObject): void {
  workload.addJsonPatch(
    JsonPatch.add('/spec/template/spec/securityContext/seccompProfile', { type: 'RuntimeDefault' }),
    JsonPatch.add('/spec/template/spec/enableServiceLinks', false),
    JsonPatch.remove('/spec/template/spec/hostNetwork'),
    JsonPatch.remove(`/spec/template/metadata/labels/${pointerSegment(Pod.ADDRESS_LABEL)}`),
  );
  storeQuantitiesAsTheServer(workload);
}

/** Spread over hosts and zones as a wish, so that a cluster of one node still schedules every pod. */
export function spreadOverHostsAndZones(workload: ApiObject, selector: Record<string, string>): void {
  const constraint = (topologyKey: string): k8s.TopologySpreadConstraint => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: selector },
  });
  const constraints = [constraint('kubernetes.io/hostname'), constraint('topology.kubernetes.io/zone')];
  workload.addJsonPatch(JsonPatch.add('/spec/template/spec/topologySpreadConstraints', constraints));
}
