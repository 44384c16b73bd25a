import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { type Adapter, isSince, type Listener } from '../../interlok';
import { type Origin, place, type Source } from '../../origins';
import { consumerListeners, isReachable, samplePath } from '../traffic';

/** The three probes of the container; none of them ever runs a workflow. */
export interface Probes {
  readonly startup?: kplus.Probe;
  readonly readiness?: kplus.Probe;
  readonly liveness?: kplus.Probe;
}

/** How one question is put to the adapter. */
type Question = (options: kplus.ProbeOptions) => kplus.Probe;

const STARTUP_PERIOD_SECONDS = 5;
/** Three minutes: a JVM on a busy node, with the web UI, takes its time. */
const SMALLEST_STARTUP_THRESHOLD = 36;

/**
 * Derives the probes from what listens.
 *
 * An own Jetty opens its port only when its channel has started, so an open port is the answer. The management Jetty
 * opens first and its routes answer 404 until their channel has started; there the health-check component is asked,
 * or each route itself with OPTIONS, which the servlet answers without running the workflow.
 */
export function probes(adapter: Adapter): Probes {
  const alive = aliveQuestion(adapter);
  if (alive === undefined) return {};
  return {
    startup: alive({
      periodSeconds: Duration.seconds(STARTUP_PERIOD_SECONDS),
      failureThreshold: startupThreshold(adapter),
      timeoutSeconds: Duration.seconds(3),
    }),
    readiness: readyQuestion(adapter)?.({
      periodSeconds: Duration.seconds(5),
      failureThreshold: 2,
      timeoutSeconds: Duration.seconds(3),
    }),
    liveness: alive({
      periodSeconds: Duration.seconds(10),
      failureThreshold: 6,
      timeoutSeconds: Duration.seconds(3),
    }),
  };
}

/** Interlok gives up its start after `operationTimeout`; the probe must not give up before. */
function startupThreshold(adapter: Adapter): number {
  const giveUpSeconds = adapter.operationTimeoutMillis / 1000 + 60;
  return Math.max(SMALLEST_STARTUP_THRESHOLD, Math.ceil(giveUpSeconds / STARTUP_PERIOD_SECONDS));
}

function aliveQuestion(adapter: Adapter): Question | undefined {
  if (adapter.health !== undefined) return httpGet(adapter.health.alivePath, adapter.health.port);
  const listener = openingLast(adapter);
  return listener === undefined ? undefined : tcpSocket(listener.port);
}

/** The listener that opens last: until then a part of the adapter is still starting. */
function openingLast(adapter: Adapter): Listener | undefined {
  return (
    consumerListeners(adapter).at(-1) ??
    adapter.listeners
      .filter((candidate) => ['jmx', 'jetty'].includes(candidate.component) && isReachable(candidate))
      .at(-1)
  );
}

function readyQuestion(adapter: Adapter): Question | undefined {
  if (adapter.health !== undefined && readyTellsTheTruth(adapter)) {
    return httpGet(adapter.health.readyPath, adapter.health.port);
  }
  const consumers = consumerListeners(adapter);
  const embedded = askedByOptions(consumers);
  if (embedded !== undefined) return options(embedded, consumers);
  const last = consumers.at(-1);
  return last === undefined ? undefined : tcpSocket(last.port);
}

function askedByOptions(consumers: readonly Listener[]): Listener | undefined {
  return consumers.find((listener) => listener.component === 'jetty' && listener.protocol === 'http');
}

/** Why the probes ask what they ask. */
export function probeOrigins(adapter: Adapter, container: string): readonly Origin[] {
  const health = adapter.listeners
    .filter(({ component }) => component === 'jetty')
    .slice(0, 1)
    .map(listens);
  const last = openingLast(adapter);
  const alive: Omit<Origin, 'field'> | undefined =
    adapter.health !== undefined
      ? { sources: health, why: 'the component health-check answers as long as the process lives' }
      : last && {
          sources: [listens(last)],
          why: 'an open port is the answer: this one is the last that the adapter opens',
        };
  if (alive === undefined) return [];
  const timeout: Source =
    adapter.operationTimeoutAt === undefined
      ? { kind: 'default', prop: 'operationTimeout' }
      : place(adapter.operationTimeoutAt, `operationTimeout=${adapter.operationTimeoutMillis}`);
  return [
    ...questions(`${container}.startupProbe`, alive),
    {
      field: `${container}.startupProbe.failureThreshold`,
      sources: [timeout],
      why: `${startupThreshold(adapter)} × ${STARTUP_PERIOD_SECONDS} s: at least three minutes, and a minute longer than Interlok waits for its own start`,
    },
    ...questions(`${container}.livenessProbe`, alive),
    ...readyOrigin(adapter, health).flatMap((origin) => questions(`${container}.readinessProbe`, origin)),
  ];
}

/** The question of a probe; how often it is put is the same for all. */
function questions(probe: string, origin: Omit<Origin, 'field'>): readonly Origin[] {
  return ['tcpSocket', 'httpGet', 'exec'].map((question) => ({ field: `${probe}.${question}`, ...origin }));
}

function readyOrigin(adapter: Adapter, health: readonly Source[]): readonly Omit<Origin, 'field'>[] {
  if (adapter.health !== undefined && readyTellsTheTruth(adapter))
    return [{ sources: health, why: 'the component health-check says when every channel has started' }];
  const consumers = consumerListeners(adapter);
  const embedded = askedByOptions(consumers);
  const last = consumers.at(-1);
  if (embedded !== undefined)
    return [
      {
        sources: [listens(embedded), ...embedded.routes.map((route) => place(route, route.path))],
        why: 'the management Jetty opens before its routes answer, so each is asked with OPTIONS, which runs no workflow',
      },
    ];
  if (last === undefined) return [];
  return [{ sources: [listens(last)], why: 'its own Jetty opens the port once its channel has started' }];
}

/** Where a listener is configured, and by what. */
function listens(listener: Listener): Source {
  return place(listener, `${listener.component} ${listener.port}`);
}

/** Before 5.0.3, `/ready` counts channels that are not meant to start, and so answers 503 for ever. */
function readyTellsTheTruth(adapter: Adapter): boolean {
  return adapter.channels.every((channel) => channel.autoStart) || isSince(adapter.release, '5.0.3');
}

function httpGet(path: string, port: number): Question {
  return (settings) => kplus.Probe.fromHttpGet(path, { ...settings, port });
}

function tcpSocket(port: number): Question {
  return (settings) => kplus.Probe.fromTcpSocket({ ...settings, port });
}

/**
 * Asks every route of the management Jetty with OPTIONS, and the other consumers' ports for an open socket. The script
 * needs bash alone, which every image installs.
 * @see https://github.com/adaptris/docker-interlok-base temurin/Dockerfile, zulu-alpine/Dockerfile
 */
const OPTIONS_SCRIPT = [
  'port=$1; shift',
  'for target in "$@"; do',
  '  case $target in',
  '  /*)',
  '    exec 3<>"/dev/tcp/127.0.0.1/$port" || exit 1',
  String.raw`    printf 'OPTIONS %s HTTP/1.0\r\nHost: localhost\r\n\r\n' "$target" >&3`,
  '    read -r _ status _ <&3',
  '    exec 3>&-',
  '    [ "$status" = 200 ] || { echo "$target answers $status"; exit 1; } ;;',
  '  *) exec 3<>"/dev/tcp/127.0.0.1/$target" || exit 1; exec 3>&- ;;',
  '  esac',
  'done',
].join('\n');

function options(embedded: Listener, consumers: readonly Listener[]): Question {
  const paths = new Set(embedded.routes.map(samplePath));
  const otherPorts = consumers.filter((listener) => listener !== embedded).map((listener) => String(listener.port));
  const command = ['bash', '-c', OPTIONS_SCRIPT, 'ready', String(embedded.port), ...paths, ...otherPorts];
  return (settings) => kplus.Probe.fromCommand(command, settings);
}
