import { posix } from 'node:path';
import { defaultRelease, editorSchema, formatRelease, knownRelease } from '../../lib/interlok';
import { modelLine } from '../schema/model-line';
import type { ImageComponents } from './translation';

/** The schema of a project's adapter.xml, and how a file of the configuration names it. */
export interface ProjectSchema {
  /** By its path: beside the configuration, all of whose files become the ConfigMap. */
  readonly files: Readonly<Record<string, string>>;
  readonly line: string;
}

/**
 * The schema for the release of an image.
 *
 * @param config the configuration directory, relative to the project
 * @returns undefined for a release that the catalogue does not have, and where nothing is beside the configuration
 */
export function projectSchema(config: string, components?: ImageComponents): ProjectSchema | undefined {
  const { release, modules } = components ?? { release: formatRelease(defaultRelease) };
  const directory = posix.normalize(config).replace(/\/$/, '');
  if (knownRelease(release) === undefined || directory === '.') return undefined;
  const name = `interlok-${release}.rng`;
  const schema = editorSchema({ release, ...(modules === undefined ? {} : { modules }) });
  return { files: { [posix.join(posix.dirname(directory), name)]: schema }, line: modelLine(`../${name}`) };
}
