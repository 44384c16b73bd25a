import { Size, SizeRoundingBehavior } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import {
  check,
  checkEach,
  checkFields,
  checkSwitch,
  checkText,
  isObject,
  type PropProblem,
  required,
  type ValueCheck,
} from '../../errors';
import { checkObjectName } from '../../objects';
import { checkPathInContainer } from './check-further-files';
import type { InterlokProps } from './interlok-props';
import { checkPlaces, collide } from './places';
import { mostReplicas } from './replicas';
import { Rollout } from './rollout';
import type { InterlokStorage } from './storage';
import { type StorageVolume, storageVolumes } from './storage-volumes';
import { workloadKind } from './workload-kind';

/** With `storage-` before it, a name of a volume, which may have 63 characters. */
const LONGEST_NAME = 55;
/** A label of the pods is the name of their StatefulSet, a dash and a hash of ten characters. */
const LONGEST_STATEFUL_SET = 52;

/** Directories of the image: what is mounted over one hides what the process starts with. */
const OF_THE_IMAGE: readonly string[] = [
  ...['/bin', '/etc', '/home', '/lib', '/lib64', '/opt/java', '/opt/java/openjdk', '/sbin', '/usr', '/usr/bin'],
  ...['/usr/lib', '/usr/share', '/var', '/opt/interlok/lib', '/opt/interlok/bin', '/opt/interlok/webapps'],
];

const checkPlace: ValueCheck = (field, path) => {
  const problems = checkPathInContainer(field, path, '/var/lib/orders');
  if (problems.length > 0 || !OF_THE_IMAGE.includes(path as string)) return problems;
  return [
    { field, value: path, expected: 'a directory of its own: the files of the image in this one would be hidden' },
  ];
};

const checkSize: ValueCheck = (field, size) => {
  if (size === undefined) return [];
  if (!(size instanceof Size)) return [{ field, value: size, expected: 'a Size, for example Size.gibibytes(10)' }];
  const mebibytes = size.toMebibytes({ rounding: SizeRoundingBehavior.NONE });
  if (Number.isSafeInteger(mebibytes) && mebibytes >= 1) return [];
  return [{ field, value: `${mebibytes}Mi`, expected: 'whole MiB, at least Size.mebibytes(1)' }];
};

const MODES = Object.values(PersistentVolumeAccessMode);

const fields: Readonly<Record<keyof InterlokStorage, ValueCheck>> = {
  path: required(checkPlace, "an absolute path, for example '/var/lib/orders'"),
  size: checkSize,
  name: checkText(
    /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/,
    `at most ${LONGEST_NAME} lower-case letters, digits and dashes, no dash first or last`,
    LONGEST_NAME,
  ),
  storageClassName: checkObjectName,
  accessMode: check(
    (mode: PersistentVolumeAccessMode) => MODES.includes(mode),
    `a PersistentVolumeAccessMode of cdk8s-plus: ${MODES.join(', ')}`,
  ),
  existingClaim: checkObjectName,
  perPod: checkSwitch,
};

const checkOne: ValueCheck = (field, storage) => {
  const problems = checkFields(fields)(field, storage);
  if (!isObject(storage)) return problems;
  const more = checkClaim(field, storage as unknown as InterlokStorage);
  return [...problems, ...more.filter((each) => !problems.some((problem) => problem.field === each.field))];
};

function checkClaim(field: string, storage: InterlokStorage): PropProblem[] {
  const { size, storageClassName, existingClaim, accessMode, perPod } = storage;
  const problem = (name: keyof InterlokStorage, expected: string): PropProblem => {
    return { field: `${field}.${name}`, value: storage[name], expected };
  };
  if (existingClaim !== undefined)
    return [
      ...(size === undefined ? [] : [problem('size', 'no size beside existingClaim, which has one already')]),
      ...(storageClassName === undefined
        ? []
        : [problem('storageClassName', 'no storageClassName beside existingClaim, which has one already')]),
      ...(perPod === true ? [problem('existingClaim', 'no existingClaim beside perPod: each pod gets its own')] : []),
    ];
  return [
    ...(size === undefined
      ? [problem('size', 'how much it holds, for example Size.gibibytes(10), or existingClaim')]
      : []),
    ...(accessMode === PersistentVolumeAccessMode.READ_ONLY_MANY
      ? [problem('accessMode', 'another one, or existingClaim: nobody could write to a new claim')]
      : []),
  ];
}

/** Directories that outlive the pods: each with a place and a name of its own. */
export const checkStorage: ValueCheck = (field, storage) => {
  const problems = checkEach(checkOne)(field, storage);
  if (problems.length > 0 || storage === undefined) return problems;
  const all = storage as readonly InterlokStorage[];
  const places = checkPlaces(field, all);
  return places.length > 0 ? places : checkNames(field, storageVolumes({ storage: all }));
};

function checkNames(field: string, volumes: readonly StorageVolume[]): PropProblem[] {
  return volumes.flatMap(({ name, path }, index): PropProblem[] => {
    const at = `${field}[${index}].name`;
    if (name === '' || name.length > LONGEST_NAME) {
      const expected = `a name of at most ${LONGEST_NAME} characters: '${path}' makes none that fits`;
      return [{ field: at, value: undefined, expected }];
    }
    const other = volumes.slice(0, index).find((earlier) => earlier.name === name);
    if (other === undefined) return [];
    return [{ field: at, value: name, expected: `another name than that of '${other.path}'` }];
  });
}

/** What contradicts storage among the other props; each of them must be well-formed in itself. */
export function storageContradictions(name: string, props: InterlokProps): PropProblem[] {
  const volumes = storageVolumes(props);
  return [
    ...ofReplicas(volumes, props),
    ...ofFiles(volumes, props),
    ...ofRollout(volumes, props),
    ...ofName(name, props),
  ];
}

function ofReplicas(volumes: readonly StorageVolume[], props: InterlokProps): PropProblem[] {
  const most = mostReplicas(props);
  if (most < 2) return [];
  const one = props.autoscaling === undefined ? 'replicas: 1' : 'replicas: 1 in place of autoscaling';
  return volumes.flatMap(({ accessMode, ofOnePod }, index): PropProblem[] => {
    if (!ofOnePod) return [];
    const expected = `${one}, for there may be ${most} pods and this directory is for one; or perPod: true for a directory of each pod; or PersistentVolumeAccessMode.READ_WRITE_MANY, where the storage class has it`;
    return [{ field: `storage[${index}].accessMode`, value: accessMode, expected }];
  });
}

function ofFiles(volumes: readonly StorageVolume[], { files = [] }: InterlokProps): PropProblem[] {
  return files.flatMap(({ path }, index): PropProblem[] => {
    const other = volumes.find((volume) => collide(volume.path, path));
    if (other === undefined) return [];
    return [{ field: `files[${index}].path`, value: path, expected: `another place than storage at '${other.path}'` }];
  });
}

function ofRollout(volumes: readonly StorageVolume[], props: InterlokProps): PropProblem[] {
  const { rollout } = props;
  if (rollout === undefined) return [];
  if (workloadKind(props) === 'StatefulSet') {
    const expected = 'no rollout beside perPod: a StatefulSet ends each pod before it starts its successor';
    return [{ field: 'rollout', value: rollout, expected }];
  }
  const deadlocked = volumes.some(
    ({ accessMode }) => accessMode === PersistentVolumeAccessMode.READ_WRITE_ONCE_POD && rollout === Rollout.ROLLING,
  );
  if (!deadlocked) return [];
  const expected = `Rollout.RECREATE beside storage that is ReadWriteOncePod: the new pod would wait for the old one for ever`;
  return [{ field: 'rollout', value: rollout, expected }];
}

function ofName(name: string, props: InterlokProps): PropProblem[] {
  if (workloadKind(props) === 'Deployment' || name.length <= LONGEST_STATEFUL_SET) return [];
  const expected = `at most ${LONGEST_STATEFUL_SET} characters beside perPod: the StatefulSet puts its name into labels, with a hash`;
  return [{ field: props.name === undefined ? 'id' : 'name', value: name, expected }];
}
