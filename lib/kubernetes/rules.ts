import type { Rule } from '../findings/finding';

/** A path that the Ingress API has no form for. */
export const ingressPathNotExpressible: Rule = {
  id: 'ingress-path-not-expressible',
  severity: 'warning',
  what: 'A consumer answers an extension path such as `*.do`, which an Ingress has no form for.',
  why: 'The Ingress routes the nearest prefix, `/`, instead: requests for other paths reach Interlok too, which answers them with 404.',
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

/** The rules that need to know what the manifests look like. */
export const kubernetesRules: readonly Rule[] = [
  gracePeriodTooShort,
  ingressPathNotExpressible,
  methodsWithoutProbeMethod,
];
