import type { ComponentClass } from '../catalogue';
import type { Reading } from '../reading';
import type { XmlElement } from '../xml';

/** Every element that Interlok starts whose class fulfils a condition, in document order. */
export function startedOf(reading: Reading, condition: (known: ComponentClass) => boolean): XmlElement[] {
  return (reading.document?.descendants() ?? []).filter((element) => {
    const known = reading.components.classOf(element);
    return known !== undefined && condition(known) && isStarted(reading, element);
  });
}

const stoppedChannels = new WeakMap<Reading, ReadonlySet<XmlElement>>();

/** Whether Interlok starts the part of the adapter that an element is in: no channel around it has `auto-start` false. */
export function isStarted(reading: Reading, element: XmlElement): boolean {
  let stopped = stoppedChannels.get(reading);
  if (stopped === undefined) {
    stopped = new Set(reading.channels.filter(({ autoStart }) => !autoStart).map((channel) => channel.element));
    stoppedChannels.set(reading, stopped);
  }
  if (stopped.size === 0) return true;
  for (const around of element.ancestors()) if (stopped.has(around)) return false;
  return true;
}

/** Whether it works only when it is told to from outside, in one pod: in a channel that a trigger starts, the trigger itself left out. */
export function isTriggered({ components }: Reading, element: XmlElement): boolean {
  for (const around of element.ancestors()) {
    if (components.typeOf(around) === 'trigger') return false;
    if (components.typeOf(around) === 'triggered-channel') return true;
  }
  return false;
}

/** The text of a child, trimmed; empty where there is none. */
export function trimmedChild(element: XmlElement, name: string): string {
  return element.childText(name)?.trim() ?? '';
}
