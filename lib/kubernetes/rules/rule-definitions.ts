import type { Rule } from '../../findings';
import { configMapKeyUnusable, configMapNeedsServerSideApply, configMapTooLarge } from '../configuration';
import { jvmFileNotWritable } from './jvm-files';
import { jvmMemoryAboveLimit } from './jvm-memory';
import { jvmOptionRefused } from './jvm-refused-options';
import { logFileNotWritable } from './log-files';

/** A path that the Ingress API has no form for. */
export const ingressPathNotExpressible: Rule = {
  id: 'ingress-path-not-expressible',
  severity: 'warning',
  what: 'A consumer answers a path that an Ingress, or an HTTPRoute of a Gateway, has no form for: an extension such as `*.do`, or one with `//`, `/./` or `/../`.',
  why: 'The nearest prefix is routed instead, `/` for an extension: requests for other paths reach Interlok too, which answers them with 404.',
  since: 'all',
  fix: 'Give the consumer a path that starts with a slash (`/orders/*`), or accept the wider route and silence the rule.',
};

/** Kubernetes kills a pod that is still at work. */
export const gracePeriodTooShort: Rule = {
  id: 'grace-period-too-short',
  severity: 'warning',
  what: 'The termination grace period is shorter than the preStop delay and the time that Interlok waits for its shutdown.',
  why: 'Kubernetes kills the pod while messages are still being worked on. Since 4.2 Interlok waits `operationTimeout` (120 s by default) for a clean stop and as long again for a forced one; before, 32 s and 30 s.',
  since: 'all',
  fix: 'Lower `operationTimeout` in bootstrap.properties (30000 is enough for most adapters), or lengthen the grace period.',
};

/** A probe by HTTP request that the consumer refuses. */
export const methodsWithoutProbeMethod: Rule = {
  id: 'methods-without-probe-method',
  severity: 'warning',
  what: 'The `<methods>` of a consumer lack the method that a probe of its path uses.',
  why: 'Interlok answers the probe with 405, so the pod never becomes ready although the workflow runs.',
  since: 'all',
  fix: 'Add the method to `<methods>`, probe by TCP, or enable the health-check component and probe that.',
};

/** Two listeners that one Ingress cannot tell apart. */
export const ingressPathTaken: Rule = {
  id: 'ingress-path-taken',
  severity: 'warning',
  what: 'Two listeners of the adapter answer the same path.',
  why: 'An Ingress or an HTTPRoute leads a path to one port: the listener that opens first keeps it, and the other one is not reached from outside.',
  since: 'all',
  fix: 'Give the consumers different paths, or say with `ingress.paths` which port is meant.',
};

/** The load balancer leads everyone to what manages the adapter. */
export const managementRouteExposed: Rule = {
  id: 'management-route-exposed',
  severity: 'error',
  what: 'A path of the Ingress takes in what manages the adapter: the web UI, `retry-via-jetty`, the health check, metrics.',
  why: 'Whoever reaches the load balancer could retry and delete failed messages, run workflows, or log in to the UI, whose first password is known.',
  since: 'all',
  fix: 'Give the consumers a `jetty-http-connection` with a port of its own, or narrower paths. If everyone is meant to reach it, name it in `managementRoutes`.',
};

/** Plain HTTP and HTTPS behind one Service. */
export const mixedProtocols: Rule = {
  id: 'mixed-protocols',
  severity: 'error',
  what: 'The Ingress would route to a plain HTTP listener and to an HTTPS listener of the same adapter.',
  why: 'HAProxy takes the protocol to the pods from the Service, for all of its ports: one of the two would get the wrong one and answer 502. An HTTPRoute to a Gateway (`gateway`) does not say the protocol at all: `https-behind-gateway` is the rule about that.',
  since: 'all',
  fix: 'Route to the listeners of one protocol with `ingress.paths`, or let the load balancer alone speak HTTPS (`ingress.tls`).',
};

/** HTTPS in the pod, plain HTTP from the Gateway. */
export const httpsBehindGateway: Rule = {
  id: 'https-behind-gateway',
  severity: 'warning',
  what: 'With `gateway`, requests are led to a listener of the adapter that speaks HTTPS.',
  why: 'An HTTPRoute does not say how to speak to the pods, so a Gateway speaks plain HTTP to them: every request fails.',
  since: 'all',
  fix: 'Let the Gateway alone speak HTTPS and the adapter plain HTTP, or add a BackendTLSPolicy that targets the Service, and silence the rule.',
};

/** Metrics that nobody serves. */
export const metricsNotServed: Rule = {
  id: 'metrics-not-served',
  severity: 'warning',
  what: '`metrics` asks for the metrics of the adapter itself, and no management component serves them to other pods.',
  why: 'There is no PodMonitor then: what HAProxy and Kubernetes know of the adapter is watched, its JVM and its workflows are not.',
  since: 'all',
  fix: 'Build an image with interlok-rest-metrics-jvm and interlok-rest-provider-prometheus, say so in the props, and enable `jetty`, `metrics-jvm` and `metrics-provider-prometheus`; or say `metrics: { adapter: false }`.',
};

/** Nothing to route to. */
export const noHttpConsumers: Rule = {
  id: 'no-http-consumers',
  severity: 'warning',
  what: 'The adapter has no HTTP consumer that other pods can reach.',
  why: 'There is nothing that a Service, an Ingress or an HTTPRoute could lead to, and nothing that a readiness probe could ask: the manifests have none of them.',
  since: 'all',
  fix: 'Nothing is wrong with an adapter that only polls or subscribes: silence the rule.',
};

/** The rules that need to know what the manifests look like. */
export const kubernetesRules: readonly Rule[] = [
  configMapKeyUnusable,
  configMapNeedsServerSideApply,
  configMapTooLarge,
  gracePeriodTooShort,
  httpsBehindGateway,
  ingressPathNotExpressible,
  ingressPathTaken,
  jvmFileNotWritable,
  jvmMemoryAboveLimit,
  jvmOptionRefused,
  logFileNotWritable,
  managementRouteExposed,
  methodsWithoutProbeMethod,
  metricsNotServed,
  mixedProtocols,
  noHttpConsumers,
];
