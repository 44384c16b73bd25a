import { JsonPatch } from 'cdk8s';
import { pointerSegment } from '../../objects';
import type { PodOptions } from '../props';

const TEMPLATE = '/spec/template';

/** The patches that put pod options into the template of a workload whose metadata has labels already. */
export function podOptionPatches(options: PodOptions): readonly JsonPatch[] {
  const { labels = {}, annotations, nodeSelector, tolerations, runtimeClassName, dns, hostAliases } = options;
  const spec = (field: string, value: unknown): JsonPatch[] =>
    value === undefined ? [] : [JsonPatch.add(`${TEMPLATE}/spec/${field}`, value)];
  return [
    ...Object.entries(labels).map(([key, value]) =>
      JsonPatch.add(`${TEMPLATE}/metadata/labels/${pointerSegment(key)}`, value),
    ),
    ...(annotations === undefined ? [] : [JsonPatch.add(`${TEMPLATE}/metadata/annotations`, annotations)]),
    ...spec('nodeSelector', nodeSelector),
    ...spec('tolerations', tolerations),
    ...spec('topologySpreadConstraints', options.topologySpread),
    ...spec('runtimeClassName', runtimeClassName),
    ...spec('dnsPolicy', dns?.policy),
    ...spec('dnsConfig', dnsConfig(dns)),
    ...spec(
      'hostAliases',
      hostAliases && Object.entries(hostAliases).map(([ip, hostnames]) => ({ ip, hostnames: [...hostnames] })),
    ),
  ];
}

function dnsConfig(dns: PodOptions['dns']): object | undefined {
  const { nameservers, searches, options } = dns ?? {};
  if (nameservers === undefined && searches === undefined && options === undefined) return undefined;
  return {
    ...(nameservers && { nameservers }),
    ...(searches && { searches }),
    ...(options && { options: Object.entries(options).map(([name, value]) => ({ name, ...(value && { value }) })) }),
  };
}
