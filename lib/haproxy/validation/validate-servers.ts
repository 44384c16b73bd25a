import { isPath, isPlainToken, PATH } from '../formats';
import type { IngressOptions } from '../ingress-options';
import { CheckMethod, RetryOn } from '../options';
import type { Problems } from './problems';

/** Options about the pods and how requests get to them. */
export function serverProblems(options: IngressOptions, problems: Problems): void {
  const { loadBalancing, healthCheck, timeouts = {}, retries, affinity } = options;
  const parameter = loadBalancing?.parameter;
  const balancing = problems.at('loadBalancing');
  if (typeof parameter === 'string') balancing.text(parameter, isPlainToken, 'the name of a header or parameter');
  else balancing.whole(parameter, 1, 1000);

  const check = problems.at('healthCheck');
  check.at('path').text(healthCheck?.check.path, isPath, PATH);
  check.at('method').oneOf(healthCheck?.check.method, Object.values(CheckMethod));
  check.at('interval').duration(healthCheck?.check.interval);
  check.at('timeout').duration(healthCheck?.check.timeout);
  check.at('rise').whole(healthCheck?.check.rise, 1);
  check.at('fall').whole(healthCheck?.check.fall, 1);

  for (const name of ['connect', 'server', 'serverFin', 'queue', 'tunnel', 'httpRequest', 'keepAlive'] as const)
    problems.at('timeouts').at(name).duration(timeouts[name]);

  problems.at('retries.attempts').whole(retries?.attempts, 0, 100);
  problems.at('retries.on').each(retries?.on, (on, at) => at.oneOf(on, Object.values(RetryOn)));
  if (retries?.attempts === 0 && (retries.redispatch === true || retries.on !== undefined))
    problems.at('retries.attempts').add(0, 'at least 1 with redispatch or on, which 0 switches off');

  problems.at('slowStart').duration(options.slowStart);
  problems.at('connectionsPerPod').whole(options.connectionsPerPod?.connections, 1);
  problems.at('serverSlots').whole(options.serverSlots, 1, 10_000);
  problems
    .at('affinity.cookieName')
    .text(affinity?.cookieName, isPlainToken, 'a cookie name of letters, digits and -_.');
}
