import { calling } from '../adapters';
import { adapterChart, manifestsOf } from '../charts';
import type { Context } from '../context';
import { HELLO, namespaceOf, urlOf } from '../context';
import { execIn } from '../pods';
import type { Manifest } from '../test-cluster';
import { waitForAnswer } from './hello-world';

/** An adapter that calls another server. */
export function callingManifests(context: Context, id: string): Manifest[] {
  const url = `http://echo.${namespaceOf(context, 'tools')}.svc.cluster.local:9000/`;
  return manifestsOf(adapterChart(id, context.adapters.directory('calling', calling(url))));
}

const REACH = 'curl -s -m 3 -o /dev/null';

/** That what is shut is shut, and what an adapter needs is open. */
export async function checkNetworkPolicy(context: Context): Promise<void> {
  const { report, cluster, carried } = context;
  const tools = namespaceOf(context, 'tools');
  const caller = namespaceOf(context, 'caller');
  const echo = `http://echo.${tools}.svc.cluster.local:9000/`;
  const inHello = (script: string) => execIn(cluster, HELLO, `deployment/${HELLO}`, script);
  const inTools = (script: string) => execIn(cluster, tools, 'deployment/tools', script);
  await report.check('an adapter that calls nobody reaches no other pod', [HELLO, tools], async () => {
    // The other pod does answer: one without a policy reaches it.
    await cluster.eventually(`${echo} answers`, 30_000, async () => {
      return (await inTools(`${REACH} ${echo}`)).code === 0 ? true : undefined;
    });
    const { code } = await inHello(`${REACH} ${echo}`);
    // 28 is a time-out: somebody took the packets away.
    if (code !== 28) throw new Error(`curl ended with ${code}`);
    return undefined;
  });
  await report.check('its DNS works', [HELLO], async () => {
    // 6 is a name that is not found; an address that is not reached is another error.
    const known = await inHello(`${REACH} ${echo}`);
    const unknown = await inHello(`${REACH} http://no-such-name.${HELLO}.svc.cluster.local/`);
    if (known.code === 6 || unknown.code !== 6) throw new Error(`curl ended with ${known.code} and ${unknown.code}`);
    return undefined;
  });
  await report.check(
    'its own port is open to other pods, and no other port is, though something listens there',
    [HELLO],
    async () => {
      const { stdout } = await cluster.kubectl.try([
        ...['get', 'pods', '-n', HELLO, '-l', 'app.kubernetes.io/name=interlok'],
        ...['-o', 'jsonpath={.items[0].metadata.name} {.items[0].status.podIP}'],
      ]);
      const [pod = '', address = ''] = stdout.split(' ');
      const listening = execIn(cluster, HELLO, `pod/${pod}`, 'timeout 20 nc -l -p 9999');
      await inTools('sleep 2');
      const own = await inTools(`${REACH} http://${address}:8081/`);
      const other = await inTools(`${REACH} http://${address}:9999/`);
      const itself = await execIn(cluster, HELLO, `pod/${pod}`, `${REACH} http://127.0.0.1:9999/`);
      await listening;
      // 7 is a refused connection: nothing would listen. 28 is a time-out: somebody took the packets away.
      if (own.code !== 0 || other.code !== 28 || itself.code === 7) {
        throw new Error(`8081: ${own.code}, 9999: ${other.code}, 9999 from within: ${itself.code}`);
      }
      return undefined;
    },
  );
  await report.check(`an adapter that calls another server reaches it${carried}`, [caller, tools], async () => {
    await waitForAnswer(context, urlOf(context, '/call'), /^echo/);
    return undefined;
  });
}
