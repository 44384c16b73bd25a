import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../../lib/findings/finding';
import { formatPlace } from '../../../lib/findings/text-format';
import { readConfiguration } from '../../../lib/interlok';
import { rules } from '../../../lib/interlok/rules';
import { directoryOf } from '../../support/config';
import { bootstrapCases } from './cases/bootstrap';
import type { Case, CasesByRule, FailingCase } from './cases/case';
import { componentCases } from './cases/components';
import { fileCases } from './cases/files';
import { listeningCases } from './cases/listening';
import { loadingCases } from './cases/loading';
import { podCases } from './cases/pods';
import { readingCases } from './cases/reading';
import { urlCases } from './cases/urls';

const cases: CasesByRule = {
  ...readingCases,
  ...loadingCases,
  ...listeningCases,
  ...bootstrapCases,
  ...componentCases,
  ...fileCases,
  ...podCases,
  ...urlCases,
};

function findingsOf({ files, over, links = {}, options }: Case): readonly Finding[] {
  const directory = directoryOf(files);
  for (const [name, target] of Object.entries(links)) symlinkSync(target, join(directory, name));
  const directories = over === undefined ? [directory] : [directory, directoryOf(over)];
  return readConfiguration(directories, options).findings.map((finding) => ({
    ...finding,
    file: finding.file.replace(`${directory}/`, '').replace(directory, ''),
  }));
}

/** The place that a case expects, a text in a file looked up. */
function placeOf({ at, files }: FailingCase): string {
  const [file = '', text] = at.split('@');
  if (text === undefined) return at;
  const content = files[file]?.toString() ?? '';
  if (!content.includes(text)) throw new Error(`'${text}' is not in ${file}`);
  const lines = content.slice(0, content.indexOf(text)).split('\n');
  return `${file}:${lines.length}:${(lines.at(-1) ?? '').length + 1}`;
}

function idsOf(findings: readonly Finding[]): string[] {
  return [...new Set(findings.map(({ rule }) => rule))].sort();
}

describe.each(Object.entries(cases))('%s', (id, { good, bad }) => {
  it.each(good.map((one, i) => ({ ...one, i })))('given good configuration $i, then it finds nothing', (one) => {
    expect(idsOf(findingsOf(one))).toEqual([...(one.also ?? [])].sort());
  });

  it.each(bad.map((one, i) => ({ ...one, i })))('given bad configuration $i, then it says where and why', (one) => {
    const findings = findingsOf(one);
    expect(idsOf(findings)).toEqual([...(one.also ?? []), id].sort());
    const own = findings.filter(({ rule }) => rule === id);
    expect(own.map(({ severity }) => severity)).toContain(one.severity ?? 'error');
    expect(own.map(formatPlace)).toContain(placeOf(one));
    expect(own.map(({ message, hint }) => `${message}; ${hint}`).join('\n')).toContain(one.says);
  });
});

test('every rule has a configuration that it lets pass and one that it does not', () => {
  const lacking = rules.filter(({ id }) => (cases[id]?.good.length ?? 0) === 0 || (cases[id]?.bad.length ?? 0) === 0);
  expect(lacking.map(({ id }) => id)).toEqual([]);
});

test('every rule with cases exists, and no two rules share an id', () => {
  const ids = rules.map(({ id }) => id);
  expect(Object.keys(cases).filter((id) => !ids.includes(id))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
