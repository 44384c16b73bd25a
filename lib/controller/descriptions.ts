import type { ControllerDescription } from './controller-description';
import { HaproxyController } from './haproxy-controller';
import { HAPROXYTECH } from './haproxytech';
import { JCMORAISJR } from './jcmoraisjr';

const DESCRIPTIONS: Readonly<Record<HaproxyController, ControllerDescription>> = {
  [HaproxyController.HAPROXYTECH]: HAPROXYTECH,
  [HaproxyController.JCMORAISJR]: JCMORAISJR,
};

/** What is particular to the controller: haproxytech where none is named. */
export function describeController(
  controller: HaproxyController = HaproxyController.HAPROXYTECH,
): ControllerDescription {
  return DESCRIPTIONS[controller];
}
