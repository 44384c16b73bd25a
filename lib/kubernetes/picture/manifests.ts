import type { Explanation } from '../../origins';

/** The parts of manifests that are drawn, as far as they are read. */
export interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec?: {
    readonly replicas?: number;
    readonly minReplicas?: number;
    readonly maxReplicas?: number;
    readonly minReplicaCount?: number;
    readonly maxReplicaCount?: number;
    readonly template?: { readonly spec: PodSpec };
    readonly ingressClassName?: string;
    readonly tls?: readonly unknown[];
    readonly rules?: readonly (IngressRule & RouteRule)[];
    readonly hostnames?: readonly string[];
    readonly parentRefs?: readonly { readonly name: string }[];
    readonly ports?: readonly ServicePort[];
    readonly ingress?: readonly PolicyRule[];
    readonly egress?: readonly PolicyRule[];
  };
}

interface PodSpec {
  readonly terminationGracePeriodSeconds?: number;
  readonly containers: readonly {
    readonly image: string;
    readonly resources?: {
      readonly requests?: Readonly<Record<string, string>>;
      readonly limits?: Readonly<Record<string, string>>;
    };
  }[];
}

export interface IngressRule {
  readonly host?: string;
  readonly http?: {
    readonly paths: readonly {
      readonly path: string;
      readonly pathType: string;
      readonly backend: { readonly service?: { readonly port: { readonly number?: number; readonly name?: string } } };
    }[];
  };
}

export interface RouteRule {
  readonly matches?: readonly { readonly path?: { readonly type: string; readonly value: string } }[];
  readonly backendRefs?: readonly { readonly port: number }[];
}

export interface ServicePort {
  readonly name?: string;
  readonly port: number;
  readonly targetPort?: number | string;
}

export interface PolicyRule {
  readonly ports?: readonly { readonly port?: number | string; readonly protocol?: string }[];
  readonly from?: readonly PolicyPeer[];
  readonly to?: readonly PolicyPeer[];
}

export interface PolicyPeer {
  readonly ipBlock?: { readonly cidr: string };
  readonly namespaceSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
  readonly podSelector?: { readonly matchLabels?: Readonly<Record<string, string>> };
}

/** The manifests of an adapter, each field of them with its origin. */
export interface ExplainedManifests {
  readonly manifests: readonly Manifest[];
  readonly explanations: readonly Explanation[];
}

/** The manifests of a kind. */
export function ofKind({ manifests }: ExplainedManifests, ...kinds: readonly string[]): readonly Manifest[] {
  return manifests.filter(({ kind }) => kinds.includes(kind));
}
