import { at, isJson, jsonAt, listAt, type Json } from './json';

/**
 * What the definitions of custom resources say in rules and not in schemas (`x-kubernetes-validations`), and what their
 * operators refuse, or do without a word, although the API server takes it.
 */
export function customResourceRuleErrors(object: Json): string[] {
  switch (object['kind']) {
    case 'ScaledObject':
      return scaledObject(object);
    case 'HTTPRoute':
      return httpRoute(object);
    default:
      return [];
  }
}

/** @see https://keda.sh/docs/2.20/scalers/prometheus/ */
const PROMETHEUS_KEYS = [
  'serverAddress',
  'query',
  'threshold',
  'activationThreshold',
  'namespace',
  'customHeaders',
  'queryParameters',
  'ignoreNullValues',
  'unsafeSsl',
  'authModes',
  'timeout',
];

function scaledObject(object: Json): string[] {
  const errors: string[] = [];
  const least = Number(at(object, 'spec.minReplicaCount') ?? 0);
  const most = Number(at(object, 'spec.maxReplicaCount') ?? 100);
  if (least > most) errors.push(`minReplicaCount ${least} is more than maxReplicaCount ${most}`);
  if (least < 1) errors.push('minReplicaCount 0: nothing wakes up an adapter that HAProxy has no server for');
  if (String(at(object, 'metadata.name')).length > 54) errors.push('the name has more than 54 characters');
  for (const { type, metadata } of listAt(object, 'spec.triggers')) {
    if (type !== 'prometheus' || !isJson(metadata)) {
      errors.push(`unknown trigger '${String(type)}'`);
      continue;
    }
    for (const key of Object.keys(metadata))
      if (!PROMETHEUS_KEYS.includes(key)) errors.push(`trigger ${type} has no '${key}'`);
    for (const key of ['serverAddress', 'query', 'threshold'])
      if (!(key in metadata)) errors.push(`trigger ${type} lacks '${key}'`);
    if (metadata['ignoreNullValues'] !== 'false') errors.push('a lost metric would count as 0 and take pods away');
  }
  return errors;
}

const PATH = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/;
const REFUSED_IN_PATH = ['//', '/./', '/../', '%2f', '%2F', '#'];

/** @see https://gateway-api.sigs.k8s.io/reference/spec/#httproute */
function httpRoute(object: Json): string[] {
  const errors: string[] = [];
  const rules = listAt(object, 'spec.rules');
  const parents = listAt(object, 'spec.parentRefs');
  if (parents.length === 0) errors.push('no parentRefs: the route belongs to no Gateway');
  const places = parents.map(({ name, namespace, sectionName }) => JSON.stringify([name, namespace, sectionName]));
  if (new Set(places).size < places.length) errors.push('the same parent twice');
  if (rules.length === 0) errors.push('no rules: the default leads everything to no backend');
  const matches = rules.flatMap((rule) => listAt(rule, 'matches'));
  if (matches.length > 128) errors.push(`${matches.length} matches, more than 128`);
  for (const match of matches) {
    const { type, value } = jsonAt(match, 'path');
    if (type === 'RegularExpression') continue;
    const path = String(value);
    const refused = REFUSED_IN_PATH.find((part) => path.includes(part)) ?? /\/\.{1,2}$/.exec(path)?.[0];
    if (!path.startsWith('/') || !PATH.test(path)) errors.push(`path '${path}' has characters that are refused`);
    if (refused !== undefined) errors.push(`path '${path}' has '${refused}'`);
  }
  for (const rule of rules) {
    const redirects = listAt(rule, 'filters').some((filter) => 'requestRedirect' in filter);
    const backends = listAt(rule, 'backendRefs');
    if (redirects && backends.length > 0) errors.push('a redirect with backends');
    if (!redirects && backends.length === 0) errors.push('a rule without backends');
    for (const { name, port } of backends) if (port === undefined) errors.push(`no port of Service '${String(name)}'`);
  }
  return errors;
}
