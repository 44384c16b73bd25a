import { type Finding, silence, sortFindings } from '../findings';
import { readConfiguration, type ReadOptions } from '../interlok';
import { allRules, findInexpressiblePaths } from './rules';

/** What a configuration directory is checked for. */
export interface CheckConfigurationOptions extends ReadOptions {
  /**
   * Ids of rules whose findings are left out; docs/rules.md lists them.
   * @default - none
   */
  readonly silence?: readonly string[];
}

/**
 * What Interlok, or a pod, would refuse in a configuration directory; sorted, and empty when there is nothing.
 *
 * Never throws for what is on disk or is not: a directory that is not there is a finding.
 *
 * @param directory path of the directory, as the user names it
 * @throws PropsError - for the id of a rule that does not exist or cannot be silenced
 */
export function checkConfiguration(directory: string, options: CheckConfigurationOptions = {}): Finding[] {
  const { silence: ids = [], ...rest } = options;
  const { adapter, findings } = readConfiguration(directory, rest);
  const routes = adapter.listeners.flatMap((listener) => listener.routes);
  const found = sortFindings([...findings, ...findInexpressiblePaths(routes)]);
  return silence(found, { silence: ids, rules: allRules, subject: `'${directory}'` });
}
