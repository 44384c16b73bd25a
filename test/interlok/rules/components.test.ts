import type { Finding } from '../../../lib/findings';
import { readConfiguration } from '../../../lib/interlok';
import { catalogueRules } from '../../../lib/interlok/rules/components';
import { directoryOf } from '../../support/config';
import mistakes from '../xstream/fixtures/human-mistakes.json';
import cases from '../xstream/fixtures/xstream-cases.json';

/** Small adapters, and what a real Interlok 5.0.1 (XStream 1.4.20) said of each. */
const ownRules = new Set(catalogueRules.map(({ rule }) => rule.id));
const bootstrap =
  'adapterConfigUrl.0=file://localhost/./config/adapter.xml\nstartAdapterQuietly=false\noperationTimeout=30000\n';

function findingsOf(xml: string): readonly Finding[] {
  const directory = directoryOf({ 'adapter.xml': xml, 'bootstrap.properties': bootstrap });
  return readConfiguration(directory, { release: '5.0.1' }).findings;
}

const shown = (findings: readonly Finding[]): string[] =>
  findings.map(({ line, severity, rule, message }) => `${line ?? ''} ${severity} ${rule}: ${message}`);
const errors = (findings: readonly Finding[]): Finding[] => findings.filter(({ severity }) => severity === 'error');

describe('what XStream loads gets no error, what it refuses does', () => {
  test.each(cases.load.filter(({ verdict }) => verdict === 'ok'))('$name loads', ({ xml }) => {
    expect(shown(errors(findingsOf(xml)).filter(({ rule }) => ownRules.has(rule)))).toEqual([]);
  });

  test.each(cases.load.filter(({ verdict }) => verdict !== 'ok'))('$name fails with $error', ({ name, xml }) => {
    // The byte order mark is the affair of the reader, which knows the bytes.
    if (name !== 'bom') expect(shown(errors(findingsOf(xml)))).not.toEqual([]);
  });

  test.each(cases.configtest)('-configtest of $name ends with $exit', ({ exit, xml }) => {
    expect(findingsOf(xml).length > 0).toBe(exit !== 0);
  });
});

/**
 * XStream names the end of an element whose value it refuses as a whole; the finding is at its beginning, where the mistake is.
 */
const atTheEnd = new Map([
  ['header provider as status provider', 27],
  ['workflow-list twice', 27],
]);

describe('mistakes that people make', () => {
  test.each(mistakes.filter(({ verdict }) => verdict === 'refused'))(
    '$name: refused, with an error on line $line',
    ({ name, line, xml }) => {
      const found = errors(findingsOf(xml));
      expect(shown(found)).not.toEqual([]);
      if (line !== null) expect(found.map((finding) => finding.line)).toContain(atTheEnd.get(name) ?? line);
    },
  );

  test.each(mistakes.filter(({ verdict }) => verdict === 'loads-wrongly'))(
    '$name: loads wrongly, and is named',
    ({ xml }) => {
      expect(shown(findingsOf(xml))).not.toEqual([]);
    },
  );

  test.each(mistakes.filter(({ verdict }) => verdict === 'loads'))('$name: fine, and nothing is found', ({ xml }) => {
    const found = findingsOf(xml);
    expect(shown([...errors(found), ...found.filter(({ rule }) => ownRules.has(rule))])).toEqual([]);
  });
});
