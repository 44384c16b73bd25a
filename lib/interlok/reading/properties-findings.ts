import { type Finding, finding, type Located } from '../../findings';
import type { PropertiesFile, PropertyEntry } from '../files';
import { readingRules } from './reading-rules';

/** More of them have one cause. */
const mostMisread = 20;

/** What a properties file has that its reader in Java reads as something else than was meant. */
export function propertiesFindings(properties: PropertiesFile): readonly Finding[] {
  return [...properties.malformed.map(malformedFinding), ...encodingFindings(properties)];
}

function malformedFinding(at: Located): Finding {
  const message = 'four hexadecimal digits must follow \\u in a properties file';
  return finding(readingRules.malformedProperties, at, { message, hint: 'write \\\\u for a backslash and a u' });
}

function encodingFindings({ file, toldEncoding, entries }: PropertiesFile): readonly Finding[] {
  const at = { file, line: 1, column: 1 };
  if (toldEncoding === 'UTF-16') {
    const message = `'${file}' is in UTF-16, and Interlok finds none of its keys`;
    const hint = 'save the file as ISO-8859-1 or plain ASCII';
    return [finding(readingRules.propertiesEncoding, at, { message, hint })];
  }
  const first = toldEncoding === undefined ? undefined : lostKey(entries[0]);
  const findings =
    first === undefined
      ? []
      : [
          finding(readingRules.propertiesEncoding, at, {
            message: `the file begins with a UTF-8 byte order mark, so Interlok does not find its first key, '${first}'`,
            hint: 'save the file without a byte order mark',
          }),
        ];
  return [
    ...findings,
    ...entries
      .filter((entry) => !isComment(entry))
      .flatMap(misread)
      .slice(0, mostMisread),
  ];
}

const mark = '\u00ef\u00bb\u00bf';

/** The key that the mark is a part of; a comment behind it is lost without harm. */
function lostKey(entry: PropertyEntry | undefined): string | undefined {
  if (entry?.key.startsWith(mark) !== true || isComment(entry)) return undefined;
  const key = entry.key.slice(mark.length);
  return key === '' ? undefined : key;
}

/** Whether an entry was meant as a comment, and is a key that nobody looks up. */
function isComment({ key }: PropertyEntry): boolean {
  return key.startsWith(mark) && /^[#!]/.test(key.slice(mark.length));
}

function misread({ key, value, at, valueAt }: PropertyEntry): readonly Finding[] {
  const [text, place] = isUtf8(value) ? [value, valueAt] : isUtf8(key.replace(mark, '')) ? [key, at] : [];
  if (text === undefined || place === undefined) return [];
  const meant = Buffer.from(text, 'latin1').toString('utf8');
  const [character = ''] = /[^\x00-\x7f]/.exec(meant) ?? [];
  const escape = `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  const read = Buffer.from(character).toString('latin1');
  const message = `'${character}' is in UTF-8, and Interlok reads '${read}' instead`;
  return [finding(readingRules.propertiesEncoding, place, { severity: 'warning', message, hint: `write ${escape}` })];
}

/** Whether a text that was read as ISO-8859-1 is UTF-8 beyond ASCII, which makes sense as nothing else. */
function isUtf8(text: string): boolean {
  if (!/[\x80-\xff]/.test(text) || /[^\0-\xff]/.test(text)) return false;
  return !Buffer.from(text, 'latin1').toString('utf8').includes('\ufffd');
}
