import { isIP } from 'node:net';
import type { Duration } from 'cdk8s';
import type { PropProblem } from '../errors';

export { checkObjectName } from '../objects';

/** What is wrong with one field: a list with the problem, or an empty one. Values not given pass every check. */
export type Check<T> = (field: string, value: T | undefined) => PropProblem[];

function check<T>(isRight: (value: T) => boolean, expected: string, display?: (value: T) => unknown): Check<T> {
  return (field, value) =>
    value === undefined || isRight(value)
      ? []
      : [{ field, value: display === undefined ? value : display(value), expected }];
}

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const isLabel = (text: string): boolean => text.length <= 63 && LABEL.test(text);

/** The name of a Namespace or Service. */
export const checkLabel: Check<string> = check(
  isLabel,
  'at most 63 lower-case letters, digits and dashes, no dash first or last',
);

export const checkPort: Check<number> = check(
  (port) => Number.isInteger(port) && port >= 1 && port <= 65535,
  'a port, a whole number from 1 to 65535',
);

/** A whole number that is not smaller than `least`. */
export function checkWholeNumber(least: number): Check<number> {
  return check((number) => Number.isSafeInteger(number) && number >= least, `a whole number of at least ${least}`);
}

const milliseconds = (duration: Duration): string => `${duration.toMilliseconds()} ms`;

export const checkDuration: Check<Duration> = check(
  (duration) => duration.toMilliseconds() > 0,
  'more than nothing, for example Duration.seconds(5)',
  milliseconds,
);

export const checkWholeSeconds: Check<Duration> = check(
  (duration) => duration.toMilliseconds() >= 1000 && duration.toMilliseconds() % 1000 === 0,
  'whole seconds, at least Duration.seconds(1)',
  milliseconds,
);

/** A network in CIDR notation. */
export const checkCidr: Check<string> = check((text) => {
  const [address = '', length = '', ...rest] = text.split('/');
  const version = isIP(address);
  const bits = version === 4 ? 32 : 128;
  return version !== 0 && rest.length === 0 && /^\d{1,3}$/.test(length) && Number(length) <= bits;
}, "a network in CIDR notation, for example '10.0.0.0/8'");

/** Checks each element of a list, which must have one: for a policy no element means no limit. */
export function checkEach<T>(checkOne: Check<T>): Check<readonly T[]> {
  return (field, list) => {
    if (list?.length === 0) return [{ field, value: '[]', expected: 'at least one element, or no list at all' }];
    return (list ?? []).flatMap((element, index) => checkOne(`${field}[${index}]`, element));
  };
}
