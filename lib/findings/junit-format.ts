import type { Finding } from './finding';
import { sortFindings } from './sort';
import { formatFinding } from './text-format';

/**
 * The findings as a JUnit report, without a newline at the end: a test case each, in a suite for each file. An error is a failure; a
 * warning, which JUnit has no word for, is a skipped test, so that it is seen and fails nothing. Without findings there is one
 * test case that passed, since tools refuse a report without any.
 *
 * @see https://github.com/testmoapp/junitxml
 */
export function formatJunit(findings: readonly Finding[]): string {
  const sorted = sortFindings(findings);
  const files = [...new Set(sorted.map(({ file }) => file))];
  const suites =
    files.length === 0
      ? [suite('configuration', [], ['    <testcase classname="configuration" name="no findings"/>'])]
      : files.map((file) => {
          const ofFile = sorted.filter((finding) => finding.file === file);
          return suite(file, ofFile, ofFile.map(testCase));
        });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="cdk8s-interlok" ${counts(sorted)}>`,
    ...suites,
    '</testsuites>',
  ].join('\n');
}

function suite(name: string, findings: readonly Finding[], cases: readonly string[]): string {
  return [`  <testsuite name="${escape(name)}" ${counts(findings)}>`, ...cases, '  </testsuite>'].join('\n');
}

function counts(findings: readonly Finding[]): string {
  const failures = findings.filter(({ severity }) => severity === 'error').length;
  const tests = Math.max(findings.length, 1);
  return `tests="${tests}" failures="${failures}" errors="0" skipped="${findings.length - failures}"`;
}

function testCase(finding: Finding): string {
  const { file, line, column, rule, severity, message, hint } = finding;
  const place = [line, column].filter((number) => number !== undefined).join(':');
  const name = place === '' ? rule : `${rule} at ${place}`;
  const said = `message="${escape(`${message}; ${hint}`)}"`;
  const result =
    severity === 'error'
      ? `<failure type="${escape(rule)}" ${said}>${escape(formatFinding(finding))}</failure>`
      : `<skipped ${said}/>`;
  return `    <testcase classname="${escape(file)}" name="${escape(name)}">${result}</testcase>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** For text and attributes; what XML 1.0 cannot have at all becomes a question mark. */
function escape(text: string): string {
  return text
    .replace(
      /[\u0000-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      (one) => (/[\t\n\r]/.test(one) ? ' ' : '?'),
    )
    .replace(/[&<>"]/g, (one) => entities[one] ?? one);
}
