/* Loaded into the processes of an app before anything else: what its charts find is gathered, instead of thrown one by one. */
import { installCollector } from '../../lib/findings';
import { writeAtExit } from '../app/write-at-exit';

writeAtExit(() => {
  const { findings } = installCollector();
  return () => (findings.length > 0 ? findings : undefined);
});
