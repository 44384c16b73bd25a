import { ImagePullPolicy } from 'cdk8s-plus-27';
import {
  check,
  checkEach,
  checkSwitch,
  checkText,
  isObject,
  type PropProblem,
  PropsError,
  required,
  unknownFields,
  type ValueCheck,
} from '../../errors';
import { validateIngressOptions } from '../../haproxy';
import { checkLabel, checkObjectName } from '../../objects';
import { autoscalingContradictions, checkAutoscaling } from './check-autoscaling';
import { checkCommonAnnotations, checkCommonLabels } from './check-common-metadata';
import { checkContainers } from './check-containers';
import { checkSecretFiles, checkSources, checkVariables } from './check-environment';
import { checkGateway, gatewayContradictions } from './check-gateway';
import { checkMetrics } from './check-metrics';
import { checkJvmOptions, checkJvmReferences } from './check-jvm-options';
import { checkDrain, checkPorts, checkReplicas, checkResources } from './check-pod';
import { checkFurtherFiles } from './check-further-files';
import { checkLogging } from './check-logging';
import { checkPodOptions } from './check-pod-options';
import { checkStorage, storageContradictions } from './check-storage';
import { checkTimeZone } from './check-time-zone';
import { checkTrustStore } from './check-trust-store';
import { ingressOptions } from './ingress-options';
import { InterlokImage } from './interlok-image';
import type { InterlokProps } from './interlok-props';
import { ManagementRoute } from './management-route';
import { Platform } from './platform';
import { Rollout } from './rollout';

/**
 * Checks props before anything is read or made.
 * @param subject The construct, for the message
 * @param name The name of its objects
 * @param more Problems that the caller found already
 * @throws PropsError - naming every field that is wrong
 */
export function checkProps(
  subject: string,
  name: string,
  props: InterlokProps,
  more: readonly PropProblem[] = [],
): void {
  const problems = [
    ...more,
    ...checkLabel(props.name === undefined ? 'id' : 'name', name),
    ...Object.entries(checks).flatMap(([field, checkOne]) => checkOne(field, props[field as keyof InterlokProps])),
    ...unknownFields(props, Object.keys(checks)),
    ...checkContainers(props),
    ...checkJvmReferences(props),
    ...checkIngress(props),
    ...checkTogether(props),
    ...contradictions(name, props),
  ];
  if (problems.length > 0) throw new PropsError(subject, problems);
}

const CONFIG = "the path of an Interlok configuration directory, for example 'config', or a list of such paths";
const checkPath = checkText(/\S/, CONFIG);

const checkConfig: ValueCheck = (field, config) => {
  if (!Array.isArray(config)) return checkPath(field, config);
  return config.length === 0 ? [{ field, value: config, expected: CONFIG }] : checkEach(checkPath)(field, config);
};

const checkImage: ValueCheck = (field, image) => {
  if (image === undefined || image instanceof InterlokImage) return [];
  if (typeof image !== 'string') return [{ field, value: image, expected: 'a name with a tag, or an InterlokImage' }];
  try {
    InterlokImage.parse(image);
    return [];
  } catch (error) {
    if (error instanceof PropsError) return [...error.problems];
    throw error;
  }
};

const isText = check((value: unknown) => typeof value === 'string', 'text');

const PULL_POLICIES = Object.values(ImagePullPolicy);
const MANAGEMENT_ROUTES = Object.values(ManagementRoute);

/** A prop without a check does not compile. */
const checks: Readonly<Record<keyof InterlokProps, ValueCheck>> = {
  config: required(checkConfig, CONFIG),
  name: () => [], // with the id, for which it stands
  labels: checkCommonLabels,
  annotations: checkCommonAnnotations,
  replicas: checkReplicas,
  autoscaling: checkAutoscaling,
  image: checkImage,
  host: isText,
  ingress: check((value: unknown) => value === false || isObject(value), 'an object with the options, or false'),
  gateway: checkGateway,
  env: checkVariables,
  envFrom: checkSources,
  secretFiles: checkSecretFiles,
  files: checkFurtherFiles,
  storage: checkStorage,
  trustStore: checkTrustStore,
  logging: checkLogging,
  timeZone: checkTimeZone,
  platform: check(
    (value: unknown) => Object.values(Platform).includes(value as Platform),
    `one of ${Object.values(Platform).join(', ')}`,
  ),
  pod: checkPodOptions,
  resources: checkResources,
  jvmOptions: checkJvmOptions,
  sidecars: () => [], // with the init containers, for their names are of one pod
  initContainers: () => [],
  expose: checkPorts,
  managementRoutes: checkEach(
    check((name: ManagementRoute) => MANAGEMENT_ROUTES.includes(name), `one of ${MANAGEMENT_ROUTES.join(', ')}`),
  ),
  rollout: check(
    (value: unknown) => Object.values(Rollout).includes(value as Rollout),
    `one of ${Object.values(Rollout).join(', ')}`,
  ),
  drain: checkDrain,
  completeConfiguration: checkSwitch,
  silence: checkEach(isText),
  networkPolicy: checkSwitch,
  metrics: checkMetrics,
  priorityClassName: checkObjectName,
  imagePullPolicy: check(
    (value: unknown) => PULL_POLICIES.includes(value as ImagePullPolicy),
    `one of ${PULL_POLICIES.join(', ')}`,
  ),
  imagePullSecretName: checkObjectName,
};

/** Props that say the same thing, or of which one takes away what the other one is about. */
function checkTogether({ env, logging, timeZone, completeConfiguration, image }: InterlokProps): PropProblem[] {
  const problems: PropProblem[] = [];
  if (timeZone !== undefined && isObject(env) && 'TZ' in env)
    problems.push({ field: 'env.TZ', value: env['TZ'], expected: 'either timeZone or env.TZ, not both' });
  const written = completeConfiguration !== false && !(image instanceof InterlokImage && image.configurationInside);
  if (logging !== undefined && !written) {
    const expected = 'no logging where nothing is added to the configuration: put a log4j2.xml into it';
    problems.push({ field: 'logging', value: logging, expected });
  }
  return problems;
}

/** What two props say against each other, where each is well-formed in itself. */
function contradictions(name: string, props: InterlokProps): PropProblem[] {
  return [
    ...(checkAutoscaling('autoscaling', props.autoscaling).length > 0 ? [] : autoscalingContradictions(name, props)),
    ...gatewayContradictions(props),
    ...(areWellFormed(props, ['replicas', 'autoscaling', 'storage', 'files'])
      ? storageContradictions(name, props)
      : []),
  ];
}

function areWellFormed(props: InterlokProps, fields: readonly (keyof InterlokProps)[]): boolean {
  return fields.every((field) => checks[field](field, props[field]).length === 0);
}

function checkIngress(props: InterlokProps): PropProblem[] {
  const { host, ingress } = props;
  if (ingress !== false && ingress !== undefined && !isObject(ingress)) return []; // said above
  const problems = checkHost(props);
  const options = ingressOptions(props);
  if (options === undefined || (host !== undefined && typeof host !== 'string')) return problems;
  const ofOptions = validateIngressOptions(options, 'ingress').map((problem) =>
    host !== undefined && problem.field === 'ingress.hosts[0]' ? { ...problem, field: 'host' } : problem,
  );
  return [...problems, ...ofOptions];
}

function checkHost({ host, ingress }: InterlokProps): PropProblem[] {
  if (host === undefined) return [];
  if (ingress === false)
    return [
      { field: 'host', value: host, expected: 'no host when ingress is false: there is no Ingress to put it on' },
    ];
  if (ingress?.hosts === undefined) return [];
  return [{ field: 'host', value: host, expected: 'either host or ingress.hosts, not both' }];
}
