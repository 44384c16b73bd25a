import { sendRequests } from '../../cluster/requests';
import { podInBody, Tally } from '../../cluster/tally';
import type { Context } from '../context';
import { CONTROLLER, HELLO, namespaceOf, urlOf } from '../context';
import { execIn, waitForPods } from '../pods';

const ROUTE_TIMEOUT_MS = 60_000;

/** What the article of 2017 shows: three pods that answer in turn. */
export async function checkHelloWorld(context: Context): Promise<void> {
  const { report, cluster, dist, carried } = context;
  const { kubectl } = cluster;
  await report.check('dist/ is applied, and all its pods become ready', [HELLO, CONTROLLER], async () => {
    await cluster.waitFor(dist);
    return `${(await waitForPods(cluster, HELLO, 3)).length} pods of the adapter`;
  });
  await report.check(
    `Hello World comes from three names in turn through HAProxy${carried}`,
    [HELLO, CONTROLLER],
    async () => {
      await waitForAnswer(context, urlOf(context, '/hello-world'), /^Hello World from/);
      const tally = await ask(urlOf(context, '/hello-world'), 60);
      const names = (await waitForPods(cluster, HELLO, 3)).map(({ metadata }) => metadata.name).sort();
      if (tally.failed > 0) throw new Error(`${tally.failed} of ${tally.total} requests failed`);
      if ([...tally.byPod.keys()].sort().join() !== names.join()) {
        throw new Error(`answers from ${[...tally.byPod.keys()].join(', ')}, pods ${names.join(', ')}`);
      }
      return [...tally.byPod.values()].join(', ') + ' of 60 answers';
    },
  );
  await report.check('each pod answers with its own name by exec', [HELLO], async () => {
    for (const { metadata } of await waitForPods(cluster, HELLO, 3)) {
      const ask = 'wget -qO- http://127.0.0.1:8081/helloworld || curl -s http://127.0.0.1:8081/helloworld';
      const { stdout, stderr } = await execIn(cluster, HELLO, `pod/${metadata.name}`, ask);
      const expected = `Hello World from ${metadata.name}!`;
      if (stdout.trim() !== expected) throw new Error(`got '${stdout}${stderr}', expected '${expected}'`);
    }
    return undefined;
  });
  await report.check(
    'the ports of the web UI and of JMX are reachable neither by the Service nor by a pod',
    [HELLO],
    async () => {
      const { stdout: addresses } = await kubectl.try([
        ...['get', 'pods', '-n', HELLO, '-l', 'app.kubernetes.io/name=interlok', '-o'],
        'jsonpath={.items[*].status.podIP}',
      ]);
      const tools = namespaceOf(context, 'tools');
      const hosts = [`${HELLO}.${HELLO}`, ...addresses.split(' ')];
      const places = hosts.flatMap((host) => [8080, 5555].map((port) => `${host}:${port}`));
      const open = await Promise.all(
        places.map(async (place) => {
          const { code } = await execIn(cluster, tools, 'deployment/tools', `curl -s -m 3 http://${place}/`);
          return code === 0 ? [place] : [];
        }),
      );
      if (open.flat().length > 0) throw new Error(`${open.flat().join(', ')} answers`);
      return `${addresses.split(' ').length} pods`;
    },
  );
}

/** Sends requests one after the other. */
async function ask(url: URL, count: number): Promise<Tally> {
  const tally = new Tally(podInBody(/from (\S+?)!/));
  const props = { url, concurrency: 1, timeoutMs: 10_000 };
  await sendRequests(
    props,
    (sent) => sent < count,
    (answer) => tally.add(answer),
  );
  return tally;
}

/** Asks until the answer is as expected: the controller needs a moment to learn of a new Ingress. */
export async function waitForAnswer({ cluster }: Context, url: URL, expected: RegExp, host?: string): Promise<void> {
  const props = { url, concurrency: 1, timeoutMs: 20_000, ...(host === undefined ? {} : { host }) };
  let last = 'nothing';
  const answered = async () => {
    let body: string | undefined;
    await sendRequests(
      props,
      (sent) => sent < 1,
      (answer) => {
        last = `${answer.status ?? answer.error ?? ''} ${answer.body.slice(0, 100)}`;
        if (answer.status === 200 && expected.test(answer.body)) body = answer.body;
      },
    );
    return body;
  };
  try {
    await cluster.eventually(`${url.href} answers ${expected.source}`, ROUTE_TIMEOUT_MS, answered);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : ''}, but ${last}`, { cause: error });
  }
}
