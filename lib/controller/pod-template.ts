import type { ApiObject } from 'cdk8s';
import { Duration, JsonPatch, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import { hardenPodTemplate, spreadOverHostsAndZones } from '../objects';
import { because } from '../origins';
import { controllerContainer } from './container';
import type { ControllerDescription } from './controller-description';
import { podOrigins } from './pod-origins';
import type { ControllerSettings } from './settings';

/** Props of the controller's Deployment or DaemonSet. */
export interface ControllerWorkloadProps {
  readonly description: ControllerDescription;
  readonly settings: ControllerSettings;
  readonly image: string;
  readonly serviceAccount: kplus.ServiceAccount;
  /** Labels of the pods. */
  readonly labels: Readonly<Record<string, string>>;
  readonly selectorLabels: Readonly<Record<string, string>>;
}

/** The part of the pod template that cdk8s-plus has props for. */
export function podProps({
  description,
  settings,
  serviceAccount,
  labels,
}: ControllerWorkloadProps): kplus.WorkloadProps {
  return {
    metadata: { name: settings.name },
    podMetadata: { labels: { ...labels }, annotations: scrapeAnnotations(description, settings) },
    select: false,
    serviceAccount,
    // The ServiceAccount itself mounts its token nowhere; the controller lives by watching the API server.
    automountServiceAccountToken: true,
    securityContext: {
      ensureNonRoot: true,
      user: description.userId,
      group: description.groupId,
      fsGroup: description.groupId,
      fsGroupChangePolicy: kplus.FsGroupChangePolicy.ON_ROOT_MISMATCH,
    },
    terminationGracePeriod: Duration.seconds(description.gracePeriodSeconds(settings)),
  };
}

/** The rest of the pod template: the container, and what cdk8s-plus has no props for. */
export function completePodTemplate(
  workload: kplus.Workload,
  manifest: ApiObject,
  props: ControllerWorkloadProps,
): void {
  const { settings, selectorLabels } = props;
  workload.select(kplus.LabelSelector.of({ labels: { ...selectorLabels } }));
  addContainer(workload, props);
  hardenPodTemplate(manifest);
  manifest.addJsonPatch(...sysctls(props.description), ...placement(settings));
  because(manifest, () => podOrigins(props.description, settings));
  if (settings.daemonSet) return;
  workload.scheduling.separate(workload, { weight: 100, topology: kplus.Topology.HOSTNAME });
  workload.scheduling.separate(workload, { weight: 50, topology: kplus.Topology.ZONE });
  spreadOverHostsAndZones(manifest, { ...selectorLabels });
}

/** What a Prometheus that finds pods by annotations reads; one that uses ServiceMonitors reads the Service. */
function scrapeAnnotations(
  description: ControllerDescription,
  settings: ControllerSettings,
): Record<string, string> | undefined {
  const [port] = description.metricsPorts(settings);
  if (settings.metrics === false || port === undefined) return undefined;
  return {
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': String(port.number),
    'prometheus.io/path': '/metrics',
  };
}

function addContainer(workload: kplus.Workload, { description, settings, image }: ControllerWorkloadProps): void {
  const container = workload.addContainer(controllerContainer(description, settings, image));
  if (description.scratchDirectories.length === 0) return;
  const scratch = kplus.Volume.fromEmptyDir(workload, 'scratch', 'scratch', { sizeLimit: Size.mebibytes(256) });
  for (const path of description.scratchDirectories) {
    container.mount(path, scratch, { subPath: path.slice(1).replaceAll('/', '-') });
  }
}

function sysctls({ sysctls }: ControllerDescription): JsonPatch[] {
  if (sysctls === undefined) return [];
  const list = Object.entries(sysctls).map(([name, value]) => ({ name, value }));
  return [JsonPatch.add('/spec/template/spec/securityContext/sysctls', list)];
}

function placement({ nodeSelector, tolerations, priorityClassName }: ControllerSettings): JsonPatch[] {
  const pod = '/spec/template/spec';
  return [
    ...(Object.keys(nodeSelector).length === 0 ? [] : [JsonPatch.add(`${pod}/nodeSelector`, nodeSelector)]),
    ...(tolerations.length === 0 ? [] : [JsonPatch.add(`${pod}/tolerations`, tolerations)]),
    ...(priorityClassName === undefined ? [] : [JsonPatch.add(`${pod}/priorityClassName`, priorityClassName)]),
  ];
}
