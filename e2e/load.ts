import type { RequestProps } from '../cluster/requests';
import { sendRequests } from '../cluster/requests';
import { podInBody, Tally } from '../cluster/tally';

/** Some clients that each keep a connection. */
export interface Clients {
  readonly url: URL;
  readonly count: number;
  /** Longest pause between two requests of a client, in milliseconds; each pause is a random part of it. */
  readonly pauseMs: number;
}

/** 48 clients: most of them leave their connection idle between requests, the others hardly. */
export function fortyEight(url: URL): Clients[] {
  return [
    { url, count: 32, pauseMs: 200 },
    { url, count: 16, pauseMs: 20 },
  ];
}

/** Bounds of every load, whatever becomes of the check that it runs for. */
const LONGEST_MS = 600_000;
const MOST_REQUESTS = 1_000_000;
const REQUEST_TIMEOUT_MS = 60_000;

/** Requests that go on until they are stopped. */
export class Load {
  public readonly tally = new Tally(podInBody(/from (\S+?)!/));
  private readonly sending: Promise<unknown>;
  private running = true;

  public constructor(clients: readonly Clients[]) {
    const end = performance.now() + LONGEST_MS;
    const more = (sent: number) => this.running && sent < MOST_REQUESTS && performance.now() < end;
    this.sending = Promise.all(
      clients.map(({ url, count, pauseMs }) => {
        const props: RequestProps = { url, concurrency: count, timeoutMs: REQUEST_TIMEOUT_MS, pauseMs };
        return sendRequests(props, more, (answer) => this.tally.add(answer));
      }),
    );
  }

  /** Lets every client take its last answer. */
  public async stop(): Promise<Tally> {
    this.running = false;
    await this.sending;
    return this.tally;
  }
}

/**
 * Does something while clients send requests.
 *
 * @returns how many requests were sent
 * @throws Error when one of them failed, with all outcomes
 */
export async function underLoad(clients: readonly Clients[], action: () => Promise<void>): Promise<string> {
  const load = new Load(clients);
  try {
    await action();
  } finally {
    await load.stop();
  }
  const { tally } = load;
  const [p50 = 0, p99 = 0, max = 0] = tally.percentiles(50, 99, 100).map(Math.round);
  const summary = `${tally.total} requests, ${tally.failed} failed, p50 ${p50} ms, p99 ${p99} ms, longest ${max} ms`;
  if (tally.failed === 0 && tally.total > 0) return summary;
  const outcomes = [...tally.byOutcome].map(([outcome, count]) => `${outcome} × ${count}`).join(', ');
  throw new Error(`${summary}: ${outcomes}`);
}
