import { asProp, asRow, type Part } from './translation';
import { shown, valueAt, type YamlMap } from './yaml-values';

/** How many containers of the service run. */
export function translateReplicas(service: YamlMap): readonly Part[] {
  const settings: readonly [string, unknown][] = [
    ['deploy.replicas', valueAt(service, 'deploy', 'replicas')],
    ['scale', service['scale']],
  ];
  const given = settings.filter(([, value]) => value !== undefined && value !== null);
  if (given.length === 0)
    return [asProp('scale', 'not set', 'replicas', '1', 'as Compose runs one; 2 or more survive the loss of a node')];
  return given.map(([setting, value]) => {
    const count = Number(value);
    if (Number.isInteger(count) && count >= 1) return asProp(setting, shown(value), 'replicas', String(count));
    return asRow(setting, shown(value), 'no place: expected a whole number of at least 1');
  });
}
