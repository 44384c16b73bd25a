import { at, jsonAt, listAt, textAt, type Json } from './json';

const AUTOSCALERS = ['HorizontalPodAutoscaler', 'ScaledObject'];

/** What the API server takes although two objects of one namespace work against each other. */
export function contradictions(object: Json, objects: readonly Json[]): string[] {
  const near = objects.filter((other) => at(other, 'metadata.namespace') === at(object, 'metadata.namespace'));
  if (AUTOSCALERS.includes(String(object['kind']))) return ofAutoscaler(object, near);
  if (object['kind'] === 'PodMonitor') return ofMonitor(object, near);
  return object['kind'] === 'PodDisruptionBudget' ? ofBudget(object, near) : [];
}

function targetOf(autoscaler: Json): { readonly kind: string; readonly name: string } {
  const { kind = 'Deployment', name } = jsonAt(autoscaler, 'spec.scaleTargetRef');
  return { kind: String(kind), name: String(name) };
}

function ofAutoscaler(object: Json, near: readonly Json[]): string[] {
  const { kind, name } = targetOf(object);
  const target = near.find((other) => other['kind'] === kind && at(other, 'metadata.name') === name);
  if (target === undefined) return [`scales ${kind} '${name}', which is not there`];
  const errors = at(target, 'spec.replicas') === undefined ? [] : ['scales a workload that sets replicas itself'];
  const rivals = near.filter((other) => AUTOSCALERS.includes(String(other['kind'])) && targetOf(other).name === name);
  if (rivals.length > 1) errors.push('another autoscaler scales the same workload');
  const containers = listAt(target, 'spec.template.spec.containers');
  for (const metric of listAt(object, 'spec.metrics')) {
    const wanted = textAt(metric, 'containerResource.container');
    const container = containers.find((each) => each['name'] === wanted);
    if (wanted !== undefined && at(container, 'resources.requests.cpu') === undefined)
      errors.push(`measures container '${wanted}', which is not there or requests no CPU`);
  }
  return errors;
}

/** The fewest pods that a selected workload keeps. */
function fewestPods(workload: Json, near: readonly Json[]): number {
  const autoscaler = near.find(
    (other) => AUTOSCALERS.includes(String(other['kind'])) && targetOf(other).name === at(workload, 'metadata.name'),
  );
  return Number(
    at(workload, 'spec.replicas') ?? at(autoscaler, 'spec.minReplicas') ?? at(autoscaler, 'spec.minReplicaCount') ?? 1,
  );
}

function ofBudget(object: Json, near: readonly Json[]): string[] {
  const selector = jsonAt(object, 'spec.selector.matchLabels');
  const selected = selectedBy(selector, near);
  const { minAvailable, maxUnavailable } = jsonAt(object, 'spec');
  const pods = selected.reduce((sum, workload) => sum + fewestPods(workload, near), 0);
  const blocks =
    maxUnavailable === 0 || maxUnavailable === '0%' || minAvailable === '100%' || Number(minAvailable) >= pods;
  return blocks ? ['blocks every drain of a node: no pod may ever be unavailable'] : [];
}

/** The workloads of which a selector takes the pods. */
function selectedBy(selector: Json, near: readonly Json[]): Json[] {
  return near.filter((other) => {
    const labels = jsonAt(other, 'spec.template.metadata.labels');
    return (
      Object.entries(selector).every(([key, value]) => labels[key] === value) && 'template' in jsonAt(other, 'spec')
    );
  });
}

function ofMonitor(object: Json, near: readonly Json[]): string[] {
  const [workload] = selectedBy(jsonAt(object, 'spec.selector.matchLabels'), near);
  if (workload === undefined) return ['selects none of the pods'];
  const ports = listAt(workload, 'spec.template.spec.containers').flatMap((container) => listAt(container, 'ports'));
  const policies = near.filter(
    (other) =>
      other['kind'] === 'NetworkPolicy' &&
      selectedBy(jsonAt(other, 'spec.podSelector.matchLabels'), [workload]).length > 0,
  );
  return listAt(object, 'spec.podMetricsEndpoints').flatMap(({ port }) => {
    const number = ports.find(({ name }) => name === port)?.['containerPort'];
    if (number === undefined) return [`reads port '${String(port)}', which no container names`];
    const letsIn = (policy: Json): boolean =>
      listAt(policy, 'spec.ingress').some((rule) => listAt(rule, 'ports').some((open) => open['port'] === number));
    return policies.every(letsIn) ? [] : [`reads port ${JSON.stringify(number)}, which a NetworkPolicy shuts`];
  });
}
