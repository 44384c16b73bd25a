import { check, checkFields, checkSwitch, isObject, type PropProblem, required, type ValueCheck } from '../../errors';
import { checkLabel, ImageReference } from '../../objects';
import type { InterlokInitContainer, InterlokSidecar } from './further-containers';

/** Interlok's own container. */
export const MAIN_CONTAINER = 'interlok';

const IMAGE = "an image with a tag or a digest, for example 'registry.example.com/proxy:2.1'";

/** What cdk8s-plus checks itself. */
const leftToPlus: ValueCheck = () => [];

const initFields: Readonly<Record<keyof InterlokInitContainer, ValueCheck>> = {
  name: required(checkLabel, 'a name'),
  image: required(
    check((image: unknown) => typeof image === 'string' && ImageReference.parse(image) !== undefined, IMAGE),
    IMAGE,
  ),
  connects: checkSwitch,
  args: leftToPlus,
  command: leftToPlus,
  envFrom: leftToPlus,
  envVariables: leftToPlus,
  imagePullPolicy: leftToPlus,
  lifecycle: leftToPlus,
  resources: leftToPlus,
  securityContext: leftToPlus,
  volumeMounts: leftToPlus,
  workingDir: leftToPlus,
};

const sidecarFields: Readonly<Record<keyof InterlokSidecar, ValueCheck>> = {
  ...initFields,
  startsFirst: checkSwitch,
  port: leftToPlus,
  portNumber: leftToPlus,
  ports: leftToPlus,
  startup: leftToPlus,
  readiness: leftToPlus,
  liveness: leftToPlus,
};

/** The containers beside Interlok: each a possible one, and no two of one name. */
export function checkContainers(props: {
  readonly sidecars?: unknown;
  readonly initContainers?: unknown;
}): PropProblem[] {
  const names = new Set([MAIN_CONTAINER]);
  return (['sidecars', 'initContainers'] as const).flatMap((field) => {
    const list = props[field];
    if (list === undefined) return [];
    if (!Array.isArray(list)) return [{ field, value: list, expected: 'a list, in square brackets' }];
    const checkOne = checkFields(field === 'sidecars' ? sidecarFields : initFields);
    return list.flatMap((container: unknown, index): PropProblem[] => {
      const at = `${field}[${index}]`;
      if (!isObject(container)) return [{ field: at, value: container, expected: 'an object with name and image' }];
      const { name } = container;
      const taken = typeof name === 'string' && names.has(name);
      if (typeof name === 'string') names.add(name);
      const expected = 'a name that no other container of the pod has';
      return [...checkOne(at, container), ...(taken ? [{ field: `${at}.name`, value: name, expected }] : [])];
    });
  });
}
