/* The part of the runner that is bundled with main.ts: its findings are collected, instead of thrown one by one. */
import { errorsAmong, formatText, installCollector, summarize } from '../../lib/findings';

/** What was found while main.ts ran. */
export type Collected = ReturnType<typeof collect>;

/** Collects the findings of this process from now on. */
export function collect() {
  const { findings } = installCollector();
  const hasErrors = (): boolean => errorsAmong(findings).length > 0;
  const text = (): string => `${formatText(findings)}\n${summarize(findings)}\n`;
  return { findings, hasErrors, text };
}
