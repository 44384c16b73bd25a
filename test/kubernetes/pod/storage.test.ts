import { Size } from 'cdk8s';
import { PersistentVolumeAccessMode } from 'cdk8s-plus-27';
import type { InterlokChart } from '../../../lib';
import { type InterlokChartProps, Rollout, UserError } from '../../../lib';
import { hasKind, helloWorldChart, objectOf, objectsOf } from '../../support/charts';
import { directoryOf } from '../../support/config';
import { at, jsonAt, listAt } from '../../support/json';
import { expectStrictlyValid } from '../../support/strict-schema';

const DISK = { path: '/var/lib/orders', size: Size.gibibytes(10) };
const PER_POD = { storage: [{ ...DISK, perPod: true }] };

/** An adapter that takes its messages from files. */
const CONSUMING = directoryOf({
  'adapter.xml': [
    '<adapter><unique-id>files</unique-id><channel-list><channel><unique-id>c</unique-id><workflow-list>',
    '<standard-workflow><unique-id>w</unique-id><consumer class="fs-consumer">',
    '<base-directory-url>file:///var/lib/orders</base-directory-url></consumer>',
    '</standard-workflow></workflow-list></channel></channel-list></adapter>',
  ].join('\n'),
});
const QUIET = { silence: ['no-http-consumers', 'file-consumer'] };

const strategyOf = (props: Partial<InterlokChartProps>): unknown =>
  at(objectOf(helloWorldChart(props), 'Deployment'), 'spec.strategy');

describe('storage', () => {
  test('given a directory, then there is a claim that stays, and a pod that may write there', () => {
    const chart = helloWorldChart({ replicas: 1, storage: [{ ...DISK, storageClassName: 'fast' }] });

    expect(objectOf(chart, 'PersistentVolumeClaim')).toMatchObject({
      metadata: {
        name: 'hello-world-var-lib-orders',
        annotations: {
          'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false',
          'kustomize.toolkit.fluxcd.io/prune': 'disabled',
        },
      },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '10Gi' } },
        storageClassName: 'fast',
      },
    });
    const pod = jsonAt(objectOf(chart, 'Deployment'), 'spec.template.spec');
    expect(listAt(pod, 'volumes')).toContainEqual({
      name: 'storage-var-lib-orders',
      persistentVolumeClaim: { claimName: 'hello-world-var-lib-orders' },
    });
    expect(listAt(listAt(pod, 'containers')[0], 'volumeMounts')).toContainEqual({
      name: 'storage-var-lib-orders',
      mountPath: '/var/lib/orders',
    });
    expect(pod).toMatchObject({ securityContext: { fsGroup: 10001 } });
    expect(listAt(pod, 'containers')[0]).toMatchObject({ securityContext: { readOnlyRootFilesystem: true } });
    expectStrictlyValid(objectsOf(chart));
  });

  test('given a claim that exists, then it is mounted, and none is made', () => {
    const storage = [
      { path: '/reference', existingClaim: 'reference', accessMode: PersistentVolumeAccessMode.READ_ONLY_MANY },
    ];
    const chart = helloWorldChart({ storage });

    expect(hasKind(chart, 'PersistentVolumeClaim')).toBe(false);
    expect(listAt(objectOf(chart, 'Deployment'), 'spec.template.spec.volumes')).toContainEqual({
      name: 'storage-reference',
      persistentVolumeClaim: { claimName: 'reference', readOnly: true },
    });
  });

  test('given a size that is no whole GiB, then the claim says it in the unit that the server keeps', () => {
    const chart = helloWorldChart({ replicas: 1, storage: [{ path: '/data', size: Size.mebibytes(500) }] });

    expect(at(objectOf(chart, 'PersistentVolumeClaim'), 'spec.resources.requests')).toEqual({ storage: '500Mi' });
  });

  test.each<[string, Partial<InterlokChartProps>, string]>([
    ['nothing of the kind', {}, 'RollingUpdate'],
    ['storage for one pod', { replicas: 1, storage: [DISK] }, 'Recreate'],
    [
      'storage for one pod, in a cluster of one node',
      { replicas: 1, storage: [DISK], rollout: Rollout.ROLLING },
      'RollingUpdate',
    ],
    [
      'storage for many',
      { storage: [{ ...DISK, accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY }] },
      'RollingUpdate',
    ],
    ['one replica that consumes files', { config: CONSUMING, replicas: 1, ...QUIET }, 'Recreate'],
    ['the wish for it', { rollout: Rollout.RECREATE }, 'Recreate'],
  ])('given %s, then pods are replaced as it needs', (_, props, type) => {
    expect(strategyOf(props)).toEqual(
      type === 'Recreate' ? { type } : { type, rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
    );
  });

  test('given a consumer of files in a channel that does not start, then pods overlap as ever', () => {
    const stopped = directoryOf({
      'adapter.xml': [
        '<adapter><unique-id>files</unique-id><channel-list><channel><unique-id>c</unique-id>',
        '<auto-start>false</auto-start><workflow-list><standard-workflow><unique-id>w</unique-id>',
        '<consumer class="fs-consumer"><base-directory-url>file:///in</base-directory-url></consumer>',
        '</standard-workflow></workflow-list></channel></channel-list></adapter>',
      ].join('\n'),
    });

    expect(strategyOf({ config: stopped, replicas: 1, ...QUIET })).toMatchObject({ type: 'RollingUpdate' });
  });
});

describe('storage of each pod', () => {
  test('given it, then a StatefulSet makes a claim for each pod, whose pods are those of a Deployment', () => {
    const chart = helloWorldChart(PER_POD);
    const set = objectOf(chart, 'StatefulSet');

    expect(set['spec']).toMatchObject({
      replicas: 2,
      serviceName: 'hello-world-pods',
      podManagementPolicy: 'Parallel',
      minReadySeconds: 5,
      volumeClaimTemplates: [
        {
          metadata: { name: 'storage-var-lib-orders' },
          spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } } },
        },
      ],
    });
    expect(hasKind(chart, 'PersistentVolumeClaim')).toBe(false);
    expect(objectsOf(chart)).toContainEqual(
      expect.objectContaining({
        kind: 'Service',
        metadata: expect.objectContaining({ name: 'hello-world-pods' }) as unknown,
        spec: {
          clusterIP: 'None',
          selector: at(set, 'spec.selector.matchLabels'),
          type: 'ClusterIP',
        },
      }),
    );
    const deployment = objectOf(helloWorldChart(), 'Deployment');
    expect(at(set, 'spec.selector')).toEqual(at(deployment, 'spec.selector'));
    const withoutMounts = (workload: typeof set): object => {
      const pod = jsonAt(workload, 'spec.template.spec');
      return { ...pod, containers: listAt(pod, 'containers').map((each) => ({ ...each, volumeMounts: [] })) };
    };
    expect(withoutMounts(set)).toEqual(withoutMounts(deployment));
    expect(listAt(listAt(set, 'spec.template.spec.containers')[0], 'volumeMounts')).toContainEqual({
      name: 'storage-var-lib-orders',
      mountPath: '/var/lib/orders',
    });
    expectStrictlyValid(objectsOf(chart));
  });

  test('given labels that change with a release, then nothing of the claims does, for they may not', () => {
    const [claim] = listAt(objectOf(helloWorldChart(PER_POD), 'StatefulSet'), 'spec.volumeClaimTemplates');

    expect(Object.keys(jsonAt(claim, 'metadata.labels'))).toEqual([
      'app.kubernetes.io/instance',
      'app.kubernetes.io/name',
    ]);
  });

  test.each<[string, InterlokChartProps['autoscaling'], string]>([
    ['CPU', { maxReplicas: 4, external: true }, ''],
    ['load', { maxReplicas: 4, load: { prometheus: 'http://prometheus:9090' } }, 'ScaledObject'],
  ])('given autoscaling by %s, then it is the StatefulSet that is scaled', (_, autoscaling, kind) => {
    const chart = helloWorldChart({ ...PER_POD, autoscaling });

    expect(at(objectOf(chart, 'StatefulSet'), 'spec')).not.toHaveProperty('replicas');
    if (kind !== '')
      expect(at(objectOf(chart, kind), 'spec.scaleTargetRef')).toEqual({ kind: 'StatefulSet', name: 'hello-world' });
  });

  test('given metrics, then they are those of the StatefulSet and its pods', () => {
    const rule = JSON.stringify(
      objectOf(helloWorldChart({ ...PER_POD, metrics: { adapter: false } }), 'PrometheusRule'),
    );

    expect(rule).toContain('kube_statefulset_status_replicas_ready');
    expect(rule).toContain('hello-world-[0-9]+');
    expect(rule).not.toContain('kube_deployment');
  });

  test('given the construct, then a Deployment that is asked for is refused with the place of the StatefulSet', () => {
    const chart: InterlokChart = helloWorldChart(PER_POD);

    expect(() => chart.deployment).toThrow(UserError);
    expect(() => chart.deployment).toThrow('StatefulSet, which is in workload');
    chart.workload.addContainer({ name: 'sidecar', image: 'busybox:1.36' });
    expect(listAt(objectOf(chart, 'StatefulSet'), 'spec.template.spec.containers')[1]).toMatchObject({
      securityContext: { capabilities: { drop: ['ALL'] } },
    });
  });
});
