import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { type PropProblem, PropsError } from '../../errors';
import { type ConfigFile, configFile } from '../../interlok';
import { because } from '../../origins';
import type { FurtherFile } from '../props';
import { ConfigurationMap } from './config-map';
import { configMapContent } from './config-map-content';
import { LARGEST_CONFIG_MAP } from './config-map-findings';

/** The volume of the further files. */
const NAME = 'files';

/**
 * Reads the further files, with the places in the container as their paths.
 * @throws PropsError - naming each that cannot be read, and what does not fit into a ConfigMap
 */
export function readFurtherFiles(subject: string, further: readonly FurtherFile[]): readonly ConfigFile[] {
  const problems: PropProblem[] = [];
  const files = further.flatMap(({ path, from }, index): readonly ConfigFile[] => {
    const stat = statSync(from, { throwIfNoEntry: false });
    if (stat?.isFile() === true) return [configFile(path, readFileSync(from))];
    const below = stat?.isDirectory() === true ? filesBelow(from) : [];
    const expected = 'a file that exists, or a directory with files in it';
    if (below.length === 0) problems.push({ field: `files[${index}].from`, value: from, expected });
    return below.map((name) => configFile(posix.join(path, name), readFileSync(join(from, name))));
  });
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > LARGEST_CONFIG_MAP) {
    const expected = `files of at most ${LARGEST_CONFIG_MAP} bytes together, which is what a ConfigMap holds; put larger ones into the image`;
    problems.push({ field: 'files', value: `${size} bytes`, expected });
  }
  if (problems.length > 0) throw new PropsError(subject, problems);
  return files;
}

function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(...join(entry.parentPath, entry.name).slice(directory.length).split(/[\\/]/)))
    .map((name) => name.replace(/^\/+/, ''))
    .sort();
}

/**
 * Puts further files into a container: a ConfigMap named by its content, each file mounted at its own place, so that
 * what the image has beside it stays.
 */
export function mountFurtherFiles(
  scope: Construct,
  container: kplus.Container,
  files: readonly ConfigFile[],
  metadata: { readonly name: string; readonly labels: Record<string, string> },
): void {
  if (files.length === 0) return;
  const content = configMapContent(files);
  const configMap = new ConfigurationMap(scope, 'files-map', { ...metadata, content, part: NAME });
  because(ApiObject.of(configMap), () =>
    ['metadata.name', 'data', 'binaryData'].map((field) => ({
      field,
      sources: [{ kind: 'prop', prop: 'files' }],
      why: 'the further files, by whose content the ConfigMap is named',
    })),
  );
  const volume = kplus.Volume.fromConfigMap(scope, NAME, configMap, { name: NAME });
  for (const { key, path } of content.items) container.mount(path, volume, { subPath: key, readOnly: true });
}
