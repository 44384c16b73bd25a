import type { Duration } from 'cdk8s';

/** A time as HAProxy and both controllers read it, in the largest unit that leaves no rest: `1h`, `10m`, `5s`, `500ms`. */
export function haproxyTime(duration: Duration): string {
  const millis = duration.toMilliseconds();
  const [unit, size] = UNITS.find(([, millisPerUnit]) => millis % millisPerUnit === 0) ?? ['ms', 1];
  return `${millis / size}${unit}`;
}

const UNITS: readonly (readonly [string, number])[] = [
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1000],
];
