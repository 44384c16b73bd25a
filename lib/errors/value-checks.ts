import type { PropProblem } from './props-error';
import { unknownFields } from './unknown-fields';

/**
 * What is wrong with the value of one field: a list with the problem, or an empty one. A synth does not wait for the
 * compiler, so values of any type come here; one that is not given passes.
 */
export type ValueCheck = (field: string, value: unknown) => PropProblem[];

/** A check by a predicate. */
export function check(passes: (value: never) => boolean, expected: string): ValueCheck {
  return (field, value) => (value === undefined || passes(value as never) ? [] : [{ field, value, expected }]);
}

/** A field that must be given. */
export function required(checkOne: ValueCheck, expected: string): ValueCheck {
  return (field, value) => (value === undefined ? [{ field, value, expected }] : checkOne(field, value));
}

/** A check of a text by a pattern. */
export function checkText(pattern: RegExp, expected: string, longest = Infinity): ValueCheck {
  return check(
    (value: unknown) => typeof value === 'string' && value.length <= longest && pattern.test(value),
    expected,
  );
}

/** A switch. */
export const checkSwitch = check((value: unknown) => typeof value === 'boolean', 'true or false');

/** Each element of a list. */
export function checkEach(checkOne: ValueCheck): ValueCheck {
  return (field, value) => {
    if (value === undefined) return [];
    if (!Array.isArray(value)) return [{ field, value, expected: 'a list, in square brackets' }];
    return value.flatMap((element: unknown, index) =>
      element === undefined
        ? [{ field: `${field}[${index}]`, value: element, expected: 'no gap in the list' }]
        : checkOne(`${field}[${index}]`, element),
    );
  };
}

/** The fields of an object, and that it has no others. */
export function checkFields(checks: Readonly<Record<string, ValueCheck>>): ValueCheck {
  return (field, value) => {
    if (value === undefined) return [];
    if (!isObject(value)) return [{ field, value, expected: `an object with ${Object.keys(checks).join(', ')}` }];
    const known = Object.entries(checks).flatMap(([name, checkOne]) => checkOne(`${field}.${name}`, value[name]));
    return [...known, ...unknownFields(value, Object.keys(checks), `${field}.`)];
  };
}

/** Whether a value is an object with fields, and no list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
