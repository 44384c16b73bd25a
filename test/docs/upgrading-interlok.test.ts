import { readFileSync } from 'node:fs';
import { checkConfiguration, formatText, summarize } from '../../lib';
import { fixFile } from '../../lib/interlok';
import { directoryOf } from '../support/config';

const page = readFileSync('docs/upgrading-interlok.md', 'utf8').replaceAll('\r\n', '\n');
const block = (language: string): string =>
  new RegExp('```' + language + '\\n([^]*?)```').exec(page)?.[1] ?? `the page has no ${language}`;
const directory = directoryOf({ 'adapter.xml': block('xml') });

/** As the command prints it for a directory called config. */
function check(release: string, strict = false): string {
  const findings = checkConfiguration(directory, { release, strict, instances: 2 }).map((finding) => ({
    ...finding,
    file: finding.file.replace(directory.replaceAll('\\', '/'), 'config'),
  }));
  return `${findings.length === 0 ? '' : `${formatText(findings)}\n`}${summarize(findings)}\n`;
}

test('given the example of the page, when it is checked for its own release, then there is nothing to say', () => {
  expect(check('3.8.4')).toBe('no findings\n');
});

test('given it, when it is checked for the next one, then the page shows what is printed', () => {
  expect(check('5.0.3')).toBe(block('text'));
});

test('given it, when both destinations are put right, then two errors are left', () => {
  const findings = checkConfiguration(directory, { release: '5.0.3' });
  const { fixed, after } = fixFile('adapter.xml', Buffer.from(block('xml')), findings);
  expect(fixed).toHaveLength(2);
  const left = checkConfiguration(directoryOf({ 'adapter.xml': after }), { release: '5.0.3' });
  expect(left.map(({ rule }) => rule)).toEqual(['class-not-in-release', 'class-not-in-release']);
});

test('given the last release of before, when it is checked strictly, then what is announced to go is named with its successor', () => {
  const strict = check('3.12.0', true);
  expect(strict).toContain('is to be removed in 4.0.0; write <path>/orders</path> and <methods>POST</methods> instead');
  expect(strict).toMatch(/\n4 warnings\n$/);
});
