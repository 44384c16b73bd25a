import { asProp, asRow, literal, noPlace, nothing, type Part } from './translation';

const PAGE = 'docs/migrating-from-docker-compose.md';

/** Variables that dockercloud/haproxy read from the containers it balanced, and that need more than a value. */
const EXPLAINED = [
  'DEFAULT_SSL_CERT',
  'SSL_CERT',
  'CERT_FOLDER',
  'EXTRA_SSL_CERTS',
  'HTTP_BASIC_AUTH',
  'HTTP_BASIC_AUTH_SECURE',
  'EXCLUDE_BASIC_AUTH',
  'EXTRA_ROUTE_SETTINGS',
  'EXTRA_SETTINGS',
  'OPTION',
  'FAILOVER',
  'FORCE_SSL',
  'GZIP_COMPRESSION_TYPE',
  'HEALTH_CHECK',
  'HTTP_CHECK',
  'HSTS_MAX_AGE',
  'TCP_PORTS',
  'VIRTUAL_HOST_WEIGHT',
];

const ALGORITHMS: Readonly<Record<string, string>> = {
  roundrobin: 'LoadBalancing.roundRobin()',
  leastconn: 'LoadBalancing.leastConnections()',
  source: 'LoadBalancing.source()',
};

/** What becomes of a variable for dockercloud/haproxy; undefined for any other variable. */
export function translateHaproxyVariable(name: string, value: string): Part | undefined {
  const setting = `environment.${name}`;
  if (name === 'EXCLUDE_PORTS' || name === 'SERVICE_PORTS')
    return asRow(setting, value, nothing("the Service offers the consumers' ports only"));
  if (name === 'BALANCE') return translateBalance(setting, value);
  if (name === 'COOKIE') {
    const [cookie = ''] = value.trim().split(/\s+/);
    return asProp(setting, value, 'ingress.affinity', `{ cookieName: ${literal(cookie)} }`);
  }
  if (name === 'VIRTUAL_HOST') return translateHost(setting, value);
  return EXPLAINED.includes(name)
    ? asRow(setting, value, noPlace(`it is an option of the Ingress; see ${PAGE}`))
    : undefined;
}

function translateBalance(setting: string, value: string): Part {
  const code = ALGORITHMS[value.trim()];
  if (code === undefined) return asRow(setting, value, noPlace(`see ingress.loadBalancing in ${PAGE}`));
  return asProp(setting, value, 'ingress.loadBalancing', code);
}

function translateHost(setting: string, value: string): Part {
  if (value.trim() === '*') return asRow(setting, value, nothing('without host every host is served'));
  const [, host] = /^(?:http:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)$/.exec(value.trim()) ?? [];
  if (host !== undefined) return asProp(setting, value, 'host', literal(host));
  return asRow(setting, value, noPlace(`ingress.hosts, ingress.paths and ingress.tls take it apart; see ${PAGE}`));
}
