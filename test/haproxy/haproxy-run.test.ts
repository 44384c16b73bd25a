import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingHttpHeaders, Server } from 'node:http';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IngressOptions } from '../../lib/haproxy';
import { HaproxytechDialect, JcmoraisjrDialect, PathRewrite, validateIngressOptions } from '../../lib/haproxy';
import { describeWithHaproxy, preamble, site } from './haproxy-program';
import { plain } from './samples';

interface Seen {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

const rewrites: readonly (readonly [PathRewrite, string, string])[] = [
  [PathRewrite.stripPrefix('/api/v1.0'), '/api/v1.0/orders?a=1', '/orders?a=1'],
  [PathRewrite.stripPrefix('/api/v1.0'), '/api/v1.0', '/'],
  [PathRewrite.stripPrefix('/api/v1.0'), '/api/v1x0/orders', '/api/v1x0/orders'],
  [PathRewrite.stripPrefix('/api'), '/apis/orders', '/apis/orders'],
  [PathRewrite.replacePrefix('/api', '/v2'), '/api/orders', '/v2/orders'],
  [PathRewrite.replacePrefix('/api', '/v2/'), '/api', '/v2'],
  [PathRewrite.replacePrefix('/a+b/', '/'), '/a+b/c', '/c'],
  [PathRewrite.to('/in%20box'), '/anything/at/all', '/in%20box'],
  [PathRewrite.regex('^/(\\d+)\\.x/(.*)$', '/\\2/\\1'), '/42.x/orders', '/orders/42'],
];
const headers = { 'X-Note': '100% "of" $HOME \\ it\'s #1; a\\', 'X-Plain': 'blue' };

const directory = mkdtempSync(join(tmpdir(), 'haproxy-run-'));
const socket = (name: string): string => join(directory, name);
afterAll(() => rmSync(directory, { recursive: true, force: true }));
let pod: Server;
let haproxy: ChildProcess;

describeWithHaproxy('given a running HAProxy with the lines that the controllers would write', () => {
  beforeAll(async () => {
    pod = createServer(({ url, headers: seen }, response) => response.end(JSON.stringify({ url, headers: seen })));
    pod.listen(socket('pod'));
    await once(pod, 'listening');
    const file = join(directory, 'haproxy.cfg');
    writeFileSync(file, configuration());
    haproxy = spawn('haproxy', ['-db', '-f', file], { stdio: 'ignore' });
    const last = socket(`jcmoraisjr-${rewrites.length - 1}`);
    for (let tries = 0; !existsSync(last) && haproxy.exitCode === null && tries < 500; tries++) await sleep(10);
  });

  afterAll(() => {
    haproxy.kill();
    pod.close();
  });

  const cases = ['haproxytech', 'jcmoraisjr'].flatMap((dialect) =>
    rewrites.map(([, path, expected], index) => ({ name: `${dialect}-${index}`, path, expected })),
  );

  test.each(cases)(
    'when $path is asked for by $name, then the pod sees $expected',
    async ({ name, path, expected }) => {
      const { seen } = await ask(name, path);
      expect(seen.url).toBe(expected);
    },
  );

  test.each(['haproxytech-0', 'jcmoraisjr-0'])('when %s sets headers, then they arrive as written', async (name) => {
    const { seen, received } = await ask(name, '/');
    for (const [header, value] of Object.entries(headers)) {
      expect(seen.headers[header.toLowerCase()]).toBe(value);
      expect(received[header.toLowerCase()]).toBe(value);
    }
  });
});

function configuration(): string {
  return (
    preamble +
    rewrites
      .map(([pathRewrite], index) => {
        const options: IngressOptions = { pathRewrite, requestHeaders: headers, responseHeaders: headers };
        expect(validateIngressOptions(options)).toEqual([]);
        const tech = new HaproxytechDialect().render(options, plain).ingressAnnotations;
        const jc = new JcmoraisjrDialect().render(options, plain).serviceAnnotations;
        const server = `unix@${socket('pod')}`;
        const lines = (value: string | undefined, before: string): string[] =>
          (value ?? '').split('\n').map((line) => before + line);
        return (
          site({
            name: `haproxytech-${index}`,
            bind: `unix@${socket(`haproxytech-${index}`)}`,
            frontend: [
              ...lines(tech['haproxy.org/path-rewrite'], 'http-request replace-path '),
              ...lines(tech['haproxy.org/request-set-header'], 'http-request set-header '),
              ...lines(tech['haproxy.org/response-set-header'], 'http-response set-header '),
            ],
            backend: [],
            server,
          }) +
          site({
            name: `jcmoraisjr-${index}`,
            bind: `unix@${socket(`jcmoraisjr-${index}`)}`,
            backend: [
              ...lines(jc['haproxy-ingress.github.io/headers']?.replaceAll(': "', ' "'), 'http-request set-header '),
              ...lines(jc['haproxy-ingress.github.io/config-backend'], ''),
            ],
            server,
          })
        );
      })
      .join('')
  );
}

async function ask(name: string, path: string): Promise<{ seen: Seen; received: IncomingHttpHeaders }> {
  const call = request({ socketPath: socket(name), path, agent: false }).end();
  const [response] = (await once(call, 'response')) as [AsyncIterable<Buffer> & { headers: IncomingHttpHeaders }];
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  return { seen: JSON.parse(Buffer.concat(chunks).toString()) as Seen, received: response.headers };
}
