import { at, containersOf, isJson, jsonAt, listAt, podOf, textAt, walk, type Json } from './json';

const DNS_LABEL = /^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?$/;
const DNS_SUBDOMAIN = /^(?=.{1,253}$)[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const PORT_NAME = /^(?=.{1,15}$)(?=.*[a-z])(?!.*--)[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const QUALIFIED = /^([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9]$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]{0,61})?[A-Za-z0-9])?$/;
const CONFIG_KEY = /^(?!\.{1,2}$)[-._a-zA-Z0-9]{1,253}$/;
const ENV_NAME = /^[-._a-zA-Z][-._a-zA-Z0-9]*$/;
const PORT_FIELDS = ['containerPort', 'hostPort', 'port', 'targetPort', 'nodePort', 'endPort', 'number'];
const ONE_MIB = 1024 * 1024;

/**
 * Empty values that mean something: everything else that is empty is left out of a manifest.
 * - `emptyDir: {}`: an emptyDir without options
 * - `podSelector: {}` and `namespaceSelector: {}` of a NetworkPolicy: all pods, all namespaces
 * - `ingress: [{}]` and `egress: [{}]` of a NetworkPolicy: the rule that allows everything
 */
const MEANINGFUL_WHEN_EMPTY = [
  /\/emptyDir$/,
  /^\/spec\/podSelector$/,
  /\/(from|to)\/\d+\/(podSelector|namespaceSelector)$/,
  /^\/spec\/(ingress|egress)\/\d+$/,
];

/** What the API server, or a reader, has against one object beyond its schema. */
export function objectErrors(object: Json): string[] {
  return [
    ...emptyValues(object),
    ...names(object),
    ...ports(object),
    ...keys(object),
    ...pod(object),
    ...config(object),
  ];
}

function emptyValues(object: Json): string[] {
  const errors: string[] = [];
  walk(object, (value, path) => {
    if (value === null) errors.push(`${path} is null`);
    if (value === undefined) errors.push(`${path} is undefined`);
    const empty = Array.isArray(value) ? value.length === 0 : isJson(value) && Object.keys(value).length === 0;
    const meant = object['kind'] === 'NetworkPolicy' ? MEANINGFUL_WHEN_EMPTY : MEANINGFUL_WHEN_EMPTY.slice(0, 1);
    if (empty && !meant.some((pattern) => pattern.test(path))) errors.push(`${path} is empty`);
  });
  return errors;
}

function names(object: Json): string[] {
  const { name, namespace } = jsonAt(object, 'metadata');
  const kind = String(object['kind']);
  const errors: string[] = [];
  const check = (what: string, value: unknown, pattern: RegExp): void => {
    if (typeof value !== 'string' || !pattern.test(value))
      errors.push(`${what} ${JSON.stringify(value)} is no DNS name`);
  };
  // RBAC names are path segments; a Service name is a DNS-1035 label.
  if (/Role(Binding)?$/.test(kind)) check('/metadata/name', String(name).replaceAll(':', '-'), DNS_SUBDOMAIN);
  else if (kind === 'Service') check('/metadata/name', name, /^(?=.{1,63}$)[a-z]([-a-z0-9]*[a-z0-9])?$/);
  else check('/metadata/name', name, kind === 'Namespace' ? DNS_LABEL : DNS_SUBDOMAIN);
  if (namespace !== undefined) check('/metadata/namespace', namespace, DNS_LABEL);
  for (const rule of kind === 'Ingress' ? listAt(object, 'spec.rules') : []) {
    if ('host' in rule) check('host', textAt(rule, 'host')?.replace(/^\*\./, ''), DNS_SUBDOMAIN);
    for (const { path, pathType } of listAt(rule, 'http.paths'))
      if (pathType !== 'ImplementationSpecific' && !String(path).startsWith('/'))
        errors.push(`path ${JSON.stringify(path)} does not start with a slash`);
  }
  return errors;
}

function ports(object: Json): string[] {
  const errors: string[] = [];
  walk(at(object, 'spec'), (value, path, field) => {
    if (!PORT_FIELDS.includes(field) || Array.isArray(value) || isJson(value)) return;
    const isPort = typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 65535;
    const isName = typeof value === 'string' && ['port', 'targetPort'].includes(field) && PORT_NAME.test(value);
    if (!isPort && !isName) errors.push(`/spec${path} ${JSON.stringify(value)} is no port (1 to 65535)`);
  });
  return errors;
}

function keys(object: Json): string[] {
  const errors: string[] = [];
  const check = (what: string, map: unknown, value?: RegExp): void => {
    for (const [key, text] of Object.entries(isJson(map) ? map : {})) {
      const [name = '', prefix] = key.split('/').reverse();
      const valid = QUALIFIED.test(name) && (prefix === undefined || DNS_SUBDOMAIN.test(prefix));
      if (!valid || key.split('/').length > 2) errors.push(`${what} key '${key}' is no qualified name`);
      if (typeof text !== 'string') errors.push(`${what} '${key}' is no text`);
      else if (value && !value.test(text)) errors.push(`${what} value '${text}' of '${key}' is not allowed`);
    }
  };
  walk(object, (value, path, field) => {
    if (path.startsWith('/data')) return;
    if (['labels', 'matchLabels', 'selector'].includes(field) && !isJson(at(value, 'matchLabels')))
      check('label', object['kind'] === 'Service' || field !== 'selector' ? value : {}, LABEL_VALUE);
    if (field === 'annotations') {
      check('annotation', value);
      if (JSON.stringify(value).length > 256 * 1024) errors.push(`${path} is larger than 256 KiB`);
    }
  });
  return errors;
}

function pod(object: Json): string[] {
  const template = podOf(object);
  if (!template) return [];
  const errors: string[] = [];
  const claimed = listAt(object, 'spec.volumeClaimTemplates').map((claim) => String(at(claim, 'metadata.name')));
  const volumes = [...listAt(template, 'spec.volumes').map((volume) => String(volume['name'])), ...claimed];
  const all = containersOf(template);
  const check = (what: string, values: readonly unknown[], pattern: RegExp): void => {
    for (const value of values)
      if (!pattern.test(String(value))) errors.push(`${what} '${String(value)}' is not allowed`);
    for (const value of duplicates(values.map(String))) errors.push(`${what} '${value}' appears twice`);
  };
  check('volume name', volumes, DNS_LABEL);
  const named = all.map(({ container }) => container['name']);
  check('container name', named, DNS_LABEL);
  for (const { container, path } of all) {
    const mounts = listAt(container, 'volumeMounts');
    const containerPorts = listAt(container, 'ports');
    check(
      `${path}: port name`,
      containerPorts.flatMap((p) => p['name'] ?? []),
      PORT_NAME,
    );
    check(
      `${path}: port`,
      containerPorts.map((p) => `${String(p['containerPort'])}/${textAt(p, 'protocol') ?? 'TCP'}`),
      /./,
    );
    check(
      `${path}: environment variable`,
      listAt(container, 'env').map((e) => e['name']),
      ENV_NAME,
    );
    check(
      `${path}: mount path`,
      mounts.map((m) => m['mountPath']),
      /^\/[^:]*$/,
    );
    for (const mount of mounts)
      if (!volumes.includes(String(mount['name'])))
        errors.push(`${path} mounts '${String(mount['name'])}': no such volume`);
    for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
      const port = at(container, `${probe}.httpGet.port`) ?? at(container, `${probe}.tcpSocket.port`);
      if (typeof port === 'string' && !containerPorts.some((p) => p['name'] === port))
        errors.push(`${path}: ${probe} asks port '${port}', which the container does not name`);
    }
  }
  return errors;
}

function config(object: Json): string[] {
  if (!['ConfigMap', 'Secret'].includes(String(object['kind']))) return [];
  const texts = Object.entries(jsonAt(object, 'data'));
  const binaries = Object.entries(jsonAt(object, 'binaryData'));
  const names = [...texts, ...binaries].map(([key]) => key);
  const encoded = object['kind'] === 'Secret' ? [...texts, ...binaries] : binaries;
  const plain = object['kind'] === 'Secret' ? Object.entries(jsonAt(object, 'stringData')) : texts;
  const errors = names.filter((key) => !CONFIG_KEY.test(key)).map((key) => `key '${key}' is not allowed`);
  for (const [key, value] of encoded)
    if (Buffer.from(String(value), 'base64').toString('base64') !== value) errors.push(`key '${key}' is no base64`);
  errors.push(...duplicates(names).map((key) => `key '${key}' is in data and in binaryData`));
  const bytes =
    plain.reduce((sum, [, value]) => sum + Buffer.byteLength(String(value)), 0) +
    encoded.reduce((sum, [, value]) => sum + Buffer.from(String(value), 'base64').length, 0);
  if (bytes > ONE_MIB) errors.push(`${bytes} bytes of data, more than 1 MiB`);
  return errors;
}

/** The values that appear more than once, once each. */
export function duplicates(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
