/* The part of the runner that is bundled with main.ts, so that both have one findings collector and one UserError. */
import { UserError } from '../../lib/errors/user-error';
import { installCollector } from '../../lib/findings/collector';
import { ConfigurationError } from '../../lib/findings/configuration-error';
import type { Finding } from '../../lib/findings/finding';
import { errorsAmong } from '../../lib/findings/sort';
import { formatText, summarize } from '../../lib/findings/text-format';

/** What was found while main.ts ran. */
export interface Collected {
  /** Whether a finding is an error: then nothing is published. */
  hasErrors(): boolean;
  /** Whether there is any finding. */
  hasAny(): boolean;
  /** All findings, one per line, with their count at the end; `no findings` when there are none. */
  text(): string;
  /** All findings as a JSON document. */
  /** All findings, in the order of the reports. */
  readonly findings: readonly Finding[];
}

/** Installs the collector of this process. */
export function collect(): Collected {
  const { findings } = installCollector();
  return {
    hasErrors: () => errorsAmong(findings).length > 0,
    hasAny: () => findings.length > 0,
    text: () => [formatText(findings), summarize(findings)].filter((text) => text !== '').join('\n'),
    findings,
  };
}

/** Whether an error says nothing that the findings do not say already. */
export function isReported(error: unknown): boolean {
  return error instanceof ConfigurationError;
}

/** Whether an error is the user's, so that a stack trace says nothing. */
export function isUserError(error: unknown): boolean {
  // cdk8s throws the messages of `node.addValidation` in an ordinary Error.
  const fromValidation = error instanceof Error && error.message.startsWith('Validation failed with the following');
  return error instanceof UserError || fromValidation;
}
