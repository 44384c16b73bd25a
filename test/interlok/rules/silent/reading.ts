import { adapter, bootstrap, channel, workflow } from '../cases/case';
import type { SilentCases } from './silent';

const good = { 'adapter.xml': adapter() };
const substituting = bootstrap(
  'preProcessors=variableSubstitution',
  'variable-substitution.properties.url=file://localhost/./config/variables.properties',
);
const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

/** Of the rules of the reader itself. */
export const silentReading: SilentCases = {
  'directory-missing': { 'the directory has a file, whatever else it lacks': { files: { 'notes.txt': '' } } },
  'file-unreadable': {
    'what cannot be read is left out of pods anyway': { files: good, links: { '.git': '/nowhere/at/all' } },
  },
  'special-file': {
    'a link leads to a file, in the directory or outside': {
      files: { ...good, 'a/x.xml': '' },
      links: { 'other.xml': 'a/x.xml', device: '/etc/hostname' },
    },
  },
  'layers-collide': {
    'a later directory has a file of the same path': {
      files: { ...good, 'mapping/k': '' },
      over: { 'mapping/k': 'x', 'mapping/l': '' },
    },
  },
  'adapter-missing': {
    'adapterConfigUrl names a file of another name, which is there': {
      files: {
        'orders.xml': adapter(),
        'bootstrap.properties': 'adapterConfigUrl=file://localhost/./config/orders.xml\nstartAdapterQuietly=false',
      },
    },
    'the file comes from another directory that is laid over': { files: { 'notes.txt': '' }, over: good },
  },
  'empty-file': {
    'another XML file is empty': { files: { ...good, 'schemas/order.xsd': '', 'other.xml': ' \n' } },
  },
  'malformed-xml': {
    'an XML file that Interlok does not parse at its start is malformed': {
      files: { ...good, 'mapping/a.xsl': '<a', 'log4j2.xml': '<Configuration' },
    },
    'a value puts whole elements into the file': {
      files: {
        'adapter.xml': channel('${LIST}'),
        'bootstrap.properties': substituting,
        'variables.properties': 'LIST=<workflow-list/>',
      },
    },
  },
  'dtd-not-resolved': {
    'a comment or a CDATA section has a document type declaration in it': {
      files: {
        'adapter.xml': adapter('<!-- <!DOCTYPE adapter> -->', '<channel-list><![CDATA[<!DOCTYPE a>]]></channel-list>'),
      },
    },
  },
  'nested-too-deep': {
    'many elements stand beside one another': {
      files: { 'adapter.xml': adapter(`<channel-list>${'<channel/>'.repeat(600)}</channel-list>`) },
    },
  },
  'unsupported-encoding': {
    'a declaration names an encoding that nobody reads': {
      files: { 'adapter.xml': `<?xml version="1.0" encoding="EBCDIC"?>\n${adapter()}` },
    },
    'another XML file is in UTF-16': { files: { ...good, 'mapping/a.xml': utf16('<a/>') } },
  },
  'undecodable-text': {
    'the bytes stand in a comment': { files: { 'adapter.xml': bytes(adapter('<!-- caf\xe9 -->')) } },
    'another file of the directory has them': { files: { ...good, 'greeting.txt': bytes('caf\xe9') } },
  },
  'properties-encoding': {
    'a comment alone has UTF-8, or the mark is followed by one': {
      files: { ...good, 'bootstrap.properties': `\ufeff# caf\u00e9\n${bootstrap('# caf\u00e9')}` },
    },
    'Interlok does not read the file': { files: { ...good, 'lookup/names.properties': '\ufeffx=caf\u00e9' } },
  },
  'malformed-properties': {
    'the backslash before the u is itself escaped, or stands in a comment': {
      files: { ...good, 'bootstrap.properties': bootstrap('# C:\\users', 'path=C:\\\\users') },
    },
  },
  'variable-breaks-xml': {
    'the variable stands in a CDATA section, or is not used': {
      files: {
        'adapter.xml': workflow('<comments><![CDATA[${X}]]></comments>'),
        'bootstrap.properties': substituting,
        'variables.properties': 'X=a<b & c\nY=<',
      },
    },
    'a value that is known in the pod alone is put there': {
      files: {
        'adapter.xml': workflow('<comments>${X}</comments>'),
        'bootstrap.properties': bootstrap('preProcessors=environmentVariables'),
      },
      options: { environment: { X: undefined } },
    },
  },
  'substitution-too-large': {
    'a large value is used once': {
      files: {
        'adapter.xml': workflow('<comments>${X}</comments>'),
        'bootstrap.properties': substituting,
        'variables.properties': `X=${'x'.repeat(100_000)}`,
      },
    },
  },
  'adapter-elsewhere': {
    'the URL is another spelling of the same place': {
      files: {
        ...good,
        'bootstrap.properties': bootstrap().replace(
          /file:.*adapter.xml/,
          'file:////opt/interlok/logs/../config/./adapter.xml',
        ),
      },
    },
    'a later adapterConfigUrl is a fallback on a server': {
      files: {
        ...good,
        'bootstrap.properties': bootstrap('adapterConfigUrl.1=https://config.example.com/adapter.xml'),
      },
    },
  },
};
