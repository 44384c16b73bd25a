import { adapter, bootstrap, type CasesByRule, type FailingCase, workflow } from './case';

const good = { 'adapter.xml': adapter() };
const naming = (url: string): string => `startAdapterQuietly=false\nadapterConfigUrl.0=${url}`;
const named = (url: string): Readonly<Record<string, string>> => ({ ...good, 'bootstrap.properties': naming(url) });

/** At the value of the URL. */
const refused = (url: string, says: string, severity: 'error' | 'warning' = 'error'): FailingCase => ({
  files: named(url),
  at: 'bootstrap.properties:2:20',
  severity,
  says,
});

const substituting = (url: string, ...more: readonly string[]): Readonly<Record<string, string>> => ({
  'adapter.xml': workflow('<comments>${X}</comments>'),
  'bootstrap.properties': bootstrap(
    'preProcessors=variableSubstitution',
    `variable-substitution.properties.url=${url}`,
    ...more,
  ),
  'variables.properties': 'X=1',
});
const lost = (url: string, says: string, severity: 'error' | 'warning', also: readonly string[]): FailingCase => ({
  files: substituting(url),
  at: 'bootstrap.properties:5:38',
  severity,
  says,
  also,
});

/** Where URLs in bootstrap.properties lead, as a real URLName of jakarta.mail 1.6.7 takes them apart. */
export const urlCases: CasesByRule = {
  'adapter-elsewhere': {
    good: [
      'file://localhost/./config/adapter.xml',
      'file:///./config/adapter.xml',
      'file:////opt/interlok/config/adapter.xml',
      'file://localhost//opt/interlok/config/adapter.xml',
      'file:/opt/interlok/config/adapter.xml',
      'file:./config/adapter.xml',
      'file:config/adapter.xml',
      'file://localhost:80/config/../config/adapter.xml#a',
      '/opt/interlok/config/adapter.xml',
      './config/adapter.xml',
    ].map((url) => ({ files: named(url) })),
    bad: [
      refused('file:///opt/interlok/config/adapter.xml', "the relative path 'opt/interlok/config/adapter.xml'"),
      refused('file:///C:\\\\interlok\\\\config\\\\adapter.xml', 'the pod finds no adapter there'),
      refused('C:/interlok/config/adapter.xml', "the protocol 'C', which Java does not know"),
      refused('file://config/adapter.xml', "which is '/opt/interlok/adapter.xml'"),
      refused('adapter.xml', 'write file://localhost/./config/adapter.xml'),
      refused('classpath:adapter.xml', "the protocol 'classpath'"),
      refused('FILE://localhost/./config/adapter.xml', 'outside of the configuration directory', 'warning'),
      refused('file://localhost', 'names no file'),
      refused('file://backup/./config/adapter.xml', 'by FTP'),
      refused('file://localhost/etc/interlok/adapter.xml', "which is '/opt/interlok/etc/interlok/adapter.xml'"),
      refused('http://config.example.com/adapter.xml', 'leads to http://config.example.com', 'warning'),
      refused('file:/etc/interlok/adapter.xml', "leads to '/etc/interlok/adapter.xml'", 'warning'),
      {
        ...refused('file://localhost/more/adapter.xml', 'what is derived here comes from', 'warning'),
        options: { stockImage: false },
      },
    ],
  },
  'variables-file-elsewhere': {
    good: [
      ...[
        'file://localhost/./config/variables.properties',
        'variables.properties',
        './variables.properties',
        'file://config/variables.properties',
        'file:////opt/interlok/config/variables.properties',
      ].map((url) => ({ files: substituting(url) })),
      // What is missing is ignored by Interlok with a warning: files for one's own machine are named so.
      {
        files: substituting(
          'file://localhost/./config/variables.properties',
          'variable-substitution.properties.url.1=file://localhost/./config/variables-local.properties',
        ),
      },
      {
        files: substituting(
          'file://localhost/./config/variables-%1$s.properties',
          'variable-substitution.url.useHostname=true',
        ),
      },
      { files: { ...good, 'bootstrap.properties': bootstrap('variable-substitution.properties.url=classpath:x') } },
    ],
    bad: [
      lost('file:///opt/interlok/config/variables.properties', 'the pod has no such file', 'warning', [
        'unresolved-variable',
      ]),
      lost('/variables.properties', "leads to '/variables.properties'", 'warning', []),
      lost('https://config.example.com/variables.properties', 'its variables are not known here', 'warning', []),
      lost('classpath:variables.properties', 'the load fails', 'error', ['unresolved-variable']),
      lost('file://localhost/./config/variables.properties ', 'take the blank away', 'warning', [
        'unresolved-variable',
      ]),
      {
        files: {
          ...substituting('file://localhost/./config/.variables.properties'),
          '.variables.properties': 'X=1',
          'variables.properties': '',
        },
        at: 'bootstrap.properties:5:38',
        severity: 'warning',
        says: 'left out of the pod, as are all names that begin with a dot',
        also: ['unresolved-variable'],
      },
      {
        files: {
          ...substituting('file://localhost/./config/vars.properties.orig'),
          'vars.properties.orig': 'X=1',
          'variables.properties': '',
        },
        at: 'bootstrap.properties:5:38',
        severity: 'warning',
        says: 'that editors and file managers leave behind',
        also: ['unresolved-variable'],
      },
    ],
  },
  'bootstrap-value-ignored': {
    good: [
      {
        files: { ...good, 'bootstrap.properties': bootstrap('httpEnableProxyAuth=off', 'ENABLELOCALJNDISERVER=TRUE') },
      },
      { files: { ...good, 'bootstrap.properties': bootstrap('MANAGEMENTCOMPONENTS=jmx', 'operationtimeouts=1') } },
      { files: { ...good, 'bootstrap.properties': bootstrap('operationTimeout=+30000') } },
    ],
    bad: [
      ...[
        ['30s', 'no whole number'],
        ['30_000', "write milliseconds, for example '30000'"],
        ['30000 ', "write '30000' without the blank"],
        ['30000\\t', 'with a blank behind it'],
        ['1e4', 'Interlok takes its default, 120000'],
        ['0', 'less than 1'],
        ['', 'no whole number'],
        ['99999999999999999999', 'no whole number'],
      ].map(([value = '', says = '']): FailingCase => ({
        files: { ...good, 'bootstrap.properties': bootstrap(`operationTimeout=${value}`) },
        at: 'bootstrap.properties:4:18',
        severity: 'warning',
        says,
      })),
      {
        files: { ...good, 'bootstrap.properties': bootstrap('enableLocalJndiServer=true ') },
        at: 'bootstrap.properties:4:23',
        severity: 'warning',
        says: "neither true nor false: Interlok takes its default, false; write 'true' without the blank",
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap('operationtimeout=1000') },
        at: 'bootstrap.properties:4:1',
        severity: 'warning',
        says: "write 'operationTimeout'",
      },
    ],
  },
};
