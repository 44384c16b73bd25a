import type { RequestListener } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An HTTP server on a free port of 127.0.0.1, for the time of one test. */
export interface HelloServer {
  readonly url: URL;
  readonly port: number;
  close(): Promise<void>;
}

export async function serve(listener: RequestListener): Promise<HelloServer> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(`http://127.0.0.1:${port}/hello-world`),
    port,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** Answers as the Hello World does, each time from the next pod. */
export function helloFrom(pods: readonly string[]): RequestListener {
  let count = 0;
  return (_request, response) => {
    response.setHeader('Content-Type', 'text/plain');
    response.end(`Hello World from ${pods[count++ % pods.length] ?? ''}!`);
  };
}
