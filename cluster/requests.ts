import * as http from 'node:http';
import * as https from 'node:https';
import { setTimeout } from 'node:timers/promises';

/** What became of one request. */
export interface Answer {
  /**
   * The HTTP status.
   * @default - there was no answer, see `error`
   */
  readonly status?: number;
  /**
   * Why there was no answer, for example `ECONNREFUSED` or `timeout`.
   * @default - there was one
   */
  readonly error?: string;
  readonly headers: http.IncomingHttpHeaders;
  /** The first 64 KiB of the body. */
  readonly body: string;
  /** Time from the request to the end of the answer, in milliseconds. */
  readonly milliseconds: number;
}

export interface RequestProps {
  readonly url: URL;
  /**
   * The Host header, for an Ingress rule with a host when the URL names an address.
   * @default - the URL's own host
   */
  readonly host?: string;
  /** Requests in flight at a time, each on a connection that is kept. */
  readonly concurrency: number;
  /** Time for one request, in milliseconds. */
  readonly timeoutMs: number;
  /**
   * Longest pause of a client between two requests, in milliseconds; each pause is a random part of it.
   * @default 0
   */
  readonly pauseMs?: number;
}

const BODY_BYTES = 65_536;
const PAUSE_AFTER_ERROR_MS = 50;

/**
 * Sends GET requests, `concurrency` at a time, as long as there are more to send. Nothing is retried: an answer is
 * what a client without retries sees.
 *
 * @param more asked before each request with the number of requests sent until then
 */
export async function sendRequests(
  props: RequestProps,
  more: (sent: number) => boolean,
  onAnswer: (answer: Answer) => void,
): Promise<void> {
  const { Agent } = props.url.protocol === 'https:' ? https : http;
  const agent = new Agent({ keepAlive: true, maxSockets: props.concurrency });
  let sent = 0;
  const sendInTurn = async () => {
    while (more(sent)) {
      sent++;
      const answer = await sendRequest(props, agent);
      onAnswer(answer);
      if (answer.error !== undefined) await setTimeout(PAUSE_AFTER_ERROR_MS);
      else if (props.pauseMs !== undefined) await setTimeout(Math.random() * props.pauseMs);
    }
  };
  try {
    await Promise.all(Array.from({ length: props.concurrency }, sendInTurn));
  } finally {
    agent.destroy();
  }
}

function sendRequest({ url, host, timeoutMs }: RequestProps, agent: http.Agent): Promise<Answer> {
  const start = performance.now();
  const { request } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve) => {
    const done = (outcome: Partial<Answer>) =>
      resolve({ headers: {}, body: '', ...outcome, milliseconds: performance.now() - start });
    const failed = (error: NodeJS.ErrnoException) =>
      done({ error: error.code === 'ABORT_ERR' ? 'timeout' : (error.code ?? error.message) });
    const headers = host === undefined ? {} : { host };
    const sending = request(url, { agent, headers, signal: AbortSignal.timeout(timeoutMs) }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (body = (body + chunk).slice(0, BODY_BYTES)));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
      response.on('error', failed);
    });
    sending.on('error', failed);
    sending.end();
  });
}
