import type { Rule } from '../../findings';

/** A rule that holds for every release. */
export function readerRule(id: string, severity: Rule['severity'], what: string, why: string, fix: string): Rule {
  return { id, severity, what, why, since: 'all', fix };
}

/** A rule that leaves no model to go on with. */
export function fatalRule(id: string, what: string, why: string, fix: string): Rule {
  return { ...readerRule(id, 'error', what, why, fix), silenceable: false };
}
