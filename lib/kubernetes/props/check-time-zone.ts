import { type ValueCheck } from '../../errors';

/**
 * A time zone as the IANA database names it. Java takes a name that it does not know for GMT, without a word; and the
 * short names, of which it and others think differently (`BST` is Bangladesh to Java), are refused.
 */
export const checkTimeZone: ValueCheck = (field, zone) => {
  if (zone === undefined) return [];
  const expected = "a time zone of the IANA database, for example 'Europe/London', or 'UTC'";
  const named = typeof zone === 'string' && (zone === 'UTC' || /^[A-Z]\w+\/[\w+-]+(\/\w+)?$/.test(zone));
  return named && isKnown(zone) ? [] : [{ field, value: zone, expected }];
};

function isKnown(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    return false;
  }
}
