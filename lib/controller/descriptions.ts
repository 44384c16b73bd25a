import type { ControllerDescription } from './controller-description';
import { HaproxyController } from './haproxy-controller';
import { HAPROXYTECH } from './haproxytech/description';
import { JCMORAISJR } from './jcmoraisjr/description';

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
