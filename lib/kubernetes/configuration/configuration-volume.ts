import { posix } from 'node:path';
import { JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { SecretFile } from '../props';
import type { ConfigurationMap } from './config-map';
import type { ConfigMapItem } from './config-map-content';

const VOLUME_NAME = 'config';

/** The volume of the configuration directory. With files from Secrets, {@link projectedVolumePatch} puts both together. */
export function configurationVolume(
  scope: Construct,
  configMap: ConfigurationMap,
  items: readonly ConfigMapItem[],
  files: readonly SecretFile[],
): kplus.Volume {
  if (files.length > 0) return kplus.Volume.fromEmptyDir(scope, VOLUME_NAME, VOLUME_NAME);
  const mapped = needsItems(items) ? Object.fromEntries(items.map(({ key, ...item }) => [key, item])) : undefined;
  return kplus.Volume.fromConfigMap(scope, VOLUME_NAME, configMap, { name: VOLUME_NAME, items: mapped });
}

/** Replaces a volume by one that joins the ConfigMap and files from Secrets; cdk8s-plus-27 has no projected volumes. */
export function projectedVolumePatch(
  pointer: string,
  configMap: ConfigurationMap,
  items: readonly ConfigMapItem[],
  files: readonly SecretFile[],
): JsonPatch {
  const sources = [
    { configMap: { name: configMap.name, ...(needsItems(items) && { items: [...items] }) } },
    ...files.map((file) => ({
      secret: { name: file.secretName, items: [{ key: secretKey(file), path: file.path }] },
    })),
  ];
  return JsonPatch.replace(pointer, { name: VOLUME_NAME, projected: { sources } });
}

/** The key of the Secret that holds the file. */
export function secretKey(file: SecretFile): string {
  return file.key ?? posix.basename(file.path);
}

/** Keys are the file names already, unless the directory is nested, has programs, or names that a key cannot hold. */
function needsItems(items: readonly ConfigMapItem[]): boolean {
  return items.some(({ key, path, mode }) => key !== path || mode !== undefined);
}
