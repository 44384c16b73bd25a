import type { OptionDescription, Options } from './options';
import type { RequestProps } from './requests';
import type { PodOf } from './tally';
import { podInBody, podInHeader } from './tally';

/** The options of each script that waits for workloads and sends requests. */
export const CHECK_OPTIONS = {
  requests: { text: 'requests to send; each runs the workflow', fallback: '300' },
  concurrency: { text: 'requests in flight at a time', fallback: '8' },
  host: { text: 'Host header, where the Ingress has a host and the URL has none' },
  'pod-pattern': { text: 'regular expression for the body; its group is the pod', fallback: 'from (\\S+?)!' },
  'pod-header': { text: 'header of the answer that names the pod, instead of the body' },
  timeout: { text: 'seconds to wait for the pods', fallback: '600' },
  deployment: { text: 'the Deployment that answers, as namespace/name, if not all behind the Ingress' },
  dist: { text: 'folder of the manifests', fallback: 'dist' },
  kubeconfig: { text: "path of the kubeconfig, if not kubectl's own" },
} as const satisfies Record<string, OptionDescription>;

const REQUEST_TIMEOUT_MS = 30_000;

/** What a check does: the options above, read. */
export interface CheckProps {
  readonly requests: number;
  readonly sending: RequestProps;
  readonly podOf: PodOf;
  /** Time to wait for the pods, in milliseconds. */
  readonly timeoutMs: number;
  readonly deployment?: string;
  readonly dist: string;
  readonly kubeconfig?: string;
}

/** Reads the options above; what is wrong is noted in `options`. */
export function readCheck(options: Options, url: URL): CheckProps {
  const host = options.text('host');
  const header = options.text('pod-header');
  const deployment = options.text('deployment');
  const kubeconfig = options.text('kubeconfig');
  const concurrency = options.count('concurrency');
  return {
    requests: options.count('requests'),
    sending: { url, concurrency, timeoutMs: REQUEST_TIMEOUT_MS, ...(host === undefined ? {} : { host }) },
    podOf: header === undefined ? podInBody(pattern(options)) : podInHeader(header),
    timeoutMs: options.count('timeout') * 1000,
    dist: options.text('dist') ?? 'dist',
    ...(deployment === undefined ? {} : { deployment }),
    ...(kubeconfig === undefined ? {} : { kubeconfig }),
  };
}

function pattern(options: Options): RegExp {
  const text = options.text('pod-pattern') ?? '';
  try {
    return new RegExp(text);
  } catch {
    options.problem(`pod-pattern: got '${text}', expected a regular expression such as from (\\S+?)!`);
    return /^$/;
  }
}
