import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Duration } from 'cdk8s';
import { describeWithHaproxy, preamble, site } from '../haproxy/haproxy-program';
import { config, objects } from './charts';

describeWithHaproxy('the settings of every backend, read by HAProxy itself', () => {
  const directory = mkdtempSync(join(tmpdir(), 'controller-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  test.each([
    ['no props', {}],
    ['retries and lines of its own', { retries: 0, backendSnippet: ['default-server slowstart 30s', 'fullconn 10'] }],
    ['the lines that an adapter has on its Service too', { backendSnippet: ['option redispatch 1', 'retries 3'] }],
    ['times', { hardStopAfter: Duration.hours(1), timeouts: { server: Duration.minutes(2) } }],
  ])('given %s, then HAProxy accepts them', (name, props) => {
    const data = config(objects(props)) as Record<string, string>;
    const text = [
      `global\n  maxconn ${data['maxconn'] ?? ''}\n  hard-stop-after ${data['hard-stop-after'] ?? ''}\n`,
      preamble,
      site({
        name: name.replaceAll(' ', '-'),
        bind: '127.0.0.1:20100',
        backend: [
          ...(data['backend-config-snippet'] ?? '').split('\n'),
          `timeout server ${data['timeout-server'] ?? '50s'}`,
        ],
        server: '127.0.0.1:8081 check',
      }),
    ].join('');
    const file = join(directory, 'haproxy.cfg');
    writeFileSync(file, text);
    const { status, stderr } = spawnSync('haproxy', ['-c', '-f', file], { encoding: 'utf8' });
    expect(stderr.split('\n').filter((line) => /\[(WARNING|ALERT)\]/.test(line))).toEqual([]);
    expect(status).toBe(0);
  });
});
