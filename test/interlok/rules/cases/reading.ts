import { adapter, bootstrap, type CasesByRule, workflow } from './case';

const good = { 'adapter.xml': adapter() };
const deep = (depth: number): string => adapter('<x>'.repeat(depth) + '</x>'.repeat(depth));
const variables = bootstrap(
  'preProcessors=variableSubstitution',
  'variable-substitution.properties.url=file://localhost/./config/variables.properties',
);

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
        files: { 'adapter.xml': `<!DOCTYPE adapter [<!ENTITY x "y">]>\n${adapter('<a>&x;</a>')}` },
        at: 'adapter.xml:4:7',
        says: 'entit',
      },
    ],
  },
  'nested-too-deep': {
    good: [{ files: { 'adapter.xml': deep(400) } }],
    bad: [{ files: { 'adapter.xml': deep(501) }, at: 'adapter.xml:3:1498', says: '500' }],
  },
  'unsupported-encoding': {
    good: [{ files: { 'adapter.xml': `<?xml version="1.0" encoding="ISO-8859-1"?>\n${adapter()}` } }],
    bad: [
      {
        files: { 'adapter.xml': `<?xml version="1.0" encoding="EBCDIC"?>\n${adapter()}` },
        at: 'adapter.xml:1:1',
        says: 'EBCDIC',
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
          'adapter.xml': workflow('<a>${X}</a>'),
          'bootstrap.properties': variables,
          'variables.properties': 'X=a&amp;b',
        },
      },
    ],
    bad: [
      {
        files: {
          'adapter.xml': workflow('<a>${X}</a>'),
          'bootstrap.properties': variables,
          'variables.properties': 'X=a&b',
        },
        at: 'adapter.xml:9:4',
        says: 'X',
      },
    ],
  },
  'substitution-too-large': {
    good: [
      {
        files: {
          'adapter.xml': workflow('<a>${X}</a>'),
          'bootstrap.properties': variables,
          'variables.properties': 'X=a',
        },
      },
    ],
    bad: [
      {
        files: {
          'adapter.xml': workflow('<a>${X}</a>'.repeat(20)),
          'bootstrap.properties': variables,
          'variables.properties': `X=${'a'.repeat(1024 * 1024)}`,
        },
        at: 'adapter.xml',
        says: '16',
      },
    ],
  },
};
