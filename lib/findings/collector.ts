import { ConfigurationError } from './configuration-error';
import type { Finding } from './finding';
import { errorsAmong, sortFindings } from './sort';
import { formatText } from './text-format';

/** Registered, not module-wide: the program that runs an app and the app itself may hold a copy of this module each. */
const key = Symbol.for('cdk8s-interlok.findings');

/** Gathers the findings of everything that is read while it is installed, so that all are reported together. */
export interface FindingsCollector {
  /** What was reported so far, in the order of the reports. */
  readonly findings: Finding[];
}

/**
 * Installs a collector for this process, instead of any before it: from now on {@link reportFindings} neither prints nor
 * throws. The caller reports what was collected, and stops the synth when there are errors.
 */
export function installCollector(): FindingsCollector {
  const collector: FindingsCollector = { findings: [] };
  holder()[key] = collector;
  return collector;
}

/** Takes the installed collector away; does nothing without one. */
export function removeCollector(): void {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- a symbol of our own
  delete holder()[key];
}

/** The installed collector, if there is one. */
export function installedCollector(): FindingsCollector | undefined {
  return holder()[key];
}

/**
 * Reports findings: to the collector where one is installed; otherwise the warnings go to stderr and errors are thrown.
 *
 * @param print Takes the warnings where no collector is installed. Default: `process.stderr`
 * @throws ConfigurationError when there are errors and no collector is installed
 */
export function reportFindings(
  findings: readonly Finding[],
  print: (text: string) => void = (text) => process.stderr.write(text),
): void {
  const collector = installedCollector();
  if (collector !== undefined) {
    for (const finding of findings) collector.findings.push(finding);
    return;
  }
  const warnings = sortFindings(findings).filter((finding) => finding.severity === 'warning');
  if (warnings.length > 0) print(`${formatText(warnings)}\n`);
  if (errorsAmong(findings).length > 0) throw new ConfigurationError(findings);
}

/**
 * Runs something that reports findings more than once, and reports them all together when it is done: to the collector
 * where one is installed, otherwise as {@link reportFindings} does.
 *
 * @throws ConfigurationError when there are errors and no collector is installed
 */
export function collectFindings<T>(make: () => T): T {
  if (installedCollector() !== undefined) return make();
  const { findings } = installCollector();
  let made: T;
  try {
    made = make();
  } finally {
    removeCollector();
  }
  reportFindings(findings);
  return made;
}

function holder(): { [key]?: FindingsCollector } {
  return globalThis as { [key]?: FindingsCollector };
}
