import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { UserError } from '../lib/errors/user-error';

/** What runs pods, and is waited for. */
const KINDS = ['Deployment', 'StatefulSet', 'DaemonSet'] as const;

/** A Deployment, StatefulSet or DaemonSet of the manifests. */
export interface Workload {
  readonly kind: (typeof KINDS)[number];
  readonly namespace: string;
  readonly name: string;
  /** True when an Ingress of the same manifests leads to it: it is what answers through the load balancer. */
  readonly behindIngress: boolean;
}

/** An object of a folder of manifests. */
export interface Manifest {
  readonly kind?: string;
  readonly metadata?: { readonly name?: string; readonly namespace?: string };
  readonly spec?: Readonly<Record<string, unknown>>;
}

type Labels = Readonly<Record<string, string>>;

/** Reads the workloads of a folder of manifests. Throws a UserError when there are none. */
export function readWorkloads(folder: string): readonly Workload[] {
  const manifests = readFolder(folder);
  const services = manifests.filter((m) => m.kind === 'Service' && isRouted(m, manifests));
  const workloads = manifests.flatMap((manifest): Workload[] => {
    const { metadata } = manifest;
    const kind = KINDS.find((each) => each === manifest.kind);
    if (kind === undefined || metadata?.name === undefined) return [];
    const behindIngress = services.some((service) => selects(service, manifest));
    return [{ kind, namespace: namespaceOf(manifest), name: metadata.name, behindIngress }];
  });
  if (workloads.length > 0) return workloads;
  throw new UserError(
    `${folder} holds no Deployment, StatefulSet or DaemonSet\nMake the manifests first: npm run synth`,
  );
}

/** All manifests of a folder, in the order of its files; none when there is no such folder. */
export function readFolder(folder: string): readonly Manifest[] {
  return existsSync(folder) ? manifestFiles(folder).flatMap(readManifests) : [];
}

function manifestFiles(folder: string): string[] {
  const names = readdirSync(folder).filter((name) => /\.(ya?ml|json)$/.test(name));
  return names.sort().map((name) => join(folder, name));
}

function readManifests(file: string): Manifest[] {
  return parseAllDocuments(readFileSync(file, 'utf8')).map((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw new UserError(`${file}: ${error.message}`);
    return (document.toJS() ?? {}) as Manifest;
  });
}

function namespaceOf(manifest: Manifest): string {
  return manifest.metadata?.namespace ?? 'default';
}

function isRouted(service: Manifest, manifests: readonly Manifest[]): boolean {
  const ingresses = manifests.filter((m) => m.kind === 'Ingress' && namespaceOf(m) === namespaceOf(service));
  return ingresses.some((ingress) => backendsOf(ingress).includes(service.metadata?.name));
}

interface Backend {
  readonly service?: { readonly name?: string };
}

interface IngressSpec {
  readonly defaultBackend?: Backend;
  readonly rules?: readonly { readonly http?: { readonly paths?: readonly { readonly backend?: Backend }[] } }[];
}

function backendsOf(ingress: Manifest): (string | undefined)[] {
  const { defaultBackend, rules = [] } = (ingress.spec ?? {}) as IngressSpec;
  const backends = rules.flatMap((rule) => rule.http?.paths ?? []).map((path) => path.backend);
  return [defaultBackend, ...backends].map((backend) => backend?.service?.name).filter((name) => name !== undefined);
}

function selects(service: Manifest, workload: Manifest): boolean {
  const { selector } = (service.spec ?? {}) as { selector?: Labels };
  const { template } = (workload.spec ?? {}) as { template?: { metadata?: { labels?: Labels } } };
  if (selector === undefined || namespaceOf(service) !== namespaceOf(workload)) return false;
  return Object.entries(selector).every(([key, value]) => template?.metadata?.labels?.[key] === value);
}
