import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IngressOptions, Rendered } from '../../lib/haproxy';
import { HaproxytechDialect, JcmoraisjrDialect } from '../../lib/haproxy';
import { describeWithHaproxy, preamble, site } from './haproxy-program';
import { encrypted, plain, samples } from './samples';

const directory = mkdtempSync(join(tmpdir(), 'haproxy-check-'));
afterAll(() => rmSync(directory, { recursive: true }));

const usable: readonly (readonly [string, IngressOptions])[] = [
  ...Object.entries(samples).flatMap(([option, given]) =>
    given.map((options, i) => [`${option}-${i}`, options] as const),
  ),
  ['together', together()],
];

describeWithHaproxy('given every option', () => {
  test('when haproxy -c reads what the haproxytech controller would write, then it accepts it without a warning', () => {
    expect(check(sites(new HaproxytechDialect(), haproxytechSite))).toEqual({ status: 0, messages: [] });
  });

  test('when haproxy -c reads what the jcmoraisjr controller would write, then it accepts it without a warning', () => {
    expect(check(sites(new JcmoraisjrDialect(), jcmoraisjrSite))).toEqual({ status: 0, messages: [] });
  });

  test('when one line is wrong, then it is noticed', () => {
    const wrong = site({
      name: 'a',
      bind: '127.0.0.1:8080',
      backend: ['option redispatched'],
      server: '127.0.0.1:8081',
    });
    const { status, messages } = check(preamble + wrong);
    expect(status).not.toBe(0);
    expect(messages.join()).toContain('redispatched');
  });
});

type Lines = Pick<Parameters<typeof site>[0], 'frontend' | 'backend'>;

function haproxytechSite({ ingressAnnotations, serviceAnnotations }: Rendered): Lines {
  const ingress = (key: string): readonly string[] => ingressAnnotations[`haproxy.org/${key}`]?.split('\n') ?? [];
  const service = (key: string): readonly string[] => serviceAnnotations[`haproxy.org/${key}`]?.split('\n') ?? [];
  return {
    frontend: [
      ...ingress('request-set-header').map((header) => `http-request set-header ${header}`),
      ...ingress('src-ip-header').map((header) => `http-request set-src hdr(${header})`),
      ...ingress('allow-list').map((list) => `http-request deny if !{ src ${list.replaceAll(',', ' ')} }`),
      ...ingress('path-rewrite').map((words) => `http-request replace-path ${words}`),
      ...ingress('response-set-header').map((header) => `http-response set-header ${header}`),
      ...ingress('cors-allow-origin')
        .filter((origin) => origin !== '*')
        .map((origin) => `http-response set-header A b if { var(txn.origin) -m reg ${origin} }`),
    ],
    backend: [
      ...service('load-balance').map((algorithm) => `balance ${algorithm}`),
      ...service('check-http').map((request) => `option httpchk ${request}`),
      ...service('check-interval').map((time) => `default-server inter ${time}`),
      ...service('timeout-check').map((time) => `timeout check ${time}`),
      ...service('timeout-server').map((time) => `timeout server ${time}`),
      ...service('cookie-persistence').map((name) => `cookie ${name} insert indirect nocache dynamic`),
      ...service('server-ssl').map(() => 'default-server ssl alpn h2,http/1.1 verify none'),
      ...service('backend-config-snippet'),
    ],
  };
}

function jcmoraisjrSite({ serviceAnnotations }: Rendered): Lines {
  const service = (key: string): readonly string[] =>
    serviceAnnotations[`haproxy-ingress.github.io/${key}`]?.split('\n') ?? [];
  return {
    backend: [
      ...service('balance-algorithm').map((algorithm) => `balance ${algorithm}`),
      ...service('timeout-queue').map((time) => `timeout queue ${time}`),
      ...service('health-check-uri').map((path) => `option httpchk ${path}`),
      ...service('headers').map((header) => `http-request set-header ${header.replace(': ', ' ')}`),
      ...service('config-backend'),
    ],
  };
}

/** One site for each sample. */
function sites(dialect: HaproxytechDialect | JcmoraisjrDialect, lines: (rendered: Rendered) => Lines): string {
  const one = ([name, options]: (typeof usable)[number], index: number): string => {
    const rendered = dialect.render(options, name.startsWith('backendTls') ? encrypted : plain);
    return site({ name, bind: `127.0.0.1:${20_000 + index}`, server: '127.0.0.1:8081 check', ...lines(rendered) });
  };
  return preamble + usable.map(one).join('');
}

function check(text: string): { readonly status: number | null; readonly messages: readonly string[] } {
  const file = join(directory, 'haproxy.cfg');
  writeFileSync(file, text);
  const { status, stderr } = spawnSync('haproxy', ['-c', '-f', file], { encoding: 'utf8' });
  return { status, messages: stderr.split('\n').filter((line) => /\[(WARNING|ALERT)\]/.test(line)) };
}

/** Options that each add to the snippet, at once. */
function together(): IngressOptions {
  return {
    ...samples.retries[2],
    ...samples.timeouts[0],
    ...samples.healthCheck[1],
    ...samples.slowStart[0],
    ...samples.connectionsPerPod[0],
    ...samples.backendSnippet[0],
    ...samples.responseHeaders[0],
    ...samples.pathRewrite[3],
  };
}
