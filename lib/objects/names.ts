import { check, checkText, isObject, type PropProblem, type ValueCheck } from '../errors';

/** The id of a chart, from which every object of an adapter has its name; a Service may not begin with a digit. */
export const checkLabel = checkText(
  /^[a-z]([-a-z0-9]*[a-z0-9])?$/,
  'at most 63 lower-case letters, digits and dashes, a letter first and no dash last',
  63,
);

/** The name of a Namespace that exists. */
export const checkNamespace = checkText(
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
  'the name of a Namespace: at most 63 lower-case letters, digits and dashes, no dash first or last',
  63,
);

/** The name of a Namespace that a chart makes: none of those that every cluster has. */
export const checkOwnNamespace = check(
  (name: string) => name !== 'default' && !name.startsWith('kube-'),
  'a name that no Namespace of Kubernetes itself has, or namespace with the name of one that exists',
);

/** The name of any other object. */
export const checkObjectName = checkText(
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/,
  'the name of an object: at most 253 lower-case letters, digits, dashes and dots',
  253,
);

const QUALIFIED_NAME =
  /^([a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;

const checkLabelValue = checkText(
  LABEL_VALUE,
  'a value of a label: at most 63 letters, digits, dashes, dots and underscores, a letter or digit first and last',
);

/** Labels by their names. */
export const checkLabels: ValueCheck = (field, labels) => checkEntries(field, labels, checkLabelValue);

/** Annotations by their names. */
export const checkAnnotations: ValueCheck = (field, annotations) =>
  checkEntries(field, annotations, checkText(/^/, 'text'));

function checkEntries(field: string, entries: unknown, checkValue: ValueCheck): PropProblem[] {
  if (entries === undefined) return [];
  if (!isObject(entries)) return [{ field, value: entries, expected: 'an object with the values by name' }];
  return Object.entries(entries).flatMap(([name, value]): PropProblem[] => {
    const at = `${field}['${name}']`;
    if (!QUALIFIED_NAME.test(name) || name.length > 317) {
      const expected = "a name such as 'cost-centre' or 'example.com/owner'";
      return [{ field: at, value: name, expected }];
    }
    return value === undefined ? [] : checkValue(at, value);
  });
}
