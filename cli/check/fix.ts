import { readFileSync, statSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { createTwoFilesPatch } from 'diff';
import type { Finding } from '../../lib';
import { type FixedFile, fixFile } from '../../lib/interlok';
import { writeWhole } from '../write-whole';

/** A file and what is to be changed in it. */
export interface ProposedFix extends FixedFile {
  /** As a user would type it. */
  readonly file: string;
}

/** What puts right those of the findings that have one right answer, a file each. */
export function proposeFixes(findings: readonly Finding[]): readonly ProposedFix[] {
  const fixable = findings.filter(({ fix }) => fix !== undefined);
  const files = [...new Set(fixable.map(({ file }) => file))];
  return files.flatMap((file) => {
    const ofFile = fixable.filter((finding) => finding.file === file);
    const fixed = fixFile(file, readFileSync(file), ofFile);
    return fixed.fixed.length === 0 ? [] : [{ file, ...fixed }];
  });
}

/** The changes as a unified diff, and a line that says what became of them. */
export function describeFixes(fixes: readonly ProposedFix[], mode: 'show' | 'write'): string {
  if (fixes.length === 0) return 'nothing has one right answer\n';
  const diffs = fixes.map(({ file, before, after }) =>
    createTwoFilesPatch(...namesOf(file), before, after, undefined, undefined, { context: 2 }).replace(/^=+\n/, ''),
  );
  const count = fixes.reduce((sum, { fixed }) => sum + fixed.length, 0);
  const what = `${count} ${count === 1 ? 'finding' : 'findings'} in ${fixes.length} ${fixes.length === 1 ? 'file' : 'files'}`;
  return `${diffs.join('')}${what}: ${mode === 'write' ? 'put right' : 'nothing is written without --write'}\n`;
}

/** Writes the changed files, each as a whole. */
export function writeFixes(fixes: readonly ProposedFix[]): void {
  for (const { file, after } of fixes) writeWhole(file, after, statSync(file).mode);
}

/** As `git apply` takes them. */
function namesOf(file: string): [string, string] {
  return isAbsolute(file) ? [file, file] : [`a/${file}`, `b/${file}`];
}
