import { type Finding, silence, sortFindings } from '../findings';
import type { ReadOptions } from '../interlok';
import { findForPods } from './read-for-pods';
import { allRules } from './rules';

/** What a configuration directory is checked for. */
export interface CheckConfigurationOptions extends ReadOptions {
  /**
   * Ids of rules whose findings are left out; docs/rules.md lists them.
   * @default - none
   */
  readonly silence?: readonly string[];
}

/**
 * What a chart with default props would find in a configuration directory; sorted, and empty when there is nothing.
 *
 * Never throws for what is on disk or is not: a directory that is not there is a finding.
 *
 * @param directory path of the directory, as the user names it
 * @throws PropsError - for the id of a rule that does not exist or cannot be silenced
 */
export function checkConfiguration(directory: string, options: CheckConfigurationOptions = {}): Finding[] {
  const { silence: ids = [], ...rest } = options;
  const found = sortFindings(findForPods(directory, rest));
  return silence(found, { silence: ids, rules: allRules, subject: `'${directory}'` });
}
