import { UserError } from '../lib/errors/user-error';
import type { CheckProps } from './check-options';
import type { Kubectl } from './kubectl';
import type { Workload } from './manifests';
import { getPods, isEnding, isReady } from './pods';
import type { Answer } from './requests';
import { sendRequests } from './requests';
import type { Waiting } from './rollout';
import { renderTally } from './table';
import { isGood, Tally } from './tally';

/** How long a controller may take to learn of a new Ingress or pod, in milliseconds. */
const ROUTE_TIMEOUT_MS = 60_000;
const POLL_MS = 500;

/**
 * The Deployments and StatefulSets that answer: all behind an Ingress of the manifests, or the one that `--deployment` names.
 *
 * @throws UserError when there is none
 */
export function answeringDeployments(workloads: readonly Workload[], { deployment }: CheckProps): Workload[] {
  const deployments = workloads.filter(({ kind }) => kind !== 'DaemonSet');
  const found = deployments.filter((workload) =>
    deployment === undefined ? workload.behindIngress : `${workload.namespace}/${workload.name}` === deployment,
  );
  if (found.length > 0) return found;
  const names = deployments.map(({ namespace, name }) => `${namespace}/${name}`).join(', ');
  throw new UserError(
    deployment === undefined
      ? `no Deployment of the manifests is behind an Ingress\nName one with --deployment: ${names}`
      : `deployment: got '${deployment}', expected one of ${names}`,
  );
}

/**
 * Sends requests, prints how they spread over the pods, and throws a UserError when any of them failed.
 *
 * The requests start when the load balancer answers one: it needs a moment to learn of a new Ingress.
 */
export async function checkSpread(
  kubectl: Kubectl,
  deployments: readonly Workload[],
  props: CheckProps,
  waiting: Waiting,
): Promise<void> {
  const { url } = props.sending;
  await waitForAnswer(props, waiting);
  const pods = (await Promise.all(deployments.map((workload) => getPods(kubectl, workload)))).flat();
  const names = pods.filter((pod) => isReady(pod) && !isEnding(pod)).map((pod) => pod.metadata.name);
  const tally = new Tally(props.podOf);
  waiting.terminal.progress(`sending ${props.requests} requests to ${url.href}`);
  await sendRequests(
    props.sending,
    (sent) => sent < props.requests,
    (answer) => tally.add(answer),
  );
  // With several Deployments it is not known which of them the URL leads to.
  waiting.terminal.line(renderTally(tally, deployments.length === 1 ? names : []));
  if (tally.failed > 0) throw new UserError(`${tally.failed} of ${tally.total} requests to ${url.href} failed`);
}

/**
 * Asks until there is a good answer.
 *
 * @throws UserError with the last answer, after a minute
 */
export async function waitForAnswer({ sending }: CheckProps, { clock, terminal }: Waiting): Promise<void> {
  const deadline = clock.now() + ROUTE_TIMEOUT_MS;
  for (;;) {
    const answers: Answer[] = [];
    await sendRequests(
      { ...sending, concurrency: 1 },
      (sent) => sent < 1,
      (answer) => answers.push(answer),
    );
    const [answer] = answers;
    if (answer !== undefined) refuseRedirect(sending.url, answer);
    if (answer !== undefined && isGood(answer)) return;
    const outcome = answer?.status ?? answer?.error ?? 'nothing';
    if (clock.now() >= deadline) throw new UserError(noAnswer(sending.url, outcome));
    terminal.progress(`waiting for ${sending.url.href} (${outcome})`);
    await clock.sleep(POLL_MS);
  }
}

/** A redirect to HTTPS comes from the load balancer: counting it would say nothing about the pods. */
function refuseRedirect(url: URL, { status, headers }: Answer): void {
  const { location } = headers;
  if (status === undefined || status < 300 || status >= 400 || location === undefined) return;
  const target = URL.canParse(location, url.href) ? new URL(location, url.href) : url;
  if (url.protocol === target.protocol) return;
  throw new UserError(`${url.href} is redirected to ${target.href} (${status})\nnext: --base-url ${target.href}`);
}

function noAnswer({ href }: URL, outcome: string | number): string {
  const advice =
    typeof outcome === 'string'
      ? 'nothing listens there: is the load balancer the one of this cluster, and is its port the one of the URL?'
      : outcome === 404
        ? 'no Ingress rule matches: compare host and path with kubectl get ingress --all-namespaces'
        : 'the load balancer answers, the adapter behind it does not: see its log';
  return `${href} does not answer as it should: ${outcome}\nnext: ${advice}`;
}
