import { installCollector } from '../../lib/findings';
import { writeAtExit } from '../app/write-at-exit';

/**
 * Gathers what the charts of this process find and what is made of them, for the command that runs the app.
 *
 * @param name what is made, in what the command reads
 * @param later begins to gather; what it returns is called when the process ends
 */
export function gatherAtExit(name: 'explanations' | 'pictures', later: () => () => readonly unknown[]): void {
  writeAtExit(() => {
    const { findings } = installCollector();
    const make = later();
    return () => {
      // A process that failed has said so, and may have half of an app.
      const made = (process.exitCode ?? 0) === 0 ? make() : [];
      return made.length > 0 || findings.length > 0 ? { findings, [name]: made } : undefined;
    };
  });
}
