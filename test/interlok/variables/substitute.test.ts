import { readReading } from '../../../lib/interlok/reading/read-reading';
import type { Reading } from '../../../lib/interlok/reading/reading';
import type { ReadOptions } from '../../../lib/interlok/read-options';
import type { Substitution } from '../../../lib/interlok/variables/substitution';
import { displayUnknown, hasUnknown } from '../../../lib/interlok/variables/unknown-value';
import type { Files } from '../../support/config-directory';
import { withConfigDirectory } from '../../support/config-directory';

function read(
  adapter: string,
  bootstrap: string,
  files: Files = {},
  options: ReadOptions = {},
): Reading & { readonly substitution: Substitution } {
  const all = { 'adapter.xml': adapter, 'bootstrap.properties': bootstrap, ...files };
  const reading = withConfigDirectory(all, (directory) => readReading(directory, options));
  const { substitution } = reading;
  if (substitution === undefined) throw new Error('the adapter is not readable');
  return { ...reading, substitution };
}

const names = (variables: readonly { readonly name: string }[]): readonly string[] => variables.map(({ name }) => name);
const varsub =
  'preProcessors=variableSubstitution\nvariable-substitution.properties.url=file://localhost/./config/v.properties\n';

describe('substitute', () => {
  test('given a variable on an earlier line, when text after it is located, then the place is in the file as written', () => {
    const { document } = read('<a>${x}<b/>\n${x}<c/></a>', varsub, { 'v.properties': 'x=one\\ntwo\\nthree' });
    expect(document?.child('b')?.at).toMatchObject({ line: 1, column: 8 });
    expect(document?.child('c')?.at).toMatchObject({ line: 2, column: 5 });
  });

  test('given several files, when substituted, then keys are sorted as strings and the last file wins', () => {
    const bootstrap =
      'preProcessors=varsub\n' +
      'variable-substitution.properties.url.10=./config/ten.properties\n' +
      'variable-substitution.properties.url.2=./config/two.properties\n';
    const { substitution } = read('<a>${x}</a>', bootstrap, { 'two.properties': 'x=two', 'ten.properties': 'x=ten' });
    expect(substitution.text).toBe('<a>two</a>');
  });

  test('given values with variables, when substituted, then files come before system properties before the environment', () => {
    const { substitution } = read(
      '<a>${all}</a>',
      `${varsub}sysprop.s=system\nsysprop.e=system-too\n`,
      { 'v.properties': 'all= ${f}-${s}-${e}-${env} \nf=file\n' },
      { environment: { s: 'no', e: 'no', env: 'environment' } },
    );
    expect(substitution.text).toBe('<a>file-system-system-too-environment</a>');
  });

  test('given variableSubstitution alone, when an environment variable stands in the adapter itself, then it is left over', () => {
    const { substitution } = read('<a>${HOSTNAME}</a>', varsub, { 'v.properties': 'x=1' });
    expect(substitution.unresolved).toMatchObject([
      { name: 'HOSTNAME', written: '${HOSTNAME}', at: { line: 1, column: 4 } },
    ]);
  });

  test('given a strict one before another, when substituted, then what the first leaves over is known', () => {
    const bootstrap = `environment-variables.impl=STRICT\n${varsub.replace('=variable', '=environmentVariables:variable')}`;
    const { substitution } = read('<a>${x}</a>', bootstrap, { 'v.properties': 'x=1' });
    expect(
      substitution.runs.map((run) => [run.preProcessor.kind, run.preProcessor.strict, names(run.leftOver)]),
    ).toEqual([
      ['environmentVariables', true, ['x']],
      ['variableSubstitution', false, []],
    ]);
  });

  test('given custom marks, when substituted, then only those count', () => {
    const bootstrap = `${varsub}variable-substitution.varprefix=@{\nvariable-substitution.varpostfix=}@\n`;
    const { substitution } = read('<a>@{x}@ ${x}</a>', bootstrap, { 'v.properties': 'x=1' });
    expect(substitution.text).toBe('<a>1 ${x}</a>');
    expect(names(substitution.unresolved)).toEqual(['x']);
  });

  test('given a value that only a Secret has, when substituted, then it stays unknown and makes no port', () => {
    const adapter =
      '<adapter><channel-list><channel><consume-connection class="jetty-http-connection"><port>${PORT}</port>' +
      '</consume-connection></channel></channel-list></adapter>';
    const reading = read(adapter, 'preProcessors=environmentVariables', {}, { environment: { PORT: undefined } });
    expect(reading.substitution.unresolved).toEqual([]);
    expect(reading.listeners.map(({ port }) => [displayUnknown(port.text), port.problem])).toEqual([
      ['${PORT}', 'unknown'],
    ]);
    expect(reading.adapter.listeners).toEqual([]);
  });

  test('given an environment of unknown names, when substituted, then no variable is unresolved', () => {
    const { substitution } = read('<a>${ANY}</a>', 'preProcessors=environmentVariables', {}, { openEnvironment: true });
    expect(substitution.unresolved).toEqual([]);
    expect(hasUnknown(substitution.text)).toBe(true);
  });

  test.each([
    [[], 'missing', ['x']],
    [['v.properties'], 'external', []],
  ])(
    'given a properties file that is not there and external files %j, then it is %s',
    (externalFiles, state, unresolved) => {
      const { substitution } = read('<a>${x}</a>', varsub, {}, { externalFiles });
      expect(substitution.variablesFiles).toMatchObject([{ path: 'v.properties', state }]);
      expect(names(substitution.unresolved)).toEqual(unresolved);
    },
  );

  test('given values that lead back to themselves, when substituted, then their names are known', () => {
    const { substitution } = read('<a>${a}</a>', varsub, { 'v.properties': 'a=${b}\nb=${a}\nc=${c}\nd=1' });
    expect(substitution.runs[0]?.circular.toSorted()).toEqual(['b', 'c']);
  });

  test('given an encoded password, when substituted, then the value is not known', () => {
    const { substitution } = read('<a>${p}</a>', varsub, { 'v.properties': 'p={password}PW:AAAA' });
    expect(displayUnknown(substitution.text)).toBe('<a>${p}</a>');
  });

  test('given a value that breaks the XML, when read, then the finding is at the variable and the model is still there', () => {
    const reading = read('<adapter>\n<unique-id>${x}</unique-id></adapter>', varsub, { 'v.properties': 'x=R & D;' });
    expect(reading.findings).toMatchObject([{ rule: 'variable-breaks-xml', line: 2, column: 12 }]);
    expect(reading.adapter.id).toBe('${x}');
  });

  test('given malformed XML beside values with references, when read, then the XML is to blame', () => {
    const { findings } = read('<adapter>${x}', varsub, { 'v.properties': 'x=a&amp;b&#38;c' });
    expect(findings.map(({ rule }) => rule)).toEqual(['malformed-xml']);
  });

  test('given values that multiply, when read, then they are not substituted beyond a limit', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `v${i}=\${v${i + 1}}\${v${i + 1}}`);
    const { findings } = read('<adapter>${v0}</adapter>', varsub, { 'v.properties': [...lines, 'v30=x'].join('\n') });
    expect(findings.map(({ rule }) => rule)).toContain('substitution-too-large');
  });

  test('given a mode that Interlok does not know, when read, then it is noted', () => {
    const { substitution } = read('<a/>', 'preProcessors=environmentVariables\nenvironment-variables.impl=Strict\n');
    expect(substitution.runs[0]?.preProcessor).toMatchObject({
      impl: 'Strict',
      implKnown: false,
      implAt: { line: 2, column: 28 },
    });
  });

  test('given options of the JVM, when substituted, then they are system properties and override four of the keys', () => {
    const environment = { JAVA_OPTS: '-Dx=1 -Dinterlok.mgmt.components=jetty' };
    const reading = read(
      '<a>${x}</a>',
      'preProcessors=systemProperties\nmanagementComponents=jmx\n',
      {},
      { environment },
    );
    expect(reading.substitution.text).toBe('<a>1</a>');
    expect(reading.adapter.managementComponents).toEqual(['jetty']);
  });
});
