import type { Adapter } from '../../interlok';
import { type Origin, place, propOf, type Source } from '../../origins';
import { drainSources } from '../pod';
import type { InterlokAutoscaling, InterlokProps } from '../props';
import type { ExposedPort, RoutedPort } from '../traffic';

/** What the origins of an autoscaler are told of. */
interface Scaled {
  readonly adapter: Adapter;
  readonly props: InterlokProps;
  readonly ports: readonly ExposedPort[];
  readonly routedPorts: readonly RoutedPort[];
}

/** Why an autoscaler, of whatever kind, scales as it does. */
export function autoscalerOrigins(autoscaling: InterlokAutoscaling, own: Scaled): readonly Origin[] {
  const { adapter, props } = own;
  const { minReplicas, maxReplicas, cpu, load } = autoscaling;
  const least = {
    sources: [propOf('autoscaling.minReplicas', minReplicas)],
    why: 'so many pods run at least',
  };
  const most = { sources: [propOf('autoscaling.maxReplicas', maxReplicas)], why: 'so many pods run at most' };
  const down = {
    sources: drainSources(adapter, props),
    why: 'no pod goes before the one before it had the time to drain',
  };
  return [
    {
      field: 'spec.scaleTargetRef.kind',
      sources: [propOf('storage', props.storage)],
      why: 'storage of each pod makes it a StatefulSet, anything else a Deployment',
    },
    ...['minReplicas', 'minReplicaCount', 'fallback.replicas'].map((field) => ({ field: `spec.${field}`, ...least })),
    ...['maxReplicas', 'maxReplicaCount'].map((field) => ({ field: `spec.${field}`, ...most })),
    ...['behavior', 'advanced.horizontalPodAutoscalerConfig.behavior'].flatMap((behavior) => [
      { field: `spec.${behavior}.scaleDown.stabilizationWindowSeconds`, ...down },
      ...[0, 1].map((index) => ({ field: `spec.${behavior}.scaleDown.policies[${index}].periodSeconds`, ...down })),
    ]),
    {
      field: 'spec.metrics[0].containerResource.target.averageUtilization',
      sources: [propOf('autoscaling.cpu', cpu)],
      why: 'more pods come when they use more of their CPU request than that, on average',
    },
    ...own.routedPorts.flatMap((routed, index): readonly Origin[] => {
      const port = own.ports.find(({ number }) => number === routed.number);
      const listener = port === undefined ? [] : [place(port.listener, `${port.listener.component} ${routed.number}`)];
      const metadata = `spec.triggers[${index}].metadata`;
      return [
        {
          field: `${metadata}.serverAddress`,
          sources: [propOf('autoscaling.load.prometheus', load?.prometheus)],
          why: 'where the numbers of HAProxy are',
        },
        { field: `${metadata}.query`, sources: listener, why: 'the requests that HAProxy has for the port' },
        {
          field: `${metadata}.threshold`,
          sources: [...shareOf(own, port), propOf('autoscaling.load.target', load?.target)],
          why: 'the share of the requests that one pod can run at once',
        },
      ];
    }),
  ];
}

/** What says how many requests one pod can run at once. */
function shareOf({ props }: Scaled, port: ExposedPort | undefined): readonly Source[] {
  const perPod = props.autoscaling?.load?.requestsPerPod;
  if (perPod !== undefined) return [propOf('autoscaling.load.requestsPerPod', perPod)];
  const limit = props.ingress === false ? undefined : props.ingress?.connectionsPerPod;
  return [
    ...(limit === undefined ? [] : [propOf('ingress.connectionsPerPod', limit)]),
    ...(limit?.kind === 'fixed'
      ? []
      : (port?.listener.routes ?? []).map((route) =>
          place(route, `path ${route.path}, ${String(route.concurrency)} at once`),
        )),
  ];
}
