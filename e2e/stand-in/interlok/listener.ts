import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { Channel } from './adapter';
import { WorkflowRunner } from './run-workflow';

/** Jetty's idle timeout. */
const IDLE_MS = 30_000;

/** The port of a channel, open. */
export class Listener {
  public readonly runners: readonly WorkflowRunner[];
  private readonly server: Server;

  public constructor(
    private readonly channel: Channel,
    log: (text: string) => void,
  ) {
    this.runners = channel.workflows.map((workflow) => new WorkflowRunner(workflow));
    this.server = createServer({ keepAliveTimeout: IDLE_MS }, (request, response) => {
      const path = new URL(request.url ?? '/', 'http://pod').pathname;
      const runner = this.runners.find(({ workflow }) => matches(workflow.path, path));
      request.resume();
      if (runner === undefined) {
        response.writeHead(404).end();
        return;
      }
      // HAProxy's own checks ask with OPTIONS, which the servlet answers by itself.
      if (request.method === 'OPTIONS') {
        response.writeHead(200).end();
        return;
      }
      void runner.run().then(
        (payload) => response.writeHead(runner.workflow.status, { 'Content-Type': 'text/plain' }).end(payload),
        (error: unknown) => {
          log(`ERROR workflow ${runner.workflow.path} failed: ${String(error)}`);
          response.writeHead(500).end();
        },
      );
    });
  }

  public async open(): Promise<void> {
    this.server.listen(this.channel.port);
    await once(this.server, 'listening');
  }

  /** As Interlok does it: nothing new is taken, and what is being worked on is dropped without an answer. */
  public drop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}

/** The mapping of servlets: `/*` and `/a/*` by prefix, an empty path is the root alone, all others exactly. */
function matches(mapping: string, path: string): boolean {
  if (!mapping.endsWith('/*')) return mapping === '' ? path === '/' : path === mapping;
  const prefix = mapping.slice(0, -2);
  return path === prefix || path.startsWith(`${prefix}/`);
}
