import { readConfiguration, type ReadOptions } from '../../../lib/interlok';
import { directoryOf } from '../../support/config';
import { bootstrap, workflow } from './cases/case';

/** Findings as `place: message; hint`, of the rule about variables alone. */
function unresolved(files: Readonly<Record<string, string>>, options: ReadOptions = {}): readonly string[] {
  const directory = directoryOf(files);
  return readConfiguration(directory, options)
    .findings.filter(({ rule }) => rule === 'unresolved-variable')
    .map(
      ({ file, line, column, message, hint }) =>
        `${file.replace(`${directory}/`, '')}:${String(line)}:${String(column)}: ${message}; ${hint}`,
    );
}

const fromFiles = bootstrap(
  'preProcessors=variableSubstitution',
  'variable-substitution.properties.url.0=file://localhost/./config/variables.properties',
  'variable-substitution.properties.url.1=file://localhost/./config/variables-local.properties',
  'variable-substitution.impl=STRICT',
);
const fromEnvironment = bootstrap('preProcessors=environmentVariables', 'environment-variables.impl=STRICT');

describe('a variable that only the cluster knows', () => {
  test('given a variables file from a Secret, when STRICT substitutes, then its variables count as there', () => {
    const files = {
      'adapter.xml': workflow('<a>${api.token}</a>'),
      'bootstrap.properties': fromFiles,
      'variables.properties': 'region=north',
    };
    expect(unresolved(files, { externalFiles: ['variables-local.properties'] })).toEqual([]);
    expect(unresolved(files)).toHaveLength(1);
  });

  test('given variables of unknown names, when STRICT substitutes, then they count as there', () => {
    const files = { 'adapter.xml': workflow('<a>${API_TOKEN}</a>'), 'bootstrap.properties': fromEnvironment };
    expect(unresolved(files, { openEnvironment: true })).toEqual([]);
    expect(unresolved(files)).toHaveLength(1);
  });

  test('given a value that names an environment variable of unknown names, when STRICT substitutes, then it counts as there', () => {
    const files = {
      'adapter.xml': workflow('<a>${api.token}</a>'),
      'bootstrap.properties': fromFiles,
      'variables.properties': 'api.token=${API_TOKEN}',
    };
    expect(unresolved(files, { openEnvironment: true })).toEqual([]);
    expect(unresolved(files, { environment: { API_TOKEN: undefined } })).toEqual([]);
  });

  test('given a file on a server, when STRICT substitutes, then what it may have is not missed', () => {
    const remote = fromFiles.replace('file://localhost/./config/variables-local', 'https://config.example.com/x');
    const files = { 'adapter.xml': workflow('<a>${api.token}</a>'), 'bootstrap.properties': remote };
    expect(unresolved(files)).toEqual([]);
  });

  test('given text that can be no variable, when the environment is open, then STRICT fails all the same', () => {
    const files = { 'adapter.xml': workflow('<a>${a/b}</a>'), 'bootstrap.properties': fromEnvironment };
    expect(unresolved(files, { openEnvironment: true })).toHaveLength(1);
  });
});

describe('a variable in the value of another', () => {
  const files = {
    'adapter.xml': workflow('<a>${api.token}</a>'),
    'bootstrap.properties': fromFiles,
    'variables.properties': 'region=north\napi.token=x-${API_TOKEN}',
  };

  test('given STRICT, when it has no value, then its place is in the variables file and the hints would work', () => {
    expect(unresolved(files)).toEqual([
      'variables.properties:2:13: variableSubstitution is STRICT and has no value for ${API_TOKEN}; ' +
        "declare 'API_TOKEN' in env, set -DAPI_TOKEN=… in jvmOptions, or add it to the variables file",
    ]);
    expect(unresolved(files, { environment: { API_TOKEN: 'x' } })).toEqual([]);
    expect(unresolved(files, { environment: { JVM_ARGS: '-DAPI_TOKEN=x' } })).toEqual([]);
  });

  test('given a value of a value, when it has none, then the place is the last of them', () => {
    const nested = { ...files, 'variables.properties': 'api.token=${b}\nb=\\\n  u ${API_TOKEN}' };
    expect(unresolved(nested)).toEqual([expect.stringContaining('variables.properties:3:5: ')]);
  });

  test('given SIMPLE, when a port has it, then its place is in the variables file too', () => {
    const simple = {
      ...files,
      'bootstrap.properties': fromFiles.replace('STRICT', 'SIMPLE'),
      'adapter.xml': workflow('<port>${api.token}</port>'),
    };
    expect(unresolved(simple)).toEqual([
      expect.stringMatching(/^variables\.properties:2:13: .*in <port>.*-DAPI_TOKEN/),
    ]);
  });
});

describe('a variable that no pre-processor replaces', () => {
  const plain = { 'bootstrap.properties': bootstrap() };

  test.each(['database.url', 'databaseUrl', 'DATABASE_URL', 'database-url', 'database/url', 'datenbank.ürl'])(
    'given ${%s} and a properties file that has it, when nothing enables a pre-processor, then there is a warning',
    (name) => {
      const files = {
        ...plain,
        'adapter.xml': workflow(`<statement>\${${name}}</statement>`),
        'settings/production.properties': `${name.replaceAll(/[^\0-\x7f]/g, '\\u00fc')}=x`,
      };
      expect(unresolved(files)).toEqual([
        expect.stringContaining("'settings/production.properties' has it: add preProcessors=variableSubstitution and"),
      ]);
    },
  );

  test('given a template with a name that no file has, when nothing enables a pre-processor, then there is none', () => {
    const files = {
      ...plain,
      'adapter.xml': workflow('<template>Hello ${name}</template>'),
      'x.properties': 'other=1',
    };
    expect(unresolved(files)).toEqual([]);
  });

  test('given a name that bootstrap.properties or log4j2 alone has, when nothing enables a pre-processor, then there is none', () => {
    const files = {
      'adapter.xml': workflow('<a>${appender}${jetty.port}</a>'),
      'bootstrap.properties': bootstrap('jetty.port=1'),
      'log4j2.properties': 'appender=x',
    };
    expect(unresolved(files)).toEqual([]);
  });

  test('given a byte order mark before preProcessors, when a port has a variable, then the hint names the mark', () => {
    const files = {
      'adapter.xml': workflow('<port>${PORT}</port>'),
      'bootstrap.properties': `\ufeffpreProcessors=environmentVariables\n${bootstrap()}`,
    };
    expect(unresolved(files)).toEqual([expect.stringContaining('without a byte order mark')]);
  });
});

describe('a configuration in the image', () => {
  const embedded =
    '<adapter><unique-id>a</unique-id><channel-list><channel><unique-id>c</unique-id><consume-connection class="jetty-embedded-connection"/><workflow-list><standard-workflow><unique-id>w</unique-id><consumer class="jetty-message-consumer"><path>/api/*</path></consumer></standard-workflow></workflow-list></channel></channel-list></adapter>';

  test('given no bootstrap.properties of its own, when read, then that of the published images counts', () => {
    const { adapter, findings } = readConfiguration(directoryOf({ 'adapter.xml': embedded }), { bakedIn: true });
    expect(findings).toEqual([]);
    expect(adapter.listeners.map(({ component, port }) => [component, port])).toEqual([
      ['jetty', 8080],
      ['jmx', 5555],
    ]);
  });

  test('given none and a ConfigMap over the directory, when read, then there is no management Jetty', () => {
    const { findings } = readConfiguration(directoryOf({ 'adapter.xml': embedded }));
    expect(findings.map(({ rule }) => rule)).toEqual(['embedded-without-jetty']);
  });

  test('given one of its own without jetty, when read, then it counts', () => {
    const directory = directoryOf({ 'adapter.xml': embedded, 'bootstrap.properties': bootstrap() });
    expect(readConfiguration(directory, { bakedIn: true }).findings.map(({ rule }) => rule)).toEqual([
      'embedded-without-jetty',
    ]);
  });
});
