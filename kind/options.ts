import { CHECK_OPTIONS } from '../cluster/check-options';
import type { OptionDescription, Options } from '../cluster/options';

/** The option of all three scripts that says which cluster. */
export const NAME_OPTION = {
  name: { text: 'name of the kind cluster', fallback: 'cdk8s-interlok' },
} as const satisfies Record<string, OptionDescription>;

/** The options of the scripts that also send requests. */
export const KIND_OPTIONS = {
  ...NAME_OPTION,
  'base-url': { text: 'where to send requests, if not http://localhost/hello-world at the port of the cluster file' },
  config: { text: 'the kind cluster file', fallback: 'kind/cluster.yaml' },
  ...CHECK_OPTIONS,
} as const satisfies Record<string, OptionDescription>;

/** Reads the name of the cluster; one that kind would refuse is noted in `options`. */
export function readName(options: Options): string {
  const name = options.text('name') ?? '';
  if (!/^[a-z0-9.-]+$/.test(name))
    options.problem(`name: got '${name}', expected lower-case letters, digits, dots and hyphens`);
  return name;
}
