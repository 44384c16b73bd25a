import { isObject, type PropProblem, type ValueCheck } from '../../errors';
import { checkAnnotations, checkLabels } from '../../objects';

/** Labels of every object, which the chart does not set itself. */
export const checkCommonLabels = except(
  checkLabels,
  /^(app\.kubernetes\.io|pod-security\.kubernetes\.io)\//,
  'not to be set: the chart sets it',
);

/** Annotations of every object, which no controller takes for an order. */
export const checkCommonAnnotations = except(
  checkAnnotations,
  /^(haproxy\.org|haproxy-ingress\.github\.io|ingress\.kubernetes\.io)\//,
  'in ingress.annotations, and not on every object',
);

function except(checkAll: ValueCheck, refused: RegExp, expected: string): ValueCheck {
  return (field, entries) => [
    ...checkAll(field, entries),
    ...Object.entries(isObject(entries) ? entries : {}).flatMap(([name, value]): PropProblem[] =>
      refused.test(name) ? [{ field: `${field}['${name}']`, value, expected }] : [],
    ),
  ];
}
