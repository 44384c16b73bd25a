import { Size } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import { PropsError, Rollout } from '../../../lib';
import { helloWorldChart } from '../../support/charts';

const DISK = { path: '/data', size: Size.gibibytes(1) };
const PER_POD = { ...DISK, perPod: true };

/** What an error says, by field. */
function refused(props: object, id = 'hello-world'): Record<string, string> {
  try {
    helloWorldChart(props, id);
    return {};
  } catch (error) {
    if (error instanceof PropsError)
      return Object.fromEntries(error.problems.map(({ field, expected }) => [field, expected]));
    throw error;
  }
}

describe('storage', () => {
  test.each<[string, object, string]>([
    ['no size', { path: '/data' }, 'storage[0].size'],
    ['a size in words', { ...DISK, size: '1Gi' }, 'storage[0].size'],
    ['half a MiB', { ...DISK, size: Size.kibibytes(512) }, 'storage[0].size'],
    ['a relative path', { ...DISK, path: 'data' }, 'storage[0].path'],
    ['the root', { ...DISK, path: '/' }, 'storage[0].path'],
    ['the configuration', { ...DISK, path: '/opt/interlok/config' }, 'storage[0].path'],
    ['what the configuration is in', { ...DISK, path: '/opt/interlok' }, 'storage[0].path'],
    ['the jars of the image', { ...DISK, path: '/opt/interlok/lib' }, 'storage[0].path'],
    ['the logs', { ...DISK, path: '/opt/interlok/logs/old' }, 'storage[0].path'],
    ['a name that is none', { ...DISK, name: 'Orders' }, 'storage[0].name'],
    ['a path of which no name can be made', { ...DISK, path: '/ü' }, 'storage[0].name'],
    ['a path of which the name is too long', { ...DISK, path: `/${'x'.repeat(56)}` }, 'storage[0].name'],
    ['a class that is no name', { ...DISK, storageClassName: 'Fast SSD' }, 'storage[0].storageClassName'],
    ['a mode that there is not', { ...DISK, accessMode: 'ReadWrite' }, 'storage[0].accessMode'],
    [
      'a new claim that nobody can write to',
      { ...DISK, accessMode: PersistentVolumeAccessMode.READ_ONLY_MANY },
      'storage[0].accessMode',
    ],
    ['a size of what exists', { ...DISK, existingClaim: 'data' }, 'storage[0].size'],
    [
      'a class of what exists',
      { path: '/data', existingClaim: 'data', storageClassName: 'fast' },
      'storage[0].storageClassName',
    ],
    ['one claim for each pod', { path: '/data', existingClaim: 'data', perPod: true }, 'storage[0].existingClaim'],
    ['a misspelt field', { ...DISK, storageClass: 'fast' }, 'storage[0].storageClass'],
  ])('given %s, then the field is named', (_, storage, field) => {
    expect(Object.keys(refused({ replicas: 1, storage: [storage] }))).toEqual([field]);
  });

  test.each<[string, object, string]>([
    [
      'two directories in one place',
      { replicas: 1, storage: [DISK, { ...DISK, path: '/data/in' }] },
      'storage[1].path',
    ],
    [
      'two directories of one name',
      {
        replicas: 1,
        storage: [
          { ...DISK, path: '/a/b' },
          { ...DISK, path: '/a-b' },
        ],
      },
      'storage[1].name',
    ],
    [
      'a file inside of a directory',
      { replicas: 1, storage: [DISK], files: [{ path: '/data/x', from: 'config/adapter.xml' }] },
      'files[0].path',
    ],
    ['a wish for how a StatefulSet rolls', { storage: [PER_POD], rollout: Rollout.RECREATE }, 'rollout'],
    [
      'two pods that wait for one another',
      {
        replicas: 1,
        storage: [{ ...DISK, accessMode: PersistentVolumeAccessMode.READ_WRITE_ONCE_POD }],
        rollout: Rollout.ROLLING,
      },
      'rollout',
    ],
    ['a rollout that there is not', { rollout: 'blue-green' }, 'rollout'],
  ])('given %s, then the field is named', (_, props, field) => {
    expect(Object.keys(refused(props))).toEqual([field]);
  });

  test('given one directory and two pods, then the error says the ways out', () => {
    const { 'storage[0].accessMode': expected } = refused({ storage: [DISK] });

    expect(expected).toContain('replicas: 1');
    expect(expected).toContain('perPod: true');
    expect(expected).toContain('READ_WRITE_MANY');
    expect(refused({ storage: [DISK], autoscaling: { maxReplicas: 3, external: true } })).toHaveProperty([
      'storage[0].accessMode',
    ]);
  });

  test('given a claim that exists and two pods, then it has to be said that they may share it', () => {
    const storage = { path: '/data', existingClaim: 'data' };

    expect(Object.keys(refused({ storage: [storage] }))).toEqual(['storage[0].accessMode']);
    expect(refused({ storage: [{ ...storage, accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY }] })).toEqual({});
  });

  test('given a name that the labels of a StatefulSet have no room for, then it is named', () => {
    expect(refused({ storage: [PER_POD] }, 'x'.repeat(52))).toEqual({});
    expect(Object.keys(refused({ storage: [PER_POD] }, 'x'.repeat(53)))).toEqual(['id']);
  });

  test('given two problems in props that depend on one another, then both are said', () => {
    expect(Object.keys(refused({ replicas: 0, storage: [{ path: 'data' }] }))).toEqual([
      'replicas',
      'storage[0].path',
      'storage[0].size',
    ]);
  });
});
