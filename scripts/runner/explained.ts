/* Bundled with main.ts in place of findings.ts: what adapters make is explained afterwards, too. */
import { explainLater } from '../../lib';
import { collect as collectFindings } from './findings';

/** Collects what is found and what is made from now on. */
export function collect() {
  return { ...collectFindings(), explained: explainLater() };
}
