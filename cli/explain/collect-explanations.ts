/* Loaded into the processes of an app before anything else: what its charts find and make is gathered. */
import { installCollector } from '../../lib/findings';
import { explainLater } from '../../lib/origins';
import { writeAtExit } from '../app/write-at-exit';
import type { Explained } from './app';

writeAtExit(() => {
  const { findings } = installCollector();
  const explained = explainLater();
  return (): Explained | undefined => {
    // A process that failed has said so, and may have half of an app.
    const explanations = (process.exitCode ?? 0) === 0 ? explained() : [];
    return explanations.length > 0 || findings.length > 0 ? { findings, explanations } : undefined;
  };
});
