import { at, isJson, listAt, type Json } from './json';

/**
 * What the definitions of custom resources say in rules and not in schemas (`x-kubernetes-validations`), and what their
 * operators refuse, or do without a word, although the API server takes it.
 */
export function customResourceRuleErrors(object: Json): string[] {
  switch (object['kind']) {
    case 'ScaledObject':
      return scaledObject(object);
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
