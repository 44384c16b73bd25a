import { type Finding, finding } from '../../findings';
import { type BootstrapProperties, type ConfigDirectory, type ConfigFile, pathOfConfigUrl } from '../files';
import { readingRules } from './reading-rules';

/** The first of the adapter's URLs that names a file in the directory; adapter.xml where none does. */
export function adapterPathOf(
  bootstrap: BootstrapProperties,
  files: ReadonlyMap<string, ConfigFile>,
): string | undefined {
  for (const { value } of bootstrap.adapterConfigUrls) {
    const path = pathOfConfigUrl(value);
    if (path !== undefined && files.has(path)) return path;
  }
  const inside = bootstrap.adapterConfigUrls.some(({ value }) => pathOfConfigUrl(value) !== undefined);
  return !inside && files.has('adapter.xml') ? 'adapter.xml' : undefined;
}

/** The adapter's file is not where it is said to be. */
export function adapterMissing(
  bootstrap: BootstrapProperties,
  disk: ConfigDirectory,
  shown: (path: string) => string,
): Finding {
  const primary = bootstrap.adapterConfigUrls[0];
  const path = primary === undefined ? undefined : pathOfConfigUrl(primary.value);
  const name = path ?? 'adapter.xml';
  const what = disk.directories.has(name) ? 'is a directory where a file should be' : 'is not in the directory';
  if (primary !== undefined && path !== undefined) {
    const hint =
      bootstrap.startingWith('vcs.workingcopy.url').length > 0
        ? 'add a checkout: version control cannot make one in a read-only directory'
        : 'add the file, or correct the URL';
    return finding(readingRules.adapterMissing, primary.valueAt, {
      message: `'${path}', which ${primary.key} names, ${what}`,
      hint,
    });
  }
  const hint = 'add it, or name another directory';
  return finding(readingRules.adapterMissing, { file: shown(name) }, { message: `'${name}' ${what}`, hint });
}
