import { type Finding, finding, type Located } from '../../findings';
import { type ConfigFile, decodeXml, jvmOptionsIn, SourceText, toldEncoding } from '../files';
import { decodeLikeJava } from '../java';
import { displayUnknown, maximumLength, substitute, type Substitution, type SubstitutionSources } from '../variables';
import { maximumDepth, parseXml, type XmlDocument, type XmlElement, type XmlProblem } from '../xml';
import { readingRules } from './reading-rules';

/** A document of the directory, as far as it could be read. */
export interface ReadDocument {
  readonly root?: XmlElement;
  /** What was read of the root before the XML is malformed. @default - it is well-formed, or nothing was read */
  readonly readSoFar?: XmlElement;
  /** Where the first thing stands that follows the root. @default - there is none */
  readonly afterRoot?: Located;
  readonly substitution?: Substitution;
  readonly findings: readonly Finding[];
}

/**
 * Reads adapter.xml: decodes it, substitutes its variables, and parses what comes out. Interlok decodes it by the charset of the
 * JVM, which is UTF-8 in the images; the encoding that the file declares means nothing to it.
 *
 * @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core/config/ConfigPreProcessors.java
 */
export function readAdapterDocument(file: ConfigFile, sources: SubstitutionSources): ReadDocument {
  const displayed = sources.displayPath(file.path);
  const told = toldEncoding(file.bytes);
  if (told !== undefined) return { findings: [toldEncodingFinding(displayed, told)] };
  const charset = jvmOptionsIn(sources.options.environment ?? {}).get('file.encoding');
  const text = decodeLikeJava(file.bytes, charset);
  if (text.trim() === '') {
    const message = `'${file.path}' ${file.bytes.length === 0 ? 'is empty' : 'holds white space alone'}`;
    const hint = 'put the <adapter> into it';
    return { findings: [finding(readingRules.emptyFile, { file: displayed, line: 1, column: 1 }, { message, hint })] };
  }
  const source = new SourceText(displayed, text);
  const substitution = substitute(source, sources);
  const findings = substitution.tooLarge ? [tooLarge(displayed)] : [];
  const document = parseXml(substitution.text, (offset) => substitution.locate(offset));
  findings.push(...doctypeFindings(document, substitution));
  if (document.problem === undefined) {
    const { root, afterRoot } = document;
    if (root === undefined) return { substitution, findings };
    findings.push(...lostTextFindings(root, file.text === undefined));
    const rest = afterRoot === undefined ? {} : { afterRoot: substitution.locate(afterRoot) };
    return { root, ...rest, substitution, findings };
  }
  const breaking = breakingFinding(substitution, document.problem, source);
  findings.push(breaking?.finding ?? problemFinding(substitution, document.problem));
  if (breaking?.root !== undefined) return { root: breaking.root, substitution, findings };
  const { readSoFar } = document;
  return readSoFar === undefined ? { substitution, findings } : { readSoFar, substitution, findings };
}

/** Reads another XML file that Interlok parses at its start, without substitution; its document type is its own affair. */
export function readPlainDocument(file: ConfigFile, displayPath: (path: string) => string): ReadDocument {
  const displayed = displayPath(file.path);
  const decoded = decodeXml(file.bytes);
  if (decoded.problem !== undefined) return { findings: [encodingFinding(displayed, decoded.problem)] };
  const source = new SourceText(displayed, decoded.text);
  const locate = source.locate.bind(source);
  const { root, problem, afterRoot: offset } = parseXml(decoded.text, locate);
  if (problem !== undefined) return { findings: [problemFinding({ locate }, problem)] };
  if (offset !== undefined) {
    // Other parsers than that of the adapter read on.
    const message = 'something follows the root element';
    return { findings: [problemFinding({ locate }, { kind: 'malformed', message, offset })] };
  }
  return root === undefined ? { findings: [] } : { root, findings: [] };
}

function encodingFinding(file: string, problem: string): Finding {
  const text = { message: `'${file}' cannot be read as XML: ${problem}`, hint: 'save the file as UTF-8' };
  return finding(readingRules.unsupportedEncoding, { file, line: 1, column: 1 }, text);
}

function toldEncodingFinding(file: string, told: string): Finding {
  const what = told === 'UTF-16' ? 'is in UTF-16' : `begins with ${told}`;
  const message = `'${file}' ${what}, which Interlok takes for text before the XML: "Content is not allowed in prolog"`;
  const hint = 'save the file as UTF-8 without a byte order mark';
  return finding(readingRules.unsupportedEncoding, { file, line: 1, column: 1 }, { message, hint });
}

/** More of them have one cause. */
const mostLost = 20;

/** Finds the texts in which bytes that are not of the charset became U+FFFD; those in comments do no harm. */
function lostTextFindings(root: XmlElement, isLossy: boolean): readonly Finding[] {
  const findings: Finding[] = [];
  if (!isLossy) return findings;
  for (const element of root.descendants()) {
    const lost = [element.text, ...element.attributes.values()].find((text) => text.includes('\ufffd'));
    if (lost === undefined) continue;
    const shown = lost.trim().length > 60 ? '' : `: '${displayUnknown(lost.trim())}'`;
    const message = `<${element.name}> has bytes that are not UTF-8, and Interlok reads a replacement character${shown}`;
    const at = lost === element.text ? element.textAt : element.at;
    findings.push(finding(readingRules.undecodableText, at, { message, hint: 'save the file as UTF-8' }));
    if (findings.length === mostLost) break;
  }
  return findings;
}

function tooLarge(file: string): Finding {
  const message = `substituting variables makes '${file}' larger than ${maximumLength / 1024 / 1024} MiB`;
  return finding(readingRules.substitutionTooLarge, { file }, { message, hint: 'shorten the values of its variables' });
}

function doctypeFindings(
  { doctypeOffset, doctypeDeclares }: XmlDocument,
  substitution: Substitution,
): readonly Finding[] {
  if (doctypeOffset === undefined) return [];
  const declares = doctypeDeclares ? ', with declarations,' : '';
  const message = `the document type declaration${declares} is not resolved`;
  const hint = 'take the <!DOCTYPE …> out of the file';
  return [finding(readingRules.dtdNotResolved, substitution.locate(doctypeOffset), { message, hint })];
}

function problemFinding(source: Pick<Substitution, 'locate'>, problem: XmlProblem): Finding {
  const at = source.locate(problem.offset);
  if (problem.kind === 'depth') {
    const hint = `flatten the document to at most ${maximumDepth} levels`;
    return finding(readingRules.nestedTooDeep, at, { message: problem.message, hint });
  }
  if (problem.kind === 'entity') {
    const message = 'an entity of the document type declaration is used, and is not resolved';
    const hint = 'write what the entity stands for, or use a variable';
    return finding(readingRules.dtdNotResolved, at, { message, hint, severity: 'error' });
  }
  return finding(readingRules.malformedXml, at, {
    message: `malformed XML: ${problem.message}`,
    hint: 'correct the XML here',
  });
}

/** A `<`, or a `&` that begins no reference. */
const unescaped = /<|&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/;
/** What else can end the place that a value is put into, or is allowed nowhere. */
const ending = /["']|--|\]\]>|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/;

/** When the document is well-formed without its variables, the value of one of them breaks it; it is read without them then. */
function breakingFinding(
  substitution: Substitution,
  problem: XmlProblem,
  source: SourceText,
): { readonly finding: Finding; readonly root?: XmlElement } | undefined {
  const breaking = substitution.uses.filter(({ value }) => unescaped.test(value) || ending.test(value));
  if (problem.kind !== 'malformed' || breaking.length === 0) return undefined;
  const { root, problem: own } = parseXml(source.text, source.locate.bind(source));
  if (own !== undefined) return undefined;
  const use = substitution.useAt(problem.offset);
  const likely = breaking.find(({ value }) => unescaped.test(value)) ?? breaking[0];
  const culprit = use !== undefined && (unescaped.test(use.value) || ending.test(use.value)) ? use : likely;
  if (culprit === undefined) return undefined;
  const markup = unescaped.test(culprit.value);
  const cause = markup ? "has '<' or '&' and makes" : 'makes';
  const message = `the value of ${culprit.written} ${cause} the XML malformed (${problem.message})`;
  const hint = markup
    ? "write '&amp;' for '&' and '&lt;' for '<' in the value, or put the variable into a CDATA section"
    : "write '&quot;' for a quotation mark in the value, and leave out what XML does not allow at that place";
  const found = finding(readingRules.variableBreaksXml, culprit.at, { message, hint });
  return root === undefined ? { finding: found } : { finding: found, root };
}
