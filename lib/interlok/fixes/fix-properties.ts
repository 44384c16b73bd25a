import type { Fix } from '../../findings';
import { readProperties, valueOffsets } from '../java';
import type { Edit } from './edits';

/** What a change of a properties file does to the entry whose key or value is at an offset. */
export function fixProperty(
  text: string,
  { offset, fix }: { readonly offset: number; readonly fix: Fix },
): Edit | undefined {
  for (const property of readProperties(text)) {
    if (property.keyOffset !== offset && property.valueOffset !== offset) continue;
    const { valueOffset, value } = property;
    const offsets = valueOffsets(text, property);
    const end = endOf(text, offsets.at(-1) ?? valueOffset, value === '');
    if (fix.kind === 'set')
      return { start: valueOffset, end, text: value === '' && isBare(text, valueOffset) ? `=${fix.value}` : fix.value };
    if (fix.kind === 'trim') return trimEnd(text, valueOffset, end);
  }
  return undefined;
}

/** Behind the last character of a value, an escape taken whole. */
function endOf(text: string, last: number, isEmpty: boolean): number {
  if (isEmpty) return last;
  if (text.charAt(last) !== '\\') return last + 1;
  return last + (text.charAt(last + 1) === 'u' ? 6 : 2);
}

/** Whether a key stands alone, without a separator behind it. */
function isBare(text: string, valueOffset: number): boolean {
  return !/[=:\s]/.test(text.charAt(valueOffset - 1));
}

/** Blanks that are written as such; one that is escaped was meant. */
function trimEnd(text: string, start: number, end: number): Edit | undefined {
  const value = text.slice(start, end);
  const trimmed = value.replace(/[ \t\f]+$/, '');
  if (trimmed === value || trimmed.endsWith('\\')) return undefined;
  return { start: start + trimmed.length, end, text: '' };
}
