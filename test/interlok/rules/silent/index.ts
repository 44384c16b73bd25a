import { silentComponents } from './components';
import { silentLoads } from './loads';
import { silentPods } from './pods';
import { silentReading } from './reading';
import type { SilentCases } from './silent';

/** Of every rule about a configuration, when it has nothing to say; docs/rules.md shows the reasons. */
export const silentCases: SilentCases = { ...silentReading, ...silentLoads, ...silentPods, ...silentComponents };
