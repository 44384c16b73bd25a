/** What is read of the cluster's objects. */
export interface Metadata {
  readonly name: string;
  readonly namespace?: string;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly labels?: Readonly<Record<string, string>>;
}

export interface Ingress {
  readonly metadata: Metadata;
  readonly spec: {
    readonly ingressClassName?: string;
    readonly rules?: readonly {
      readonly host?: string;
      readonly http?: {
        readonly paths: readonly {
          readonly path?: string;
          readonly pathType: string;
          readonly backend: {
            readonly service?: { readonly name: string; readonly port: { readonly number?: number } };
          };
        }[];
      };
    }[];
  };
}

export interface Service {
  readonly metadata: Metadata;
}

export interface EndpointSlice {
  readonly metadata: Metadata;
  readonly ports?: readonly { readonly port?: number }[];
  readonly endpoints?:
    readonly { readonly addresses: readonly string[]; readonly conditions?: { readonly ready?: boolean } }[] | null;
}

/** What the cluster says that HAProxy should do. */
export interface Wanted {
  readonly ingressClass: string;
  /** The data of the controller's own ConfigMap. */
  readonly settings: Readonly<Record<string, string>>;
  readonly ingresses: readonly Ingress[];
  readonly services: readonly Service[];
  readonly endpointSlices: readonly EndpointSlice[];
}
