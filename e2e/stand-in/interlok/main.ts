import { appendFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { readAdapter } from './adapter';
import { Listener } from './listener';
import type { Bootstrap } from './properties';
import { checkComponents, putVariables, readBootstrap } from './properties';

/** Where the image has it all. */
const BASE = process.env['INTERLOK_BASE'] ?? '/opt/interlok';
/** Real Interlok takes 6 to 8 s of processor time until its ports are open. */
const START_MS = Number(process.env['STAND_IN_START_MS'] ?? 4_000);
/** From SIGTERM to the end of the process, as measured: with nothing to wait for, and at most with a pooling-workflow. */
const STOP_MS = Number(process.env['STAND_IN_STOP_MS'] ?? 4_200);
const LONGEST_STOP_MS = 60_000;
/** 128 + SIGTERM, which is what a JVM ends with. */
const EXIT_CODE = 143;

function log(text: string): void {
  process.stdout.write(`${new Date().toISOString()} ${text}\n`);
}

async function start(bootstrap: Bootstrap): Promise<Listener[]> {
  // The two places where Interlok writes; a pod that leaves no room there does not come up.
  appendFileSync(`${BASE}/logs/interlok.log`, 'start\n');
  mkdtempSync('/tmp/jetty-');
  checkComponents(bootstrap);
  const source = readFileSync(bootstrap.adapterFile, 'utf8');
  const channels = readAdapter(putVariables(source, bootstrap.variables, process.env));
  await setTimeout(START_MS);
  if (bootstrap.components.includes('jetty')) {
    createHttpServer((_, response) => response.end('the UI')).listen(8080);
  }
  if (bootstrap.components.includes('jmx')) createServer().listen(bootstrap.jmxPort ?? 5555);
  const listeners = channels.map((channel) => new Listener(channel, log));
  for (const listener of listeners) await listener.open();
  return listeners;
}

async function stop(listeners: readonly Listener[], { operationTimeout }: Bootstrap): Promise<void> {
  log('INFO  SIGTERM: stopping the adapter');
  // The stop of a pooling-workflow and what it works on wait for one another.
  const stuck = listeners.some(({ runners }) =>
    runners.some(({ workflow, running }) => workflow.pooling && running > 0),
  );
  for (const listener of listeners) listener.drop();
  await setTimeout(stuck ? Math.min(LONGEST_STOP_MS, operationTimeout) : STOP_MS);
  process.exit(EXIT_CODE);
}

/** The entrypoint of the image gives root up. */
function becomeInterlok(): void {
  if (process.getuid?.() !== 0) return;
  process.setgid?.(999);
  process.setuid?.(999);
}

async function main(): Promise<void> {
  becomeInterlok();
  let listeners: readonly Listener[] = [];
  const bootstrap = readBootstrap(BASE);
  process.once('SIGTERM', () => void stop(listeners, bootstrap));
  try {
    listeners = await start(bootstrap);
    log('INFO  Adapter started');
  } catch (error) {
    if (bootstrap.quiet) process.exit(0);
    log(`ERROR Cannot start the adapter: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(1);
  }
}

void main();
