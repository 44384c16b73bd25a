import { check, checkText } from '../errors';

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
