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
  adapterElsewhere: readerRule(
    'adapter-elsewhere',
    'error',
    'No `adapterConfigUrl` leads into the configuration directory. A warning where there may be an adapter all the same: on a server, in a volume, in an image of your own.',
    'Interlok takes URLs apart in a way of its own: `file:///opt/interlok/config/adapter.xml` is the relative path `opt/interlok/…`, the first part of `file://config/adapter.xml` is a host, and `adapter.xml` alone is not looked for in `config`. It finds no adapter, and ends.',
    'Write `file://localhost/./config/adapter.xml`; `file:////opt/interlok/config/adapter.xml` and `file:/opt/interlok/config/adapter.xml` are the same.',
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
    'adapter.xml begins with a byte order mark or is in UTF-16; or a jetty.xml is in an encoding other than UTF-8, UTF-16, ISO-8859-1 or US-ASCII, or not in the one that it declares.',
    'Interlok reads adapter.xml by the charset of the JVM, which is UTF-8 in the images, whatever the file declares. A byte order mark is text to it: the load fails with "Content is not allowed in prolog".',
    'Save the file as UTF-8 without a byte order mark.',
  ),
  undecodableText: readerRule(
    'undecodable-text',
    'warning',
    'A text in adapter.xml has bytes that are not UTF-8, such as those of ISO-8859-1 or windows-1252.',
    'Interlok reads the file as UTF-8, whatever it declares: each of these bytes becomes the replacement character U+FFFD.',
    'Save the file as UTF-8.',
  ),
  propertiesEncoding: readerRule(
    'properties-encoding',
    'error',
    'A properties file that Interlok reads begins with a UTF-8 byte order mark before a key, or is in UTF-16. A warning for a key or value with UTF-8 beyond ASCII.',
    'java.util.Properties takes every byte for a character of ISO-8859-1: the mark becomes a part of the first key, which nothing finds then; UTF-16 leaves no key; `ü` in UTF-8 becomes `Ã¼`.',
    'Save the file without a byte order mark, as ISO-8859-1 or plain ASCII, and write other characters as `\\uXXXX`.',
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
