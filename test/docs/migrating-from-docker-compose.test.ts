import { runInNewContext } from 'node:vm';
import { Duration, Size, Testing } from 'cdk8s';
import { PropsError } from '../../lib/errors/props-error';
import * as haproxy from '../../lib/haproxy';
import * as controller from '../../lib/controller/index';
import { dataLines, linesOf } from '../support/manifest-lines';
import type { MigrationOption, MigrationRow } from '../support/migration-page';
import { codesIn, readMigrationPage } from '../support/migration-page';

/** Every variable of dockercloud/haproxy: README.md and haproxy/config.py of docker/dockercloud-haproxy@24e5a4ab. */
const VARIABLES = `
  BALANCE COOKIE DEFAULT_SSL_CERT SSL_CERT CERT_FOLDER EXTRA_SSL_CERTS EXCLUDE_PORTS SERVICE_PORTS EXCLUDE_BASIC_AUTH
  HTTP_BASIC_AUTH HTTP_BASIC_AUTH_SECURE EXTRA_ROUTE_SETTINGS EXTRA_SETTINGS OPTION FAILOVER FORCE_SSL
  GZIP_COMPRESSION_TYPE HEALTH_CHECK HTTP_CHECK HSTS_MAX_AGE TCP_PORTS VIRTUAL_HOST VIRTUAL_HOST_WEIGHT
  com.docker.dockercloud.haproxy.deactivate ADDITIONAL_SERVICES MAXCONN MODE TIMEOUT STATS_AUTH STATS_PORT
  SSL_BIND_OPTIONS SSL_BIND_CIPHERS CA_CERT CA_CERT_FILE ADDITIONAL_BACKEND_<NAME> EXTRA_BIND_SETTINGS
  EXTRA_DEFAULT_SETTINGS EXTRA_GLOBAL_SETTINGS EXTRA_FRONTEND_SETTINGS_<PORT> FORCE_DEFAULT_BACKEND MONITOR_URI
  MONITOR_PORT RELOAD_TIMEOUT RSYSLOG_DESTINATION SKIP_FORWARDED_PROTO NBPROC HAPROXY_USER HAPROXY_GROUP
`
  .trim()
  .split(/\s+/);

const rows = readMigrationPage();

/** What comes out: lines of `key: value`, of snippets and of arguments; and the fields that were refused. */
interface Outcome {
  readonly lines: readonly string[];
  readonly refused: readonly string[];
}

function valueOf({ code }: MigrationOption): unknown {
  return runInNewContext(`(${code})`, { ...haproxy, ...controller, Duration, Size });
}

/** The member of an enum whose value is the text. */
function memberOf<Member extends string>(members: Readonly<Record<string, Member>>, text: string): Member {
  const member = Object.values(members).find((value) => value === text);
  if (member === undefined) throw new Error(`no ${text} among ${Object.values(members).join(', ')}`);
  return member;
}

function renderIngress(props: haproxy.IngressOptions, dialect: string): Outcome {
  const options = { ...props, dialect: memberOf(haproxy.IngressDialect, dialect) };
  expect(haproxy.validateIngressOptions(options)).toEqual([]);
  const rendered = haproxy.dialectOf(options).render(options, { protocol: 'http', replicas: 3, ports: 1 });
  const annotations = [rendered.ingressAnnotations, rendered.serviceAnnotations].flatMap((map) => Object.entries(map));
  return {
    lines: annotations.flatMap(([key, value]) => dataLines(key.split('/')[1] ?? '', value)),
    refused: rendered.problems.map(({ field }) => field),
  };
}

function renderController(props: controller.HaproxyIngressControllerProps, name: string): Outcome {
  const app = Testing.app();
  const all = { ...props, controller: memberOf(controller.HaproxyController, name) };
  try {
    const chart = new controller.HaproxyIngressController(app, 'haproxy-controller', all);
    return { lines: linesOf(Testing.synth(chart)), refused: [] };
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    return { lines: [], refused: error.problems.map(({ field }) => field) };
  }
}

function outcome({ target, code }: MigrationOption, column: string): Outcome {
  const value = valueOf({ target, code });
  return target === 'ingress'
    ? renderIngress(value as haproxy.IngressOptions, column)
    : renderController(
        value as controller.HaproxyIngressControllerProps,
        column === 'Renders' ? 'haproxytech' : column,
      );
}

function title({ setting, option }: MigrationRow, column: string): string {
  return `${setting.replaceAll('`', '')} | ${column} | ${option?.code ?? ''}`;
}

const cases = rows.flatMap((row) => {
  const { option } = row;
  if (option === undefined || option.target === 'InterlokChart') return [];
  const columns = Object.entries(row.renders).filter(([, texts]) => texts.length > 0);
  return columns.map(([column, texts]) => ({ title: title(row, column), option, column, texts }));
});

test.each(cases)('given the row $title, then it renders what the page says', ({ option, column, texts }) => {
  const { lines, refused } = outcome(option, column);
  for (const text of texts) {
    if (text.startsWith('refused: ')) expect(refused).toContain(text.slice('refused: '.length));
    else expect(lines).toContain(text);
  }
  if (!texts.some((text) => text.startsWith('refused: '))) expect(refused).toEqual([]);
});

test.each(VARIABLES)('given the variable %s, then the page has a row for it', (variable) => {
  expect(
    rows.filter(({ setting }) => codesIn(setting).some((code) => code === variable || code === `label ${variable}`)),
  ).not.toEqual([]);
});

test('given all rows, then each has an option, or says that there is none', () => {
  const silent = rows.filter(
    ({ here, option }) => option === undefined && !/^(None|nothing to write|`npm run)/.test(here),
  );
  expect(silent.map(({ setting }) => setting)).toEqual([]);
  expect(rows.length).toBeGreaterThan(60);
});

test('given a row of variables with an option, then a column says what it renders', () => {
  const empty = rows.filter(
    ({ section, option, renders }) =>
      section.startsWith('Variables') &&
      option?.target !== 'InterlokChart' &&
      option !== undefined &&
      Object.values(renders).every((texts) => texts.length === 0),
  );
  expect(empty.map(({ setting }) => setting)).toEqual([]);
});
