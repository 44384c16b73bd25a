import { duplicates } from './api-server-rules';
import { contradictions } from './contradictions';
import { at, containersOf, isJson, jsonAt, listAt, nameOf, podOf, textAt, WORKLOADS, type Json } from './json';

/** What is wrong between objects: doubles, and selectors, ports and references that meet nothing. */
export function referenceErrors(objects: readonly Json[]): string[] {
  return [
    ...duplicates(objects.map(nameOf)).map((name) => `${name}: appears twice`),
    ...objects.flatMap((object) =>
      [
        ...selectors(object, objects),
        ...backends(object, objects),
        ...targets(object, objects),
        ...contradictions(object, objects),
      ].map((error) => `${nameOf(object)}: ${error}`),
    ),
  ];
}

const inNamespaceOf = (object: Json, objects: readonly Json[]): Json[] =>
  objects.filter((other) => at(other, 'metadata.namespace') === at(object, 'metadata.namespace'));

const matches = (labels: Json, selector: Json): boolean =>
  Object.entries(selector).every(([key, value]) => labels[key] === value);

function selectors(object: Json, objects: readonly Json[]): string[] {
  const kind = String(object['kind']);
  if (WORKLOADS.includes(kind)) {
    const selector = at(object, 'spec.selector.matchLabels');
    if (kind === 'Job' && selector === undefined) return [];
    const matched = isJson(selector) && matches(jsonAt(object, 'spec.template.metadata.labels'), selector);
    return matched ? [] : ['the selector does not match the labels of its pod template'];
  }
  const field = {
    Service: 'selector',
    PodDisruptionBudget: 'selector.matchLabels',
    NetworkPolicy: 'podSelector.matchLabels',
  }[kind];
  const selector = field === undefined ? undefined : at(object, `spec.${field}`);
  const pods = inNamespaceOf(object, objects)
    .map(podOf)
    .filter((pod) => pod !== undefined);
  if (!isJson(selector) || pods.length === 0) return [];
  const selected = pods.filter((pod) => matches(jsonAt(pod, 'metadata.labels'), selector));
  if (selected.length === 0) return ['the selector matches none of the pods'];
  const names = selected.flatMap((pod) =>
    containersOf(pod).flatMap(({ container }) => listAt(container, 'ports').map((port) => port['name'])),
  );
  return (kind === 'Service' ? listAt(object, 'spec.ports') : [])
    .filter((port) => typeof port['targetPort'] === 'string' && !names.includes(port['targetPort']))
    .map((port) => `targetPort '${String(port['targetPort'])}' is no named port of the pods`);
}

function backends(object: Json, objects: readonly Json[]): string[] {
  const services = inNamespaceOf(object, objects).filter((other) => other['kind'] === 'Service');
  return (services.length === 0 ? [] : servicesNamed(object)).flatMap((backend) => {
    if (!isJson(backend)) return [];
    const service = services.find((other) => at(other, 'metadata.name') === backend['name']);
    if (!service) return [`backend '${String(backend['name'])}' is no Service of these objects`];
    const { name, number = backend['port'] } = jsonAt(backend, 'port');
    const found = listAt(service, 'spec.ports').some((p) =>
      name === undefined ? p['port'] === number : p['name'] === name,
    );
    return found ? [] : [`Service '${String(backend['name'])}' has no port ${String(name ?? number)}`];
  });
}

/** What an Ingress or an HTTPRoute says of the Services that it leads to. */
function servicesNamed(object: Json): unknown[] {
  const rules = listAt(object, 'spec.rules');
  if (object['kind'] === 'HTTPRoute') return rules.flatMap((rule) => listAt(rule, 'backendRefs'));
  if (object['kind'] !== 'Ingress') return [];
  const paths = rules.flatMap((rule) => listAt(rule, 'http.paths'));
  return [...paths.map((path) => at(path, 'backend.service')), at(object, 'spec.defaultBackend.service')];
}

function targets(object: Json, objects: readonly Json[]): string[] {
  const near = inNamespaceOf(object, objects);
  const exists = (kind: unknown, name: unknown): boolean =>
    objects.some(
      (o) => o['kind'] === kind && at(o, 'metadata.name') === name && (kind === 'ClusterRole' || near.includes(o)),
    );
  const errors: string[] = [];
  if (String(object['kind']).endsWith('RoleBinding')) {
    const { kind, name } = jsonAt(object, 'roleRef');
    if (!exists(kind, name)) errors.push(`binds ${String(kind)} '${String(name)}', which is not there`);
  }
  const namespace = textAt(object, 'metadata.namespace');
  const made = objects.filter((o) => o['kind'] === 'Namespace').map((o) => textAt(o, 'metadata.name'));
  const before = objects
    .slice(0, objects.indexOf(object))
    .map((o) => (o['kind'] === 'Namespace' ? textAt(o, 'metadata.name') : ''));
  if (namespace !== undefined && made.includes(namespace) && !before.includes(namespace))
    errors.push(`comes before its Namespace '${namespace}', so that one kubectl apply fails`);
  return errors;
}
