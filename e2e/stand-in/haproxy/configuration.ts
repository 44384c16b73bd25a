import type { Service, Wanted } from './cluster-objects';
import type { Route } from './routes';
import { backendName, backendsOf, routesOf } from './routes';

type Settings = Wanted['settings'];

/** Server slots of a backend whose Service names no number. */
const SLOTS = 42;

/**
 * The configuration of HAProxy with the lines that the haproxytech controller writes for these objects, in its order:
 * snippets of the ConfigMap before those of the Service, frontend snippets before the backends, servers last.
 */
export function haproxyConfiguration(wanted: Wanted, serversOf: (backend: string) => readonly string[]): string {
  const { settings, services } = wanted;
  const routes = routesOf(wanted);
  const frontend = (name: string, port: number) =>
    section(`frontend ${name}`, [
      `bind :${port} name v4`,
      ...lines(settings['frontend-config-snippet']),
      ...routes.map((route) => `use_backend ${backendName(route)} if ${condition(route)}`),
      'default_backend not-found',
    ]);
  return [
    global(settings),
    defaults(settings),
    frontend('http', 8080),
    frontend('https', 8443),
    section('frontend healthz', ['bind :1042 name v4', 'monitor-uri /healthz']),
    section('frontend stats', ['bind :1024 name v4', 'stats enable', 'stats uri /']),
    section('backend not-found', ['http-request return status 404']),
    ...[...backendsOf(wanted)].map(([name, route]) =>
      section(`backend ${name}`, [...backendLines(settings, serviceOf(route, services)), ...serversOf(name)]),
    ),
  ].join('\n');
}

/** How many server slots the backend of a route has. */
export function slotCount(route: Route, { services }: Wanted): number {
  return Number(annotation(serviceOf(route, services), 'scale-server-slots') ?? SLOTS);
}

function global(settings: Settings): string {
  return section('global', [
    'stats socket /var/run/haproxy-runtime-api.sock level admin expose-fd listeners',
    `maxconn ${settings['maxconn'] ?? '2000'}`,
    `hard-stop-after ${settings['hard-stop-after'] ?? '30m'}`,
    ...lines(settings['global-config-snippet']),
  ]);
}

function defaults(settings: Settings): string {
  const timeout = (name: string, otherwise: string) => `timeout ${name} ${settings[`timeout-${name}`] ?? otherwise}`;
  return section('defaults', [
    'mode http',
    'option http-keep-alive',
    timeout('http-request', '5s'),
    timeout('connect', '5s'),
    timeout('queue', '5s'),
    timeout('client', '50s'),
    timeout('server', '50s'),
    timeout('tunnel', '1h'),
    timeout('http-keep-alive', '1m'),
  ]);
}

function backendLines(settings: Settings, service: Service | undefined): string[] {
  return [
    `balance ${annotation(service, 'load-balance') ?? 'roundrobin'}`,
    'option forwardfor',
    'no option abortonclose',
    ...(annotation(service, 'check') === 'false' ? [] : ['default-server check']),
    ...lines(settings['backend-config-snippet']),
    ...lines(annotation(service, 'backend-config-snippet')),
  ];
}

function serviceOf({ namespace, service }: Route, services: readonly Service[]): Service | undefined {
  return services.find(({ metadata }) => metadata.name === service && metadata.namespace === namespace);
}

function annotation(service: Service | undefined, key: string): string | undefined {
  return service?.metadata.annotations?.[`haproxy.org/${key}`];
}

function condition({ host, path, exact }: Route): string {
  const prefix = path.replace(/\/$/, '');
  const below = prefix === '' || !exact ? [`{ path_beg ${prefix}/ }`] : [];
  const itself = prefix === '' ? [] : [`{ path ${path === '/' ? path : prefix} }`];
  const hostIs = host === undefined ? '' : `{ hdr(host),field(1,:) -i ${host} } `;
  return [...itself, ...below].map((match) => hostIs + match).join(' or ');
}

function section(title: string, content: readonly string[]): string {
  return `${[title, ...content.map((line) => `  ${line}`)].join('\n')}\n`;
}

function lines(snippet: string | undefined): string[] {
  return (snippet ?? '').split('\n').filter((line) => line.trim() !== '');
}
