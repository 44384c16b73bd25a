import { extname } from 'node:path';
import type { Finding } from '../../findings';
import { lineStarts } from '../files';
import { applyEdits, type Edit } from './edits';
import { elementRanges } from './element-ranges';
import { fixProperty } from './fix-properties';
import { fixElement } from './fix-xml';

/** A file with what could be put right in it. */
export interface FixedFile {
  readonly before: string;
  readonly after: string;
  /** The findings whose changes are in it. */
  readonly fixed: readonly Finding[];
}

/**
 * Makes the changes of the findings in the file that they are in; every byte that is not part of one stays. None in a file that
 * is not UTF-8, or where a finding has no place.
 *
 * @param bytes the file as on disk
 * @param findings those of this file
 */
export function fixFile(path: string, bytes: Buffer, findings: readonly Finding[]): FixedFile {
  const before = bytes.toString('utf8');
  const unchanged = { before, after: before, fixed: [] };
  if (!Buffer.from(before, 'utf8').equals(bytes)) return unchanged;
  // Columns do not count a byte order mark.
  const mark = before.startsWith('\uFEFF') ? '\uFEFF' : '';
  const text = before.slice(mark.length);
  const starts = lineStarts(text);
  const isProperties = extname(path) === '.properties';
  const elements = isProperties ? [] : elementRanges(text);
  const edits: { readonly edit: Edit; readonly finding: Finding }[] = [];
  for (const finding of findings) {
    const { fix, line, column } = finding;
    const start = line === undefined ? undefined : starts[line - 1];
    if (fix === undefined || start === undefined || column === undefined) continue;
    const at = { offset: start + column - 1, fix };
    const edit = isProperties ? fixProperty(text, at) : fixElement(text, elements, at);
    const overlaps = edits.some(
      ({ edit: other }) => edit !== undefined && edit.start < other.end && other.start < edit.end,
    );
    if (edit !== undefined && !overlaps) edits.push({ edit, finding });
  }
  const after =
    mark +
    applyEdits(
      text,
      edits.map(({ edit }) => edit),
    );
  return { before, after, fixed: edits.map(({ finding }) => finding) };
}
