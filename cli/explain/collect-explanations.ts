/* Loaded into the processes of an app before anything else: what its charts find and make is gathered. */
import { explainLater } from '../../lib/origins';
import { gatherAtExit } from './gather-at-exit';

gatherAtExit('explanations', explainLater);
