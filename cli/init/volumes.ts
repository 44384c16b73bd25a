import { posix } from 'node:path';
import { asRow, literal, noPlace, type Part } from './translation';
import { isMap, listOf, shown, textOf, type YamlMap } from './yaml-values';

const CONFIG = '/opt/interlok/config';

/** One volume of a service. */
interface Mount {
  readonly source: string;
  readonly target: string;
  readonly value: string;
}

/** The directory that is mounted where the image has its configuration. */
export function mountedConfig(service: YamlMap): string | undefined {
  return mountsOf(service).find(({ target, source }) => target === CONFIG && /^[.~/\\]|^[A-Za-z]:/.test(source))
    ?.source;
}

/** The volumes of the service: its configuration, files that join it, and all others. */
export function translateVolumes(service: YamlMap, name: string, config: string): readonly Part[] {
  const secretName = `${name}-files`;
  const mounts = mountsOf(service);
  const files = mounts.filter(({ target }) => target.startsWith(`${CONFIG}/`));
  const code = files.map(({ target }) => {
    return `{ path: ${literal(posix.relative(CONFIG, target))}, secretName: ${literal(secretName)} }`;
  });
  const from = files.map(({ target, source }) => `--from-file=${posix.basename(target)}=${source}`);
  return [
    ...mounts.map((mount) => asRow('volumes', mount.value, became(mount, secretName, config))),
    ...(files.length === 0
      ? []
      : [
          {
            props: { secretFiles: `[${code.join(', ')}]` },
            preparations: [`kubectl -n ${name} create secret generic ${secretName} ${from.join(' ')}`],
          },
        ]),
  ];
}

function became({ target }: Mount, secretName: string, config: string): string {
  if (target === CONFIG) return `config: ${literal(config)}`;
  if (target.startsWith(`${CONFIG}/`)) return `secretFiles: ${posix.relative(CONFIG, target)} of Secret ${secretName}`;
  return noPlace('pods share no directory; `storage` gives one that outlives them, where the adapter needs it');
}

function mountsOf(service: YamlMap): Mount[] {
  return listOf(service['volumes']).flatMap((value): Mount[] => {
    if (isMap(value)) {
      const [source = '', target = ''] = [textOf(value['source']), textOf(value['target'])];
      return [{ source, target: posix.normalize(target).replace(/\/$/, ''), value: `${source}:${target}` }];
    }
    // A Windows path has a colon of its own.
    const [, source = '', target = ''] =
      /^((?:[A-Za-z]:[\\/])?[^:]*):([^:]+)(?::\w+(?:,\w+)*)?$/.exec(shown(value)) ?? [];
    const only = target === '' ? shown(value) : target;
    return [{ source, target: posix.normalize(only).replace(/\/$/, ''), value: shown(value) }];
  });
}
