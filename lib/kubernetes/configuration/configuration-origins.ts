import { statSync } from 'node:fs';
import { join } from 'node:path';
import { keyOf, type Origin, place, propOf, type Source } from '../../origins';
import type { InterlokProps } from '../props';
import type { ConfigMapContent } from './config-map-content';

/** Why the ConfigMap of a configuration has what it has. */
export function configurationOrigins(props: InterlokProps, { data, items }: ConfigMapContent): readonly Origin[] {
  const directories = typeof props.config === 'string' ? [props.config] : props.config;
  return [
    {
      field: 'metadata.name',
      sources: [propOf('config', props.config)],
      why: 'named by its content too, so that a change of the configuration replaces the pods',
    },
    ...items.map(({ key, path }): Origin => {
      // The later directory wins; what is in none of them was added.
      const from = directories.findLast((directory) => isFile(join(directory, path)));
      const added: Source = propOf('completeConfiguration', props.completeConfiguration);
      return {
        field: keyOf(key in data ? 'data' : 'binaryData', key),
        sources: [from === undefined ? added : place({ file: join(from, path).replaceAll('\\', '/') })],
        why:
          from === undefined
            ? 'the directory has no such file, and a pod needs one'
            : 'the file as it is; keys that a pod needs, and that are not set, are added to bootstrap.properties',
      };
    }),
  ];
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
