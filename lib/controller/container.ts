import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { ControllerDescription, NamedPort, ProbeTiming } from './controller-description';
import { drainCommand } from './drain';
import type { ControllerSettings } from './settings';
import { tcpPort } from './tcp-services';

const POD_FIELDS = {
  POD_NAME: kplus.EnvFieldPaths.POD_NAME,
  POD_NAMESPACE: kplus.EnvFieldPaths.POD_NAMESPACE,
  POD_IP: kplus.EnvFieldPaths.POD_IP,
} as const;

/** The container of the controller, which runs HAProxy too. */
export function controllerContainer(
  description: ControllerDescription,
  settings: ControllerSettings,
  image: string,
): kplus.ContainerProps {
  const { userId, groupId, probes, healthzPort } = description;
  return {
    name: 'controller',
    image,
    imagePullPolicy: settings.imagePullPolicy,
    args: description.args(settings),
    ports: containerPorts(description, settings),
    envVariables: Object.fromEntries(
      description.podFields.map((field) => [field, kplus.EnvValue.fromFieldRef(POD_FIELDS[field])]),
    ),
    startup: probes.startup && probe(healthzPort, probes.startup),
    readiness: probes.readiness && probe(healthzPort, probes.readiness),
    liveness: probes.liveness && probe(healthzPort, probes.liveness),
    lifecycle: { preStop: kplus.Handler.fromCommand(drainCommand(description, settings)) },
    resources: settings.resources,
    securityContext: {
      ensureNonRoot: true,
      user: userId,
      group: groupId,
      // Required, not only wanted: with it on, the start script of the haproxytech image tries to change its group, and fails.
      allowPrivilegeEscalation: false,
      // Neither image is known to run on a read-only root file system.
      readOnlyRootFilesystem: false,
      capabilities: CAPABILITIES,
    },
  };
}

/**
 * The haproxy programs of both images carry the file capability `cap_net_bind_service`, and Linux does not execute such
 * a file when the capability is outside the bounding set, whatever ports it binds.
 * The enum of cdk8s-plus-27 has no ALL, and its other members carry a prefix that Pod Security does not know.
 */
const CAPABILITIES = {
  drop: ['ALL' as unknown as kplus.Capability],
  add: ['NET_BIND_SERVICE' as unknown as kplus.Capability],
};

function containerPorts(description: ControllerDescription, settings: ControllerSettings): kplus.ContainerPort[] {
  const { type, ports } = settings.exposure;
  const plain: NamedPort[] = [
    ...description.otherPorts,
    ...(settings.metrics === false ? [] : description.metricsPorts(settings)),
  ];
  return [
    { ...description.http, hostPort: type === 'HostPorts' ? ports.http : undefined },
    { ...description.https, hostPort: type === 'HostPorts' ? ports.https : undefined },
    ...plain,
    ...settings.tcpServices
      .map(tcpPort)
      .map((port) => ({ ...port, hostPort: type === 'HostPorts' ? port.number : undefined })),
  ];
}

function probe(port: number, timing: ProbeTiming): kplus.Probe {
  return kplus.Probe.fromHttpGet('/healthz', {
    port,
    initialDelaySeconds: timing.initialDelay === undefined ? undefined : Duration.seconds(timing.initialDelay),
    periodSeconds: Duration.seconds(timing.period),
    timeoutSeconds: Duration.seconds(1),
    failureThreshold: timing.failureThreshold,
  });
}
