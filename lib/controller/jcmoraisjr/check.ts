import type { PropProblem } from '../../errors';
import type { HaproxyIngressControllerProps } from '../haproxy-ingress-controller-props';

/** Props that this controller cannot follow, each with the alternative. */
export const JCMORAISJR_UNSUPPORTED: Readonly<Partial<Record<keyof HaproxyIngressControllerProps, string>>> = {
  logLevel: 'accessLog, for a line per request',
  httpsRedirectPort: 'haproxytech, or 443 as the port that clients see: it has no such key',
  ignoreNamespaces: 'watchNamespaces with the one namespace that it is to read',
  tcpServices: 'the annotation haproxy-ingress.github.io/tcp-service-port on an Ingress for each of them',
  customResources: 'annotations on Ingresses and Services: it has no custom resources',
  ipv6: 'nothing here, but its own keys for addresses in config',
  syncPeriod: 'nothing: it applies changes at most every two seconds',
};

/** Problems that this controller alone has with the props. */
export function checkJcmoraisjr(_name: string, props: HaproxyIngressControllerProps): PropProblem[] {
  const problems: PropProblem[] = [];
  if (props.redispatch === false) {
    const expected =
      "true or nothing: this controller always redispatches; backendSnippet: ['no option redispatch'] is its way out";
    problems.push({ field: 'redispatch', value: false, expected });
  }
  const watched = props.watchNamespaces ?? [];
  if (watched.length > 1) {
    const expected = 'one namespace or none: this controller watches one or all; haproxytech takes several';
    problems.push({ field: 'watchNamespaces', value: watched.join(', '), expected });
  }
  return problems;
}
