import { Duration, Size } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-27';
import { InterlokImage, Variable, VariableSource } from '../../../lib/index';
import { aDeployment, type DeploymentParts } from '../../support/a-deployment';
import { aListener, anAdapter, aRoute } from '../../support/adapters';
import { LABELS, objectsMade, SELECTOR } from '../../support/constructs';
import { at, jsonAt, type Json, listAt } from '../../support/json';

/** The spec of the Deployment that these parts make. */
function specOf(parts: DeploymentParts = {}): Json {
  const objects = objectsMade((chart) => aDeployment(chart, parts));
  return jsonAt(
    objects.find((object) => object['kind'] === 'Deployment'),
    'spec',
  );
}

const podOf = (parts: DeploymentParts = {}): Json => jsonAt(specOf(parts), 'template.spec');
const containerOf = (parts: DeploymentParts = {}): Json => listAt(podOf(parts), 'containers')[0] ?? {};

describe('AdapterDeployment', () => {
  test('given pods, then a rollout makes a new one before it takes an old one, by the stable labels', () => {
    expect(specOf({ props: { replicas: 3 } })).toMatchObject({
      replicas: 3,
      minReadySeconds: 5,
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: 0 } },
      selector: { matchLabels: SELECTOR },
      template: { metadata: { labels: LABELS } },
    });
  });

  test('given pods, then they are spread over hosts and zones as a wish', () => {
    const { affinity, topologySpreadConstraints } = podOf();
    const selector = { labelSelector: { matchLabels: SELECTOR } };
    const [host, zone] = ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'];

    expect(affinity).toEqual({
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          { weight: 100, podAffinityTerm: { ...selector, topologyKey: host } },
          { weight: 50, podAffinityTerm: { ...selector, topologyKey: zone } },
        ],
      },
    });
    expect(topologySpreadConstraints).toEqual([
      { ...selector, maxSkew: 1, topologyKey: host, whenUnsatisfiable: 'ScheduleAnyway' },
      { ...selector, maxSkew: 1, topologyKey: zone, whenUnsatisfiable: 'ScheduleAnyway' },
    ]);
  });

  test('given pods, then they have no token, no service links, and a user of their own', () => {
    expect(podOf()).toMatchObject({
      serviceAccountName: 'orders',
      automountServiceAccountToken: false,
      enableServiceLinks: false,
      securityContext: {
        fsGroup: 10001,
        fsGroupChangePolicy: 'OnRootMismatch',
        runAsGroup: 10001,
        runAsNonRoot: true,
        runAsUser: 10001,
        seccompProfile: { type: 'RuntimeDefault' },
      },
    });
    expect(containerOf()['securityContext']).toEqual({
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      privileged: false,
      readOnlyRootFilesystem: true,
      runAsGroup: 10001,
      runAsNonRoot: true,
      runAsUser: 10001,
    });
  });

  test('given a port below 1024, then the pod may open it without being root; others need nothing', () => {
    const sysctls = (port: number): unknown =>
      at(podOf({ adapter: anAdapter([aListener(port, [aRoute('/*')])]) }), 'securityContext.sysctls');
    const low = [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }];

    expect(sysctls(80)).toEqual(low);
    expect(sysctls(1023)).toEqual(low);
    expect(sysctls(1024)).toBeUndefined();
  });

  test('given an adapter, then its pods drain for as long as its own shutdown takes', () => {
    const adapter = anAdapter([aListener(8081, [aRoute('/*')])], { operationTimeoutMillis: 60_000 });

    expect(podOf({ adapter })['terminationGracePeriodSeconds']).toBe(140); // 15 + 61 + 60, rounded up
    expect(at(containerOf({ adapter }), 'lifecycle.preStop.exec.command')).toEqual(['sleep', '15']);
  });

  test('given no wishes, then memory, CPU and storage are asked for, and the CPU has no limit', () => {
    const { resources, env } = containerOf();

    expect(resources).toEqual({
      limits: { memory: '512Mi', 'ephemeral-storage': '1Gi' },
      requests: { cpu: '100m', memory: '512Mi', 'ephemeral-storage': '1Gi' },
    });
    expect(env).toEqual([{ name: 'JVM_ARGS', value: '-Xmx256m -XX:+ExitOnOutOfMemoryError' }]);
  });

  test('given wishes, then they are met, and the heap follows from the memory', () => {
    const { resources, env } = containerOf({
      props: {
        resources: {
          memory: Size.gibibytes(2),
          cpuRequest: Cpu.units(1),
          cpuLimit: Cpu.millis(1500),
          ephemeralStorage: Size.gibibytes(3),
        },
        jvmOptions: ['-XX:+UseSerialGC', '-Dx=y'],
      },
    });

    expect(resources).toEqual({
      limits: { cpu: '1500m', memory: '2Gi', 'ephemeral-storage': '3Gi' },
      requests: { cpu: '1', memory: '2Gi', 'ephemeral-storage': '3Gi' },
    });
    expect(env).toEqual([{ name: 'JVM_ARGS', value: '-Xmx1536m -XX:+ExitOnOutOfMemoryError -XX:+UseSerialGC -Dx=y' }]);
  });

  test('given the web UI, then it has the memory and the directory that it needs', () => {
    const adapter = anAdapter([aListener(8081, [aRoute('/*')])], { ui: true });

    expect(at(containerOf({ adapter }), 'resources.limits.memory')).toBe('1536Mi');
    expect(listAt(containerOf({ adapter }), 'volumeMounts').map(({ mountPath }) => mountPath)).toEqual([
      '/opt/interlok/config',
      '/tmp',
      '/opt/interlok/logs',
      '/opt/interlok/ui-resources',
    ]);
  });

  test('given what Interlok writes, then it goes to directories of a size; the configuration cannot be written', () => {
    expect(podOf()['volumes']).toMatchObject([
      { name: 'config', configMap: { name: expect.stringMatching(/^orders-config-[0-9a-f]{10}$/) as string } },
      { name: 'tmp', emptyDir: { sizeLimit: '256Mi' } },
      { name: 'logs', emptyDir: { sizeLimit: '256Mi' } },
    ]);
    expect(containerOf()['volumeMounts']).toEqual([
      { mountPath: '/opt/interlok/config', name: 'config', readOnly: true },
      { mountPath: '/tmp', name: 'tmp' },
      { mountPath: '/opt/interlok/logs', name: 'logs' },
    ]);
  });

  test('given variables, then each comes from where it was said to', () => {
    const { env, envFrom } = containerOf({
      props: {
        env: {
          REGION: 'north',
          PASSWORD: Variable.fromSecret('database', 'password'),
          LIMIT: EnvValue.fromValue('10'),
        },
        envFrom: [VariableSource.fromSecret('broker'), VariableSource.fromConfigMap('stage')],
      },
    });

    expect(env).toEqual([
      { name: 'REGION', value: 'north' },
      { name: 'PASSWORD', valueFrom: { secretKeyRef: { name: 'database', key: 'password' } } },
      { name: 'LIMIT', value: '10' },
      expect.objectContaining({ name: 'JVM_ARGS' }),
    ]);
    expect(envFrom).toEqual([{ secretRef: { name: 'broker' } }, { configMapRef: { name: 'stage' } }]);
  });

  test('given a configuration inside the image, then only files from Secrets are mounted, each on its own', () => {
    const image = InterlokImage.custom('example/orders:1', { release: '5.0.1', configurationInside: true });
    const parts = { image, props: { secretFiles: [{ path: 'keys/a.p12', secretName: 'keys', key: 'a' }] } };

    expect(listAt(containerOf(parts), 'volumeMounts')[0]).toEqual({
      mountPath: '/opt/interlok/config/keys/a.p12',
      name: 'file-0',
      readOnly: true,
      subPath: 'a',
    });
    expect(podOf(parts)['volumes']).toMatchObject([
      { name: 'file-0', secret: { secretName: 'keys' } },
      { name: 'tmp' },
      { name: 'logs' },
    ]);
  });

  test('given names of things in the cluster, then the pod refers to them', () => {
    expect(podOf({ props: { priorityClassName: 'high', imagePullSecretName: 'registry' } })).toMatchObject({
      priorityClassName: 'high',
      imagePullSecrets: [{ name: 'registry' }],
    });
  });

  test.each([
    ['5.0.1-temurin', 'IfNotPresent'],
    ['latest-temurin', 'Always'],
  ])('given the tag %s, then it is pulled %s', (tag, imagePullPolicy) => {
    expect(containerOf({ image: InterlokImage.stock(tag) })).toMatchObject({
      image: `adaptris/interlok:${tag}`,
      imagePullPolicy,
    });
  });

  test('given an adapter that stops at once, then Kubernetes waits no longer than it must', () => {
    const adapter = anAdapter([], { operationTimeoutMillis: Duration.seconds(1).toMilliseconds() });

    expect(podOf({ adapter })['terminationGracePeriodSeconds']).toBe(20); // 15 + 2 + 1, rounded up
  });
});
