import { type Finding, finding } from '../../findings';
import { type ConfigDirectory, readConfigDirectory } from './config-directory';
import type { ConfigFile } from './config-file';
import { fileRules } from './file-rules';

/**
 * Reads configuration directories that are laid over one another, file by file: what a later one has at a path stands in
 * the place of what the earlier ones have there. All but one of them may be empty.
 */
export function readConfigLayers(directories: readonly string[]): ConfigDirectory {
  const layers = directories.map((directory) => readConfigDirectory(directory));
  const layerOf = new Map<string, ConfigDirectory>();
  const files = new Map<string, ConfigFile>();
  for (const layer of layers)
    for (const file of layer.files) {
      files.set(file.path, file);
      layerOf.set(file.path, layer);
    }
  const displayPath = (path: string): string => (layerOf.get(path) ?? layers[0])?.displayPath(path) ?? path;
  const findings = [...layers.flatMap((layer) => layer.findings), ...findCollisions(layers)];
  return {
    files: [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1)),
    leftOut: new Set(layers.flatMap((layer) => [...layer.leftOut])),
    directories: new Set(layers.flatMap((layer) => [...layer.directories])),
    findings: findings.length === 0 && files.size === 0 ? [nothingThere(directories, displayPath(''))] : findings,
    displayPath,
  };
}

/** A path that is a file in one directory and a directory in another: a pod cannot have both. */
function findCollisions(layers: readonly ConfigDirectory[]): readonly Finding[] {
  return layers.flatMap((layer) =>
    layer.files.flatMap((file) => {
      const other = layers.find((each) => each.directories.has(file.path));
      if (other === undefined || other === layer) return [];
      const message = `'${layer.displayPath(file.path)}' is a file, and '${other.displayPath(file.path)}' a directory`;
      const hint = 'rename one of the two';
      return [finding(fileRules.layersCollide, { file: layer.displayPath(file.path) }, { message, hint })];
    }),
  );
}

function nothingThere(directories: readonly string[], file: string): Finding {
  const named = directories.map((directory) => `'${directory}'`).join(', ');
  const message =
    directories.length === 1
      ? `the configuration directory ${named} has no files`
      : `the configuration directories ${named} have no files`;
  const hint = 'put adapter.xml and what belongs to it there, or name another directory';
  return finding(fileRules.directoryMissing, { file }, { message, hint });
}
