import { errorsAmong, type Finding, formatText, summarize } from '../../lib';
import type { Context } from '../context';

/** Prints what the charts of an app found, to stderr. Returns the exit code: that of the app, or 1 where there are errors. */
export function reportTo(stderr: Context['stderr'], findings: readonly Finding[], code: number): number {
  if (findings.length > 0) stderr.write(`${formatText(findings)}\n${summarize(findings)}\n`);
  return errorsAmong(findings).length > 0 ? code || 1 : code;
}
