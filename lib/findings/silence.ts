import { nearMatches, type PropProblem, PropsError } from '../errors';
import type { Finding, Rule } from './finding';

/** What {@link silence} needs to know. */
export interface SilenceOptions {
  /** Ids of the rules whose findings are dropped. */
  readonly silence: readonly string[];
  /** Every rule there is. */
  readonly rules: readonly Rule[];
  /** Who was given the ids, for the message, for example `InterlokChart 'hello-world'`. */
  readonly subject: string;
}

/**
 * The findings without those of the silenced rules.
 *
 * @throws PropsError for an id that no rule has, or whose rule cannot be silenced because no model exists where it finds something
 */
export function silence(findings: readonly Finding[], options: SilenceOptions): Finding[] {
  const rules = new Map(options.rules.map((rule) => [rule.id, rule]));
  const problems = options.silence.flatMap((id, i): PropProblem[] => {
    const rule = rules.get(id);
    const field = `silence[${i}]`;
    if (rule === undefined) return [{ field, value: id, expected: expectedFor(id, [...rules.keys()]) }];
    if (rule.silenceable === false)
      return [
        {
          field,
          value: id,
          expected: 'a rule that can be silenced: without its fix there is nothing to make manifests of',
        },
      ];
    return [];
  });
  if (problems.length > 0) throw new PropsError(options.subject, problems);
  const silenced = new Set(options.silence);
  return findings.filter((finding) => !silenced.has(finding.rule));
}

function expectedFor(id: string, ids: readonly string[]): string {
  const near = typeof id === 'string' ? nearMatches(id, ids) : [];
  const suggestion = near.length === 0 ? '' : ` (did you mean ${near.map((name) => `'${name}'`).join(' or ')}?)`;
  return `the id of a rule in docs/rules.md${suggestion}`;
}
