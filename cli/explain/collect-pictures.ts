/* Loaded into the processes of an app before anything else: what its charts find is gathered, and its adapters are drawn. */
import { installCollector } from '../../lib/findings';
import { picturesLater } from '../../lib/picture';
import { writeAtExit } from '../app/write-at-exit';
import type { Drawn } from './draw-app';

writeAtExit(() => {
  const { findings } = installCollector();
  const draw = picturesLater();
  return (): Drawn | undefined => {
    const pictures = (process.exitCode ?? 0) === 0 ? draw() : [];
    return pictures.length > 0 || findings.length > 0 ? { findings, pictures } : undefined;
  };
});
