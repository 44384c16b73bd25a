/* Loaded into the processes of an app before anything else: what its charts find is gathered, and its adapters are drawn. */
import { picturesLater } from '../../lib/picture';
import { gatherAtExit } from './gather-at-exit';

gatherAtExit('pictures', picturesLater);
