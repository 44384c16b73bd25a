import { Duration } from 'cdk8s';
import { check, checkFields, isObject, type PropProblem, required, type ValueCheck } from '../../errors';
import type { IngressOptions } from '../../haproxy';
import { checkNamespace, checkObjectName } from '../../objects';
import type { InterlokGateway } from './gateway';
import type { InterlokProps } from './interlok-props';

const NAME = 'the name of a Gateway that exists';

const checkTimeout = check(
  (timeout: unknown) =>
    timeout instanceof Duration &&
    Number.isInteger(timeout.toMilliseconds()) &&
    timeout.toMilliseconds() >= 1 &&
    timeout.toMilliseconds() <= LONGEST_TIMEOUT,
  'a Duration of whole milliseconds, at least one and at most a day, for example Duration.seconds(30)',
);

const LONGEST_TIMEOUT = 24 * 60 * 60 * 1000;

const fields: Readonly<Record<keyof InterlokGateway, ValueCheck>> = {
  name: required(checkObjectName, NAME),
  namespace: checkNamespace,
  sectionName: checkObjectName,
  timeout: checkTimeout,
};

/** Which Gateway, and which of its listeners. */
export const checkGateway: ValueCheck = checkFields(fields);

const PORTABLE = undefined;
const NO_FORM = 'which a Gateway has no common form for';

/** Why an option for HAProxy cannot stand beside a Gateway, by option; one that is new does not compile until it is here. */
const alternatives: Readonly<Record<keyof IngressOptions, string | undefined>> = {
  hosts: PORTABLE,
  paths: PORTABLE,
  dialect: 'for no ingress controller reads the route',
  ingressClassName: 'for no ingress controller reads the route',
  tls: 'for the certificate belongs to a listener of the Gateway: name that one in gateway.sectionName',
  httpsRedirect: "for the redirect is a route of its own on the Gateway's listener for plain HTTP",
  hsts: NO_FORM,
  loadBalancing: NO_FORM,
  healthCheck: NO_FORM,
  timeouts: 'for the time that a request may take is gateway.timeout',
  retries: NO_FORM,
  slowStart: NO_FORM,
  affinity: NO_FORM,
  connectionsPerPod: NO_FORM,
  serverSlots: NO_FORM,
  rateLimit: NO_FORM,
  allowList: NO_FORM,
  denyList: NO_FORM,
  basicAuth: NO_FORM,
  cors: 'for it is a filter, which not every implementation has: patch it into the httpRoutes',
  requestHeaders: 'for it is a filter: patch it into the httpRoutes',
  responseHeaders: 'for it is a filter, which not every implementation has: patch it into the httpRoutes',
  pathRewrite: 'for it is a filter, which not every implementation has: patch it into the httpRoutes',
  backendProtocol: NO_FORM,
  backendTls: 'for it is a BackendTLSPolicy that targets the Service',
  forwardedFor: NO_FORM,
  clientAddressHeader: NO_FORM,
  proxyProtocol: NO_FORM,
  annotations: 'for HAProxy reads them: add those of the Gateway to service.metadata',
  backendSnippet: NO_FORM,
  configSnippets: NO_FORM,
};

/** HTTPRoutes take no more host names, and no wider range of characters in paths. */
const MOST_HOSTS = 16;
const PATH = /^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+$/;
const NO_PATH = /\/\/|\/\.{1,2}(\/|$)|%2f|#/i;

/** What contradicts a Gateway among the other props; each of them must be well-formed in itself. */
export function gatewayContradictions({ autoscaling, gateway, ingress }: InterlokProps): PropProblem[] {
  if (gateway === undefined) return [];
  const ofLoad =
    autoscaling?.load === undefined
      ? []
      : [
          {
            field: 'autoscaling.load',
            value: autoscaling.load,
            expected:
              'autoscaling.cpu, or external: true, beside gateway: there is no HAProxy that counts the requests',
          },
        ];
  if (ingress === false)
    return [
      ...ofLoad,
      {
        field: 'ingress',
        value: false,
        expected: 'nothing beside gateway: the HTTPRoute takes the place of the Ingress',
      },
    ];
  return [...ofLoad, ...(isObject(ingress) ? ofOptions(ingress) : [])];
}

function ofOptions(options: IngressOptions): PropProblem[] {
  const refused = Object.entries(options).flatMap(([option, value]: [string, unknown]): PropProblem[] => {
    const why = alternatives[option as keyof IngressOptions];
    if (value === undefined || why === undefined) return [];
    return [{ field: `ingress.${option}`, value, expected: `nothing beside gateway, ${why}` }];
  });
  const { hosts = [], paths = [] } = options;
  if (hosts.length > MOST_HOSTS)
    refused.push({ field: 'ingress.hosts', value: hosts, expected: `at most ${MOST_HOSTS} beside gateway` });
  return [
    ...refused,
    ...paths.flatMap(({ path }, index): PropProblem[] => {
      if (PATH.test(path) && !NO_PATH.test(path)) return [];
      const expected = "a path that an HTTPRoute can have: percent-encoded, without '//', '/./', '/../' and '%2f'";
      return [{ field: `ingress.paths[${index}].path`, value: path, expected }];
    }),
  ];
}
