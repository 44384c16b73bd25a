import type { Rule } from '../../findings';
import { fatalRule, readerRule } from '../files';

const start =
  'Interlok cannot load the configuration: the container ends, often with exit code 0 and nothing in its log';

/** What is found while the documents of the directory are read, before any other rule can look. */
export const readingRules = {
  adapterMissing: fatalRule(
    'adapter-missing',
    'The directory has no adapter.xml, or not the file that `adapterConfigUrl` names.',
    start,
    'Add the file, or correct `adapterConfigUrl` in bootstrap.properties.',
  ),
  emptyFile: fatalRule(
    'empty-file',
    'The adapter file is empty or holds white space alone.',
    start,
    'Put the `<adapter>` into it.',
  ),
  malformedXml: fatalRule(
    'malformed-xml',
    'An XML file that Interlok parses at its start is not well-formed.',
    start,
    'Correct the XML at the place named.',
  ),
  dtdNotResolved: readerRule(
    'dtd-not-resolved',
    'warning',
    'adapter.xml has a document type declaration; an error where the document uses an entity that it declares.',
    'Neither DTDs nor entities are read here, so what they would add is unknown to every check.',
    'Take the declaration out, and write what its entities stand for, or use a variable.',
  ),
  nestedTooDeep: fatalRule(
    'nested-too-deep',
    'Elements are nested more than 500 deep.',
    'XStream builds the adapter recursively, and such a document overflows its stack.',
    'Flatten the document.',
  ),
  unsupportedEncoding: fatalRule(
    'unsupported-encoding',
    'An XML file declares an encoding other than UTF-8, UTF-16, ISO-8859-1 or US-ASCII, or its bytes are not what it declares.',
    'The text cannot be told from the bytes.',
    'Save the file as UTF-8.',
  ),
  malformedProperties: readerRule(
    'malformed-properties',
    'error',
    'A properties file has a `\\u` that four hexadecimal digits do not follow.',
    'java.util.Properties refuses the whole file.',
    'Double the backslash, or write the four digits.',
  ),
  variableBreaksXml: readerRule(
    'variable-breaks-xml',
    'error',
    'A variable whose value has `<` or `&`, or a quotation mark in an attribute, makes adapter.xml malformed once it is substituted.',
    'Values are put into the XML text as they are, before it is parsed; the load fails.',
    'Escape the value as XML (`&amp;`, `&lt;`, `&quot;`), or put the variable into a CDATA section.',
  ),
  substitutionTooLarge: fatalRule(
    'substitution-too-large',
    'Substituting variables makes adapter.xml larger than 16 MiB.',
    'Variables that hold variables multiply; the adapter would run out of memory while it starts.',
    'Shorten the values, or use the variable less often.',
  ),
} as const satisfies Readonly<Record<string, Rule>>;
