import { ConnectionLimit, type IngressOptions, type OptionsBehind } from '../../haproxy';
import type { Adapter, Route } from '../../interlok';
import { type Origin, place, propOf, type Source } from '../../origins';
import { ingressOptions, type InterlokProps } from '../props';
import { consumerListeners } from './ports';

/** What the options say to the controller, in the order in which they stand in a snippet. */
const WHY: Readonly<Partial<Record<keyof IngressOptions, string>>> = {
  tls: 'who issues the certificate',
  httpsRedirect: 'where plain HTTP is sent',
  hsts: 'browsers come by HTTPS alone',
  loadBalancing: 'which pod gets the next request',
  healthCheck: 'how HAProxy finds out that a pod answers',
  timeouts: 'how long HAProxy waits',
  retries: 'what happens to a request when no connection to its pod comes about',
  slowStart: 'a pod that comes back gets more requests little by little',
  affinity: 'a client stays with its pod',
  connectionsPerPod: 'no more requests are open at a pod than its workflows run at once',
  serverSlots: 'places for twice as many pods as there are, so that a new pod needs no reload',
  rateLimit: 'how many requests a client may send',
  allowList: 'who may come in',
  denyList: 'who may not come in',
  basicAuth: 'who may come in, with a password',
  cors: 'the sites from which browsers may call',
  requestHeaders: 'headers that the adapter gets',
  responseHeaders: 'headers that the client gets',
  pathRewrite: 'the path that the adapter sees',
  backendProtocol: 'what HAProxy speaks with the pods',
  backendTls: 'how HAProxy and the pods know each other',
  forwardedFor: 'the address of the client comes in a header',
  clientAddressHeader: 'the header that has the address of the client',
  proxyProtocol: 'the address of the client comes before the request',
  annotations: 'as the prop says',
  backendSnippet: 'lines for HAProxy, as the prop says',
};

/** Why annotations for the load balancer are what they are: the options behind each, or their defaults. */
export function annotationOrigins(behind: OptionsBehind, adapter: Adapter, props: InterlokProps): readonly Origin[] {
  const options = ingressOptions(props) ?? {};
  return Object.entries(behind).map(([name, made]) => ({
    field: `metadata.annotations['${name}']`,
    sources: made.flatMap((option) => [
      propOf(`ingress.${option}`, options[option]),
      ...furtherSources(option, options, adapter, props),
    ]),
    why: made.flatMap((option) => WHY[option] ?? []).join('; '),
  }));
}

/** What decides beside the option itself. */
function furtherSources(
  option: keyof IngressOptions,
  options: IngressOptions,
  adapter: Adapter,
  props: InterlokProps,
): readonly Source[] {
  const listeners = consumerListeners(adapter);
  const routes = listeners.flatMap((listener) => listener.routes);
  const [first] = routes;
  switch (option) {
    case 'connectionsPerPod':
      return (options.connectionsPerPod ?? ConnectionLimit.derived()).kind === 'derived'
        ? routes.map((route) => place(route, concurrencyOf(route)))
        : [];
    case 'serverSlots':
      if (options.serverSlots !== undefined) return [];
      return props.autoscaling === undefined
        ? [propOf('replicas', props.replicas)]
        : [propOf('autoscaling.maxReplicas', true)];
    case 'healthCheck': {
      const { kind, check } = options.healthCheck ?? {};
      return kind === 'http' && check?.path === undefined && first !== undefined
        ? [place(first, `path ${first.path}`)]
        : [];
    }
    case 'httpsRedirect':
      return options.httpsRedirect === undefined ? [propOf('ingress.tls', options.tls)] : [];
    case 'backendProtocol':
      return listeners
        .filter(({ protocol }) => protocol === 'https')
        .map((listener) => place(listener, `${listener.component} ${listener.port}`));
    default:
      return [];
  }
}

function concurrencyOf({ path, concurrency, workflow }: Route): string {
  const atOnce = concurrency === undefined ? 'not known how many' : String(concurrency);
  return `${path}: ${workflow === undefined ? '' : `workflow ${workflow} runs `}${atOnce} at once`;
}
