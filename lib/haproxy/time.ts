import type { Duration } from 'cdk8s';

/** A time as HAProxy and both controllers read it: whole seconds where possible, else milliseconds. */
export function haproxyTime(duration: Duration): string {
  const millis = duration.toMilliseconds();
  return millis % 1000 === 0 ? `${millis / 1000}s` : `${millis}ms`;
}
