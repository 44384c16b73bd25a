import type { CommandLine, Options } from '../cluster/options';

/** The checks, in their order. */
export const CHECK_NAMES = [
  'manifests',
  'hello-world',
  'pod-security',
  'network-policy',
  'rollouts',
  'controller',
  'autoscaling',
  'storage',
  'environments',
  'deletion',
] as const;

export type CheckName = (typeof CHECK_NAMES)[number];

export const COMMAND_LINE: CommandLine = {
  command: 'npm run e2e -- [options]',
  text: 'Applies dist/ and test charts to a cluster, checks what they promise, and takes everything away again.',
  options: {
    context: { text: 'context of the kubeconfig, if not its current one' },
    kubeconfig: { text: "path of the kubeconfig, if not kubectl's own" },
    'base-url': { text: "where the controller's node port for plain HTTP is reached", fallback: 'http://localhost/' },
    'namespace-prefix': { text: 'what the names of the test namespaces begin with', fallback: 'interlok-e2e' },
    real: { text: 'the images of the manifests are the real ones, not stand-ins', fallback: false },
    soak: { text: 'only replace all pods, this many times, and print what became of the requests' },
    only: { text: `only these checks, separated by commas: ${CHECK_NAMES.join(', ')}` },
    'output-file': { text: 'where to write the counts, as JSON' },
  },
};

/** What to do, and where. */
export interface E2eProps {
  readonly context?: string;
  readonly kubeconfig?: string;
  readonly baseUrl: URL;
  readonly prefix: string;
  readonly real: boolean;
  /** How often all pods are replaced; then nothing else is checked. */
  readonly soak?: number;
  readonly outputFile?: string;
  readonly only: readonly CheckName[];
}

/** Longest suffix of a namespace, and room for the names of the objects in it. */
const LONGEST_PREFIX = 30;

/** Reads the options; what is wrong is noted in `options`. */
export function readProps(options: Options): E2eProps {
  const prefix = options.text('namespace-prefix') ?? '';
  if (!/^[a-z]([a-z0-9-]*[a-z0-9])?$/.test(prefix) || prefix.length > LONGEST_PREFIX) {
    const expected = `at most ${LONGEST_PREFIX} lower-case letters, digits and hyphens`;
    options.problem(`namespace-prefix: got '${prefix}', expected ${expected}`);
  }
  const text = (name: string, field: string) => {
    const value = options.text(name);
    return value === undefined ? {} : { [field]: value };
  };
  options.noPositionals();
  return {
    ...text('context', 'context'),
    ...text('kubeconfig', 'kubeconfig'),
    ...text('output-file', 'outputFile'),
    ...(options.text('soak') === undefined ? {} : { soak: options.count('soak') }),
    baseUrl: options.url('base-url'),
    prefix,
    only: readOnly(options),
    real: options.has('real'),
  };
}

function readOnly(options: Options): readonly CheckName[] {
  const given = options.text('only')?.split(',');
  if (given === undefined) return CHECK_NAMES;
  const unknown = given.filter((name) => !CHECK_NAMES.some((known) => known === name));
  if (unknown.length > 0) options.problem(`only: got '${unknown.join()}', expected some of ${CHECK_NAMES.join(', ')}`);
  return CHECK_NAMES.filter((name) => given.includes(name));
}
