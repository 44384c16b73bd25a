import type { FieldsOf } from '../../errors';
import { HaproxytechDialect } from '../haproxytech';
import type { IngressOptions, IngressPath } from '../ingress-options';
import type { Problems } from './problems';

/** The options that are plain objects, and the fields that each of them has. */
type ObjectOptions =
  'timeouts' | 'retries' | 'affinity' | 'rateLimit' | 'basicAuth' | 'cors' | 'hsts' | 'backendTls' | 'annotations';

const FIELDS: { readonly [Option in ObjectOptions]: FieldsOf<NonNullable<IngressOptions[Option]>> } = {
  affinity: { cookieName: true, crossSite: true, dynamic: true, shared: true },
  annotations: { ingress: true, service: true },
  backendTls: { caSecretName: true, clientSecretName: true, serverName: true },
  basicAuth: { realm: true, secretName: true },
  cors: { credentials: true, exposeHeaders: true, headers: true, maxAge: true, methods: true, origins: true },
  hsts: { includeSubdomains: true, maxAge: true, preload: true },
  rateLimit: { exempt: true, period: true, requests: true, statusCode: true, trackedClients: true },
  retries: { attempts: true, on: true, redispatch: true },
  timeouts: {
    connect: true,
    httpRequest: true,
    keepAlive: true,
    queue: true,
    server: true,
    serverFin: true,
    tunnel: true,
  },
};

const PATH: FieldsOf<IngressPath> = { path: true, pathType: true, port: true };

/** Options, and fields of them, that do not exist. */
export function unknownOptionProblems(options: IngressOptions, problems: Problems): void {
  problems.known(options, new HaproxytechDialect().rows);
  for (const [name, fields] of Object.entries(FIELDS)) problems.at(name).known(options[name as ObjectOptions], fields);
  options.paths?.forEach((path, index) => problems.at('paths').at(index).known(path, PATH));
}
