import type { Rule } from '../../findings/finding';

const start =
  'Interlok cannot load the configuration: the container ends, often with exit code 0 and nothing in its log';

function rule(id: string, severity: Rule['severity'], what: string, why: string, fix: string): Rule {
  return { id, severity, what, why, since: 'all', fix };
}

/** A rule that leaves no model to go on with. */
function fatal(id: string, what: string, why: string, fix: string): Rule {
  return { ...rule(id, 'error', what, why, fix), silenceable: false };
}

/** What the reader itself finds, before any other rule can look. */
export const readingRules = {
  directoryMissing: fatal(
    'directory-missing',
    'The configuration directory does not exist, is not a directory, or has no files in it.',
    'There is nothing to run.',
    'Name the directory that holds adapter.xml.',
  ),
  fileUnreadable: rule(
    'file-unreadable',
    'error',
    'A file or directory below the configuration directory cannot be read.',
    'It would be missing in the pod without a word.',
    'Give yourself permission to read it, mend the link, or take it out of the directory.',
  ),
  specialFile: rule(
    'special-file',
    'warning',
    'Something below the configuration directory is neither a file nor a directory (a socket, a pipe, a device), or is a link that leads in a circle.',
    'A ConfigMap holds files alone, so it is left out.',
    'Take it out of the directory.',
  ),
  adapterMissing: fatal(
    'adapter-missing',
    'The directory has no adapter.xml, or not the file that `adapterConfigUrl` names.',
    start,
    'Add the file, or correct `adapterConfigUrl` in bootstrap.properties.',
  ),
  emptyFile: fatal(
    'empty-file',
    'The adapter file is empty or holds white space alone.',
    start,
    'Put the `<adapter>` into it.',
  ),
  malformedXml: fatal(
    'malformed-xml',
    'An XML file that Interlok parses at its start is not well-formed.',
    start,
    'Correct the XML at the place named.',
  ),
  dtdNotResolved: rule(
    'dtd-not-resolved',
    'warning',
    'adapter.xml has a document type declaration; an error where the document uses an entity that it declares.',
    'Neither DTDs nor entities are read here, so what they would add is unknown to every check.',
    'Take the declaration out, and write what its entities stand for, or use a variable.',
  ),
  nestedTooDeep: fatal(
    'nested-too-deep',
    'Elements are nested more than 500 deep.',
    'XStream builds the adapter recursively, and such a document overflows its stack.',
    'Flatten the document.',
  ),
  unsupportedEncoding: fatal(
    'unsupported-encoding',
    'An XML file declares an encoding other than UTF-8, UTF-16, ISO-8859-1 or US-ASCII, or its bytes are not what it declares.',
    'The text cannot be told from the bytes.',
    'Save the file as UTF-8.',
  ),
  malformedProperties: rule(
    'malformed-properties',
    'error',
    'A properties file has a `\\u` that four hexadecimal digits do not follow.',
    'java.util.Properties refuses the whole file.',
    'Double the backslash, or write the four digits.',
  ),
  variableBreaksXml: rule(
    'variable-breaks-xml',
    'error',
    'A variable whose value has `<` or `&`, or a quotation mark in an attribute, makes adapter.xml malformed once it is substituted.',
    'Values are put into the XML text as they are, before it is parsed; the load fails.',
    'Escape the value as XML (`&amp;`, `&lt;`, `&quot;`), or put the variable into a CDATA section.',
  ),
  substitutionTooLarge: fatal(
    'substitution-too-large',
    'Substituting variables makes adapter.xml larger than 16 MiB.',
    'Variables that hold variables multiply; the adapter would run out of memory while it starts.',
    'Shorten the values, or use the variable less often.',
  ),
} as const satisfies Readonly<Record<string, Rule>>;
