import { UserError } from '../errors';
import type { Finding } from './finding';
import { errorsAmong, sortFindings } from './sort';
import { formatText, summarize } from './text-format';

/** Thrown when a configuration has errors; its message is all of them, one per line, with the count at the end. */
export class ConfigurationError extends UserError {
  /** The errors, sorted; warnings are no part of it. */
  public readonly findings: readonly Finding[];

  /** @param findings At least one error; warnings among them are left out. */
  public constructor(findings: readonly Finding[]) {
    const errors = sortFindings(errorsAmong(findings));
    super(`Interlok would not run this configuration\n${formatText(errors)}\n${summarize(errors)}`);
    this.findings = errors;
  }
}
