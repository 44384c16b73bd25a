import type { Explanation } from '../../origins';
import type { Drawing } from './drawing';
import { type ExplainedManifests, ofKind, type PolicyPeer, type PolicyRule } from './manifests';
import { counted } from './pods';

/** Where requests go that come in by a port of the pods. */
export type Entrances = ReadonlyMap<number, readonly string[]>;

/** Draws the way of a request to the ports of the pods: Ingress or HTTPRoute, Service, what the NetworkPolicy lets in. */
export function drawTraffic(drawing: Drawing, manifests: ExplainedManifests, entrances: Entrances): void {
  const services = ofKind(manifests, 'Service').flatMap(({ metadata: { name }, spec }) =>
    (spec?.ports ?? []).map((port, index) => ({ ...port, service: name, id: `service-${index}` })),
  );
  const arrive = (path: string, wanted: number | string | undefined): void => {
    drawing.connect(drawing.add({ id: 'clients', kind: 'outside', label: 'clients' }), path);
    for (const { id, port, name } of services) if (port === wanted || name === wanted) drawing.connect(path, id);
  };
  drawIngresses(drawing, manifests, arrive);
  drawRoutes(drawing, manifests, arrive);

  const policies = ofKind(manifests, 'NetworkPolicy');
  const enter = (from: string, port: unknown): void => {
    for (const to of entrances.get(Number(port)) ?? []) drawing.connect(from, to);
  };
  for (const { id, service, port, name, targetPort = port } of services) {
    const lines = [
      ...(name === undefined ? [] : [name]),
      ...(targetPort === port ? [] : [`to ${targetPort} of the pods`]),
    ];
    drawing.add({ id, kind: 'service', label: `Service ${service}:${port}`, lines });
    if (!drawing.isReached(id))
      drawing.connect(drawing.add({ id: 'cluster', kind: 'outside', label: 'pods of the cluster' }), id);
    if (policies.length === 0) enter(id, targetPort);
  }
  for (const { metadata, spec } of policies)
    for (const [index, { from, ports = [] }] of (spec?.ingress ?? []).entries()) {
      const lines = [`lets in ${portsOf(ports)}`, `from ${peersOf(from)}`];
      const id = drawing.add({ id: `in-${index}`, kind: 'policy', label: `NetworkPolicy ${metadata.name}`, lines });
      for (const { port } of ports) {
        for (const each of services)
          if (Number(each.targetPort ?? each.port) === Number(port)) drawing.connect(each.id, id);
        enter(id, port);
      }
      if (!drawing.isReached(id))
        drawing.connect(drawing.add({ id: `peer-${index}`, kind: 'outside', label: peersOf(from) }), id);
    }
}

/** Draws what the NetworkPolicy lets out of the pods. */
export function drawEgress(drawing: Drawing, manifests: ExplainedManifests, pods: string): void {
  for (const { metadata, spec } of ofKind(manifests, 'NetworkPolicy'))
    for (const [index, { ports, to }] of (spec?.egress ?? []).entries()) {
      const what = ports === undefined ? 'lets everything out' : `lets out ${portsOf(ports)}`;
      const lines = to === undefined ? [what] : [what, `to ${peersOf(to)}`];
      const id = drawing.add({ id: `out-${index}`, kind: 'policy', label: `NetworkPolicy ${metadata.name}`, lines });
      drawing.connect(pods, id);
    }
}

/** The nodes that may show a field of these objects, the closest first. */
export function trafficNodes({ kind, name, field }: Explanation): readonly string[] {
  const [, list = '', first = '0', rest = ''] = /^spec\.(\w+)\[(\d+)\](.*)$/.exec(field) ?? [];
  const second = /^\.(?:http\.paths|matches)\[(\d+)\]/.exec(rest)?.[1] ?? '';
  switch (kind) {
    case 'Ingress':
      return [`path-${first}-${second}`, `host-${first}`];
    case 'HTTPRoute':
      return [`route-${name}-${first}-${second}`, `route-${name}`];
    case 'Service':
      return [`service-${first}`];
    case 'NetworkPolicy':
      return [`${list === 'egress' ? 'out' : 'in'}-${first}`];
    default:
      return [];
  }
}

/** Draws an arrow from a path to the Service's port of that number or name. */
type Arrive = (path: string, port: number | string | undefined) => void;

function drawIngresses(drawing: Drawing, manifests: ExplainedManifests, arrive: Arrive): void {
  for (const { spec } of ofKind(manifests, 'Ingress'))
    for (const [index, { host = 'every host', http }] of (spec?.rules ?? []).entries()) {
      const paths = http?.paths ?? [];
      const tls = spec?.tls === undefined ? [] : ['TLS'];
      const lines = [`class ${spec?.ingressClassName ?? 'by default'}`, ...tls, counted(paths.length, 'path')];
      const group = drawing.add({
        id: `host-${index}`,
        kind: 'ingress',
        label: `Ingress ${host}`,
        lines,
        isGroup: true,
      });
      for (const [at, { path, pathType, backend }] of paths.entries()) {
        const id = `path-${index}-${at}`;
        drawing.add({ id, kind: 'ingress', label: path, lines: [pathType], group });
        arrive(id, backend.service?.port.number ?? backend.service?.port.name);
      }
    }
}

function drawRoutes(drawing: Drawing, manifests: ExplainedManifests, arrive: Arrive): void {
  for (const { metadata, spec } of ofKind(manifests, 'HTTPRoute')) {
    const gateways = (spec?.parentRefs ?? []).map(({ name }) => `Gateway ${name}`);
    const lines = [...gateways, ...(spec?.hostnames ?? ['every host'])];
    const id = `route-${metadata.name}`;
    const group = drawing.add({ id, kind: 'ingress', label: `HTTPRoute ${metadata.name}`, lines, isGroup: true });
    for (const [first, { matches = [], backendRefs = [] }] of (spec?.rules ?? []).entries())
      for (const [at, { path }] of matches.entries()) {
        const node = `${id}-${first}-${at}`;
        drawing.add({
          id: node,
          kind: 'ingress',
          label: path?.value ?? '/',
          lines: [path?.type ?? 'PathPrefix'],
          group,
        });
        for (const { port } of backendRefs) arrive(node, port);
      }
  }
}

function portsOf(ports: NonNullable<PolicyRule['ports']>): string {
  return ports.map(({ port = 'every port', protocol = 'TCP' }) => `${port}/${protocol}`).join(', ');
}

function peersOf(peers: readonly PolicyPeer[] | undefined): string {
  if (peers === undefined || peers.length === 0) return 'anywhere';
  return peers.map(peerText).join(', ');
}

function peerText({ ipBlock, namespaceSelector, podSelector }: PolicyPeer): string {
  if (ipBlock !== undefined) return ipBlock.cidr;
  const [pods, namespaces] = [podSelector, namespaceSelector].map((each) =>
    Object.values(each?.matchLabels ?? {}).join(' '),
  );
  const inNamespace =
    namespaceSelector === undefined ? '' : ` of ${namespaces === '' ? 'every namespace' : namespaces}`;
  return `${pods === '' ? 'pods' : pods}${inNamespace}`;
}
