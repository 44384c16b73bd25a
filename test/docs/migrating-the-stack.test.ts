import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { Duration, Size, Testing } from 'cdk8s';
import * as interlok from '../../lib';
import { linesOf } from '../support/manifest-lines';
import { codesIn, readMigrationPage } from '../support/migration-page';

const SETTINGS_OF_THE_ARTICLE = ['Dockerfile', 'EXPOSE 8081', 'JVM_ARGS: -Xmx256m', 'EXCLUDE_PORTS: 5555,8080'];
const rows = readMigrationPage();

/** What the configuration is warned of. */
const silence = ['ui-default-login', 'jmx-without-authentication'];

/** The Hello World with the web UI and JMX, which the article excludes from load balancing. */
let config: string;
beforeAll(() => {
  config = mkdtempSync(join(tmpdir(), 'stack-'));
  cpSync('config', config, { recursive: true });
  const lines = ['', 'managementComponents=jetty:jmx', 'jmxserviceurl=service:jmx:jmxmp://localhost:5555', ''];
  appendFileSync(join(config, 'bootstrap.properties'), lines.join('\n'));
});
afterAll(() => rmSync(config, { recursive: true }));

function manifestLines(code: string): string[] {
  const props = runInNewContext(`(${code})`, { ...interlok, Duration, Size }) as Partial<interlok.InterlokChartProps>;
  const chart = new interlok.InterlokChart(Testing.app(), 'hello-world', { ...props, config, silence });
  return linesOf(Testing.synth(chart));
}

const charts = rows.flatMap(({ setting, here, option, renders }) => {
  const code = option === undefined && here.startsWith('nothing to write') ? '{}' : option?.code;
  if (code === undefined || (option !== undefined && option.target !== 'InterlokChart')) return [];
  const texts = [...new Set(Object.values(renders).flat())];
  return texts.length === 0 ? [] : [{ setting, code, texts }];
});

test.each(charts)('given the row $setting, when $code is synthesized, then it renders what the page says', (row) => {
  expect(manifestLines(row.code)).toEqual(expect.arrayContaining(row.texts));
});

test('given 512 MiB, which the page names for -Xmx256m, then the heap is that of the article', () => {
  const row = rows.find(({ setting }) => setting === '`JVM_ARGS: -Xmx256m`');
  expect(manifestLines(row?.option?.code ?? '').join('\n')).toMatch(/-Xmx256m|MaxRAMPercentage=50/);
});

test('given ingress: false, which the page names for a deactivated service, then there is no Ingress', () => {
  expect(rows.some(({ option }) => option?.code === '{ ingress: false }')).toBe(true);
  expect(manifestLines('{ ingress: false }')).not.toContain('kind: Ingress');
  expect(manifestLines('{}')).toContain('kind: Ingress');
});

test('given that nothing is to be written for EXCLUDE_PORTS, then neither 5555 nor 8080 is offered', () => {
  const lines = manifestLines('{}');
  expect(lines.filter((line) => /^(port|containerPort|targetPort): (5555|8080)$/.test(line))).toEqual([]);
});

test.each(SETTINGS_OF_THE_ARTICLE)('given the setting %s of the article, then the page has a row for it', (setting) => {
  expect(rows.filter((row) => codesIn(row.setting).some((code) => code.startsWith(setting)))).not.toEqual([]);
});
