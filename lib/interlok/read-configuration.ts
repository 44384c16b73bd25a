import { sortFindings } from '../findings';
import type { Configuration } from './configuration';
import type { ReadOptions } from './read-options';
import { readReading } from './reading';
import { check } from './rules';

/**
 * Reads a configuration directory as Interlok would, and says what Interlok, or a pod, would refuse.
 *
 * Never throws for what is on disk or is not: all that is wrong is in `findings`, and the adapter is as complete as can be.
 *
 * @param config path of the directory as the user names it, or several that are laid over one another, the later ones winning
 */
export function readConfiguration(config: string | readonly string[], options: ReadOptions = {}): Configuration {
  const reading = readReading(config, options);
  const findings = sortFindings([...reading.findings, ...check(reading)]);
  // The names in the model are slices of the text that was parsed, and would keep all of it in memory: a copy does not.
  return {
    directories: reading.directories,
    adapter: structuredClone(reading.adapter),
    files: reading.files,
    displayPath: reading.displayPath,
    findings,
  };
}
