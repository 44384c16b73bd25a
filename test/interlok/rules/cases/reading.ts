import { adapter, bootstrap, type CasesByRule, workflow } from './case';

const good = { 'adapter.xml': adapter() };
const deep = (depth: number): string => adapter('<x>'.repeat(depth) + '</x>'.repeat(depth));
const variables = bootstrap(
  'preProcessors=variableSubstitution',
  'variable-substitution.properties.url=file://localhost/./config/variables.properties',
);

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');

/** What the reader finds before any rule can look. */
export const readingCases: CasesByRule = {
  'directory-missing': {
    good: [{ files: good }],
    bad: [{ files: {}, at: '', says: 'has no files' }],
  },
  'file-unreadable': {
    good: [{ files: good }],
    bad: [
      {
        files: { ...good, 'bootstrap.properties/x': '' },
        at: 'bootstrap.properties',
        says: 'is a directory where a file',
        also: ['quiet-start'],
      },
      { files: good, links: { 'mapping.xsl': 'nowhere' }, at: 'mapping.xsl', says: 'cannot be read (ENOENT)' },
    ],
  },
  'special-file': {
    good: [{ files: good, links: { 'other.xml': 'adapter.xml' } }],
    bad: [{ files: good, links: { circle: '.' }, at: 'circle', severity: 'warning', says: 'leads in a circle' }],
  },
  'layers-collide': {
    good: [{ files: { ...good, 'mapping/k': '' }, over: { 'mapping/k': 'x', 'adapter.xml': adapter() } }],
    bad: [{ files: { ...good, mapping: '' }, over: { 'mapping/k': '' }, at: 'mapping', says: 'is a file, and' }],
  },
  'adapter-missing': {
    good: [{ files: good }],
    bad: [
      { files: { 'mapping.xsl': '' }, at: 'adapter.xml', says: "'adapter.xml' is not in the directory" },
      {
        files: {
          ...good,
          'bootstrap.properties': 'startAdapterQuietly=false\nadapterConfigUrl=file://localhost/./config/orders.xml',
        },
        at: 'bootstrap.properties:2:18',
        says: "'orders.xml', which adapterConfigUrl names, is not in the directory",
      },
      {
        files: {
          ...good,
          'bootstrap.properties':
            'startAdapterQuietly=false\nadapterConfigUrl=./config/checkout/adapter.xml\nvcs.workingcopy.url=./config/checkout',
        },
        at: 'bootstrap.properties:2:18',
        says: 'add a checkout',
      },
    ],
  },
  'empty-file': {
    good: [{ files: good }],
    bad: [{ files: { 'adapter.xml': ' \n' }, at: 'adapter.xml:1:1', says: 'holds white space alone' }],
  },
  'malformed-xml': {
    good: [{ files: good }],
    bad: [{ files: { 'adapter.xml': '<adapter>\n</adaptr>' }, at: 'adapter.xml:2:10', says: 'unexpected close tag' }],
  },
  'dtd-not-resolved': {
    good: [{ files: good }],
    bad: [
      {
        files: { 'adapter.xml': `<!DOCTYPE adapter>\n${adapter()}` },
        at: 'adapter.xml:1:1',
        severity: 'warning',
        says: 'document type',
      },
      {
        files: {
          'adapter.xml': `<!DOCTYPE adapter [<!ENTITY x "y">]>\n${adapter('<heartbeat-event-imp>&x;</heartbeat-event-imp>')}`,
        },
        at: 'adapter.xml:4:25',
        says: 'entit',
      },
    ],
  },
  'nested-too-deep': {
    good: [{ files: { 'adapter.xml': deep(400) }, also: ['unknown-element'] }],
    bad: [
      {
        files: { 'adapter.xml': deep(501) },
        at: 'adapter.xml:3:1498',
        says: '500',
        also: ['unknown-element'],
      },
    ],
  },
  'unsupported-encoding': {
    good: [
      { files: { 'adapter.xml': `<?xml version="1.0" encoding="ISO-8859-1"?>\n${adapter()}` } },
      { files: { 'adapter.xml': `<?xml version="1.0" encoding="EBCDIC"?>\n${adapter()}` } },
      { files: { 'adapter.xml': adapter('<!-- caf\u00e9 -->') } },
    ],
    bad: [
      { files: { 'adapter.xml': `\ufeff${adapter()}` }, at: 'adapter.xml:1:1', says: 'a UTF-8 byte order mark' },
      { files: { 'adapter.xml': utf16(`\ufeff${adapter()}`) }, at: 'adapter.xml:1:1', says: 'is in UTF-16' },
      { files: { 'adapter.xml': utf16(`\ufeff${adapter()}`).swap16() }, at: 'adapter.xml:1:1', says: 'is in UTF-16' },
      { files: { 'adapter.xml': utf16(adapter()) }, at: 'adapter.xml:1:1', says: 'as UTF-8 without' },
      {
        files: {
          ...good,
          'bootstrap.properties': bootstrap('managementComponents=jetty', 'webServerConfigUrl=./config/jetty.xml'),
          'jetty.xml': '<?xml version="1.0" encoding="EBCDIC"?>\n<Configure/>',
        },
        at: 'jetty.xml:1:1',
        says: 'EBCDIC',
        also: ['ui-default-login'],
      },
    ],
  },
  'undecodable-text': {
    good: [
      { files: { 'adapter.xml': latin1(adapter('<!-- windows-1252: \x93caf\xe9\x94 -->')) } },
      { files: { 'adapter.xml': workflow('<comments>caf\u00e9 \ufffd</comments>') } },
      {
        files: { 'adapter.xml': latin1(workflow('<comments>caf\xe9</comments>')) },
        options: { environment: { JVM_ARGS: '-Dfile.encoding=ISO-8859-1' } },
      },
    ],
    bad: [
      {
        files: { 'adapter.xml': latin1(workflow('<comments>caf\xe9</comments>')) },
        at: 'adapter.xml:9:11',
        severity: 'warning',
        says: "'caf\ufffd'",
      },
      {
        files: {
          'adapter.xml': latin1(`<?xml version="1.0" encoding="ISO-8859-1"?>${workflow('<comments b="caf\xe9"/>')}`),
        },
        at: 'adapter.xml:9:1',
        severity: 'warning',
        says: 'save the file as UTF-8',
        also: ['ignored-content'],
      },
    ],
  },
  'properties-encoding': {
    good: [
      { files: { ...good, 'bootstrap.properties': `\ufeff# a comment\n${bootstrap()}` } },
      { files: { ...good, 'bootstrap.properties': `\ufeff\n${bootstrap()}` } },
      { files: { ...good, 'bootstrap.properties': bootstrap('# caf\u00e9', 'x=caf\\u00e9') } },
      { files: { ...good, 'bootstrap.properties': latin1(bootstrap('x=caf\xe9')) } },
      { files: { ...good, 'other.properties': '\ufeffx=y' } },
    ],
    bad: [
      {
        files: { ...good, 'bootstrap.properties': `\ufeff${bootstrap()}` },
        at: 'bootstrap.properties:1:1',
        says: "byte order mark, so Interlok does not find its first key, 'adapterConfigUrl.0'",
      },
      {
        files: {
          'adapter.xml': workflow('<comments>${X}</comments>'),
          'bootstrap.properties': variables,
          'variables.properties': '\ufeffY=1\nX=a',
        },
        at: 'variables.properties:1:1',
        says: "'Y'",
      },
      {
        files: { ...good, 'bootstrap.properties': utf16(`\ufeff${bootstrap()}`) },
        at: 'bootstrap.properties:1:1',
        says: 'is in UTF-16',
      },
      {
        files: { ...good, 'bootstrap.properties': bootstrap('x=caf\u00e9') },
        at: 'bootstrap.properties:4:3',
        severity: 'warning',
        says: 'write \\u00e9',
      },
    ],
  },
  'malformed-properties': {
    good: [{ files: { ...good, 'bootstrap.properties': bootstrap('x=\\u0041') } }],
    bad: [
      {
        files: { ...good, 'bootstrap.properties': bootstrap('x=\\user') },
        at: 'bootstrap.properties:4:3',
        says: 'four hexadecimal digits',
      },
    ],
  },
  'variable-breaks-xml': {
    good: [
      {
        files: {
          'adapter.xml': workflow('<comments>${X}</comments>'),
          'bootstrap.properties': variables,
          'variables.properties': 'X=a&amp;b',
        },
      },
    ],
    bad: [
      {
        files: {
          'adapter.xml': workflow('<comments>${X}</comments>'),
          'bootstrap.properties': variables,
          'variables.properties': 'X=a&b',
        },
        at: 'adapter.xml:9:11',
        says: 'X',
      },
    ],
  },
  'substitution-too-large': {
    good: [
      {
        files: {
          'adapter.xml': workflow('<comments>${X}</comments>'),
          'bootstrap.properties': variables,
          'variables.properties': 'X=a',
        },
      },
    ],
    bad: [
      {
        files: {
          'adapter.xml': workflow(`<comments>${'${X}'.repeat(20)}</comments>`),
          'bootstrap.properties': variables,
          'variables.properties': `X=${'a'.repeat(1024 * 1024)}`,
        },
        at: 'adapter.xml',
        says: '16',
      },
    ],
  },
};
