import type { ControllerTimeouts } from './controller-options';
import { haproxyTime } from './haproxy-time';

/** The ConfigMap key of each timeout, as one controller calls it. */
export type TimeoutKeys = Readonly<Record<keyof ControllerTimeouts, string>>;

/** The entries of a ConfigMap for the timeouts that are given. */
export function timeoutData(keys: TimeoutKeys, timeouts: ControllerTimeouts): Record<string, string> {
  const fields = Object.entries(keys) as [keyof ControllerTimeouts, string][];
  return Object.fromEntries(
    fields.flatMap(([field, key]) => {
      const duration = timeouts[field];
      return duration === undefined ? [] : [[key, haproxyTime(duration)]];
    }),
  );
}

/** The same keys, each with the prop that writes it. */
export function timeoutOwners(keys: TimeoutKeys): Record<string, string> {
  return Object.fromEntries(Object.entries(keys).map(([field, key]) => [key, `timeouts.${field}`]));
}
