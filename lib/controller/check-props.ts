import { Size, SizeRoundingBehavior } from 'cdk8s';
import type { Duration } from 'cdk8s';
import * as prop from './prop-checks';
import { type PropProblem, PropsError } from '../errors';
import { ImageReference } from '../objects';
import { checkTcpServices } from './check-tcp-services';
import type { ControllerDescription } from './controller-description';
import type { NamespacedName } from './controller-options';
import type { HaproxyIngressControllerProps } from './haproxy-ingress-controller-props';

type Props = HaproxyIngressControllerProps;

/** Room for the longest suffix that an object's name gets, `-metrics`. */
const LONGEST_ID = 63 - '-metrics'.length;

/**
 * Checks the props before anything is made.
 * @throws PropsError - naming every field that is wrong
 */
export function checkControllerProps(id: string, props: Props, description: ControllerDescription): void {
  const problems = [
    ...checkId(id),
    ...checkUnsupported(props, description),
    ...checkExposure(props),
    ...checkPods(props),
    ...checkSettings(props),
    ...checkConfig(props, description),
    ...checkReferences(props),
    ...checkTcpServices(props),
    ...checkAccess(props),
    ...description.check(id, props),
  ];
  if (problems.length > 0) throw new PropsError(`HaproxyIngressController '${id}'`, problems);
}

function checkId(id: string): PropProblem[] {
  if (id.length <= LONGEST_ID) return prop.checkLabel('id', id);
  return [{ field: 'id', value: id, expected: `at most ${LONGEST_ID} characters` }];
}

function checkUnsupported(props: Props, { title, unsupported }: ControllerDescription): PropProblem[] {
  const names = Object.entries(unsupported) as [keyof Props, string][];
  return names
    .filter(([field]) => props[field] !== undefined)
    .map(([field, alternative]) => ({
      field,
      value: props[field],
      expected: `no value with ${title}. Instead: ${alternative}`,
    }));
}

function checkExposure({ exposure }: Props): PropProblem[] {
  if (exposure === undefined) return [];
  const { http, https } = exposure.ports;
  return [
    ...prop.checkPort('exposure.http', http),
    ...prop.checkPort('exposure.https', https),
    ...(http === https ? [{ field: 'exposure.https', value: https, expected: 'a port other than that of http' }] : []),
    ...prop.checkEach(prop.checkCidr)('exposure.sourceRanges', exposure.loadBalancerOptions.sourceRanges),
  ];
}

function checkPods(props: Props): PropProblem[] {
  const daemonSet = props.daemonSet ?? props.exposure?.type === 'HostPorts';
  const { cpu, memory, ephemeralStorage } = props.resources ?? {};
  const image = ImageReference.parse(props.image);
  return [
    ...(props.image === undefined || image?.pinned === true
      ? []
      : [{ field: 'image', value: props.image, expected: 'a name with a tag other than latest, or with a digest' }]),
    ...prop.checkWholeNumber(1)('replicas', props.replicas),
    ...(daemonSet && props.replicas !== undefined
      ? [{ field: 'replicas', value: props.replicas, expected: 'nothing: a DaemonSet runs one pod on each node' }]
      : []),
    ...checkSize('resources.memory.request', memory?.request, Size.mebibytes(1), 'MiB'),
    ...checkSize('resources.memory.limit', memory?.limit, Size.mebibytes(1), 'MiB'),
    ...checkSize('resources.ephemeralStorage.request', ephemeralStorage?.request, Size.gibibytes(1), 'GiB'),
    ...checkSize('resources.ephemeralStorage.limit', ephemeralStorage?.limit, Size.gibibytes(1), 'GiB'),
    ...checkRequest('resources.memory', memory),
    ...checkRequest('resources.ephemeralStorage', ephemeralStorage),
    ...(cpu !== undefined && cpu.request === undefined && cpu.limit === undefined
      ? [{ field: 'resources.cpu', value: '{}', expected: 'a request or a limit' }]
      : []),
    ...prop.checkObjectName('priorityClassName', props.priorityClassName),
    ...prop.checkWholeSeconds('drainDelay', props.drainDelay),
    ...prop.checkWholeSeconds('longestRequest', props.longestRequest),
  ];
}

/** cdk8s-plus writes memory in MiB and storage in GiB and refuses a rest. */
function checkSize(field: string, size: Size | undefined, unit: Size, unitName: string): PropProblem[] {
  if (size === undefined) return [];
  if (kibibytes(size) > 0 && kibibytes(size) % unit.toKibibytes() === 0) return [];
  return [{ field, value: `${kibibytes(size)} KiB`, expected: `a whole number of ${unitName}` }];
}

function checkRequest(field: string, { request, limit }: { request?: Size; limit?: Size } = {}): PropProblem[] {
  if (request === undefined || limit === undefined || kibibytes(request) <= kibibytes(limit)) return [];
  return [{ field: `${field}.request`, value: `${kibibytes(request)} KiB`, expected: 'no more than the limit' }];
}

function kibibytes(size: Size): number {
  return size.toKibibytes({ rounding: SizeRoundingBehavior.FLOOR });
}

function checkSettings(props: Props): PropProblem[] {
  const timeouts = Object.entries(props.timeouts ?? {}) as [string, Duration | undefined][];
  return [
    ...prop.checkObjectName('ingressClass', props.ingressClass),
    ...prop.checkWholeNumber(1)('maxConnections', props.maxConnections),
    ...prop.checkDuration('hardStopAfter', props.hardStopAfter),
    ...prop.checkPort('httpsRedirectPort', props.httpsRedirectPort),
    ...prop.checkWholeNumber(0)('retries', props.retries),
    ...prop.checkWholeSeconds('syncPeriod', props.syncPeriod),
    ...timeouts.flatMap(([name, duration]) => prop.checkDuration(`timeouts.${name}`, duration)),
    ...checkLines('backendSnippet', props.backendSnippet),
    ...checkLines('frontendSnippet', props.frontendSnippet),
  ];
}

function checkLines(field: string, lines: readonly string[] = []): PropProblem[] {
  return lines.flatMap((line, index) =>
    line.trim() !== '' && !line.includes('\n')
      ? []
      : [{ field: `${field}[${index}]`, value: line, expected: 'one line of HAProxy configuration' }],
  );
}

function checkConfig({ config }: Props, { ownedConfigKeys }: ControllerDescription): PropProblem[] {
  return Object.entries(config ?? {}).flatMap(([key, value]) => {
    const field = `config.${key}`;
    const owner = ownedConfigKeys[key];
    if (owner !== undefined) return [{ field, value, expected: `the prop ${owner} instead, which writes this key` }];
    return value === '' ? [{ field, value, expected: 'a value' }] : [];
  });
}

function checkReferences(props: Props): PropProblem[] {
  const reference = (field: string, object: NamespacedName | undefined): PropProblem[] => [
    ...prop.checkLabel(`${field}.namespace`, object?.namespace),
    ...prop.checkObjectName(`${field}.name`, object?.name),
  ];
  const both = props.watchNamespaces !== undefined && props.ignoreNamespaces !== undefined;
  return [
    ...prop.checkLabel('namespace', props.namespace),
    ...reference('defaultCertificate', props.defaultCertificate),
    ...reference('defaultBackend', props.defaultBackend),
    ...prop.checkEach(prop.checkLabel)('watchNamespaces', props.watchNamespaces),
    ...prop.checkEach(prop.checkLabel)('ignoreNamespaces', props.ignoreNamespaces),
    ...(both
      ? [{ field: 'ignoreNamespaces', value: props.ignoreNamespaces, expected: 'nothing beside watchNamespaces' }]
      : []),
  ];
}

function checkAccess({ metrics, networkPolicy }: Props): PropProblem[] {
  const readers = metrics === false ? undefined : metrics?.namespaces;
  const policy = networkPolicy === false ? undefined : networkPolicy;
  return [
    ...prop.checkEach(prop.checkLabel)('metrics.namespaces', readers),
    ...prop.checkEach(prop.checkCidr)('networkPolicy.clients', policy?.clients),
    ...prop.checkEach(prop.checkCidr)('networkPolicy.apiServer', policy?.apiServer),
    ...prop.checkEach(prop.checkPort)('networkPolicy.apiServerPorts', policy?.apiServerPorts),
  ];
}
