import type { Answer } from '../../cluster/requests';
import { sendRequests } from '../../cluster/requests';
import type { HelloServer } from '../support/hello-server';
import { helloFrom, serve } from '../support/hello-server';

let server: HelloServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function send(
  url: URL,
  count: number,
  { concurrency = 1, timeoutMs = 5_000, host = undefined as string | undefined },
) {
  const answers: Answer[] = [];
  const props = { url, concurrency, timeoutMs, ...(host === undefined ? {} : { host }) };
  await sendRequests(
    props,
    (sent) => sent < count,
    (answer) => answers.push(answer),
  );
  return answers;
}

test('given a server, when requests are sent, then each gives one answer with status, body, headers and time', async () => {
  server = await serve(helloFrom(['pod-a']));
  const answers = await send(server.url, 5, {});
  expect(answers).toHaveLength(5);
  expect(answers[0]).toMatchObject({ status: 200, body: 'Hello World from pod-a!' });
  expect(answers[0]?.headers['content-type']).toBe('text/plain');
  expect(answers[0]?.milliseconds).toBeGreaterThan(0);
});

test('given a concurrency of 4, then never more are in flight, and no more connections than that are opened', async () => {
  let inFlight = 0;
  let most = 0;
  const ports = new Set<number | undefined>();
  server = await serve((request, response) => {
    most = Math.max(most, ++inFlight);
    ports.add(request.socket.remotePort);
    setTimeout(() => {
      inFlight--;
      response.end();
    }, 5);
  });
  await send(server.url, 40, { concurrency: 4 });
  expect(most).toBe(4);
  expect(ports.size).toBe(4);
});

test('given a server that does not answer, then the request ends with timeout', async () => {
  server = await serve(() => undefined);
  expect(await send(server.url, 1, { timeoutMs: 50 })).toMatchObject([{ error: 'timeout', body: '' }]);
});

test('given a server that breaks off its answer, then that is an error and no answer', async () => {
  server = await serve((_request, response) => {
    response.writeHead(200, { 'Content-Length': '100' });
    response.write('Hello');
    setTimeout(() => response.destroy(), 5);
  });
  const [answer] = await send(server.url, 1, {});
  expect(answer).toMatchObject({ error: 'ECONNRESET' });
  expect(answer?.status).toBeUndefined();
});

test('given nobody who listens, then the answers say ECONNREFUSED', async () => {
  const gone = await serve(() => undefined);
  await gone.close();
  expect(await send(gone.url, 2, {})).toMatchObject([{ error: 'ECONNREFUSED' }, { error: 'ECONNREFUSED' }]);
});

test('given a host, then it is the Host header', async () => {
  server = await serve((request, response) => response.end(request.headers.host));
  expect(await send(server.url, 1, { host: 'hello.example.com' })).toMatchObject([{ body: 'hello.example.com' }]);
});

test('given a body of 1 MiB, then 64 KiB of it are kept', async () => {
  server = await serve((_request, response) => response.end('x'.repeat(1_048_576)));
  expect((await send(server.url, 1, {}))[0]?.body).toHaveLength(65_536);
});
