import { ApiObject, Duration, Size, Testing } from 'cdk8s';
import { Cpu, ImagePullPolicy, NetworkPolicy } from 'cdk8s-plus-27';
import { ControllerExposure, HaproxyController } from '../../lib/controller/index';
import { at, jsonAt, listAt } from '../support/json';
import { container, controller, objects, one, podSpec } from './charts';

const HAPROXYTECH_PROBE = { path: '/healthz', port: 1042, scheme: 'HTTP' };

test('given no props, then two pods run and a rollout never has fewer', () => {
  const deployment = one(objects(), 'Deployment');
  expect(deployment['spec']).toMatchObject({
    replicas: 2,
    minReadySeconds: 5,
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 0, maxSurge: 1 } },
  });
  expect(at(one(objects(), 'PodDisruptionBudget'), 'spec.maxUnavailable')).toBe(1);
});

test('given one replica, then no budget stands in the way of a drain', () => {
  expect(objects({ replicas: 1 }).map(({ kind }) => kind)).not.toContain('PodDisruptionBudget');
});

test('given no props, then the container may do nothing but execute an HAProxy that may bind low ports', () => {
  expect(container(objects())['securityContext']).toEqual({
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'], add: ['NET_BIND_SERVICE'] },
    privileged: false,
    readOnlyRootFilesystem: false,
    runAsNonRoot: true,
    runAsUser: 1000,
    runAsGroup: 1000,
  });
  expect(podSpec(objects())['enableServiceLinks']).toBe(false);
});

test('given haproxytech, then every probe asks the healthz of HAProxy, and the start has a minute', () => {
  const probed = container(objects());
  const common = { httpGet: HAPROXYTECH_PROBE, timeoutSeconds: 1 };
  expect(probed['startupProbe']).toEqual({ ...common, periodSeconds: 1, failureThreshold: 60 });
  expect(probed['readinessProbe']).toEqual({ ...common, periodSeconds: 5, failureThreshold: 3 });
  expect(probed['livenessProbe']).toEqual({ ...common, periodSeconds: 10, failureThreshold: 3 });
});

test('given jcmoraisjr, then the probes wait first, for there is no startup probe', () => {
  const probed = container(objects({ controller: HaproxyController.JCMORAISJR }));
  expect(at(probed, 'readinessProbe.httpGet.port')).toBe(10253);
  expect(at(probed, 'readinessProbe.initialDelaySeconds')).toBe(10);
  expect(at(probed, 'livenessProbe.initialDelaySeconds')).toBe(60);
  expect(probed).not.toHaveProperty('startupProbe');
});

test('given jcmoraisjr, then its user may bind ports 80 and 443, by the one setting that every Pod Security level allows', () => {
  const sysctls = [{ name: 'net.ipv4.ip_unprivileged_port_start', value: '0' }];
  expect(podSpec(objects({ controller: HaproxyController.JCMORAISJR }))['securityContext']).toMatchObject({ sysctls });
  expect(podSpec(objects())['securityContext']).not.toHaveProperty('sysctls');
});

test('given jcmoraisjr, then what it writes at run time is in one volume', () => {
  const manifests = objects({ controller: HaproxyController.JCMORAISJR });
  expect(container(manifests)['volumeMounts']).toEqual([
    { name: 'scratch', mountPath: '/etc/haproxy', subPath: 'etc-haproxy' },
    { name: 'scratch', mountPath: '/var/lib/haproxy', subPath: 'var-lib-haproxy' },
    { name: 'scratch', mountPath: '/var/run/haproxy', subPath: 'var-run-haproxy' },
  ]);
  expect(podSpec(manifests)['volumes']).toEqual([{ name: 'scratch', emptyDir: { sizeLimit: '256Mi' } }]);
});

test.each([
  [HaproxyController.HAPROXYTECH, ['POD_NAME', 'POD_NAMESPACE', 'POD_IP']],
  [HaproxyController.JCMORAISJR, ['POD_NAME', 'POD_NAMESPACE']],
])('given %s, then its environment is %j', (which, expected) => {
  expect(listAt(container(objects({ controller: which })), 'env').map(({ name }) => name)).toEqual(expected);
});

describe('given a pod that leaves', () => {
  const drain = (props: Parameters<typeof objects>[0] = {}) => {
    const [shell, option, script = ''] = at(container(objects(props)), 'lifecycle.preStop.exec.command') as string[];
    expect([shell, option]).toEqual(['sh', '-c']);
    return script.split('\n');
  };
  const grace = (props: Parameters<typeof objects>[0] = {}) => podSpec(objects(props))['terminationGracePeriodSeconds'];

  test('then it serves for the delay, shuts its frontends, and waits until no connection is left', () => {
    expect(drain({ drainDelay: Duration.seconds(20) })).toEqual([
      'sleep 20',
      "echo 'shutdown frontend http; shutdown frontend https' | socat stdio unix-connect:/var/run/haproxy-runtime-api.sock",
      'for second in $(seq 55); do',
      '  [ "$(pidof haproxy | wc -w)" = 2 ] &&',
      "    echo 'show stat' | socat stdio unix-connect:/var/run/haproxy-runtime-api.sock |",
      `    awk -F, '$2 == "FRONTEND" && ($1 == "http" || $1 == "https") { seen = 1; open += $5 } END { exit !(seen && open == 0) }' && break`,
      '  sleep 1',
      'done',
    ]);
  });

  test('then jcmoraisjr does the same under its own names', () => {
    const script = drain({ controller: HaproxyController.JCMORAISJR });
    expect(script).toContain(
      "echo 'shutdown frontend _front_http; shutdown frontend _front_https' | socat stdio unix-connect:/var/run/haproxy/admin.sock",
    );
  });

  test.each<[string, Parameters<typeof objects>[0], number]>([
    ['no timeouts, the 5 s and 50 s of the controller', {}, 55],
    ['a server timeout', { timeouts: { server: Duration.minutes(2) } }, 125],
    ['a queue timeout too', { timeouts: { server: Duration.seconds(90), queue: Duration.millis(1500) } }, 92],
    ['a longest request', { longestRequest: Duration.seconds(20), timeouts: { server: Duration.minutes(2) } }, 20],
  ])('given %s, then the wait is as long as a request may take, and the grace period holds it', (_, props, seconds) => {
    expect(drain(props)).toContain(`for second in $(seq ${seconds}); do`);
    expect(grace(props)).toBe(10 + seconds + 15);
  });
});

test('given no props, then memory is limited, and the CPU is not', () => {
  expect(container(objects())['resources']).toEqual({
    requests: { cpu: '250m', memory: '400Mi', 'ephemeral-storage': '1Gi' },
    limits: { memory: '1Gi', 'ephemeral-storage': '1Gi' },
  });
});

test('given some resources, then the others stay', () => {
  const resources = { cpu: { request: Cpu.units(1), limit: Cpu.units(2) } };
  expect(container(objects({ resources }))['resources']).toEqual({
    requests: { cpu: '1', memory: '400Mi', 'ephemeral-storage': '1Gi' },
    limits: { cpu: '2', memory: '1Gi', 'ephemeral-storage': '1Gi' },
  });
  const memory = { limit: Size.mebibytes(600) };
  expect(container(objects({ resources: { memory } }))['resources']).toMatchObject({ limits: { memory: '600Mi' } });
});

describe('given host ports', () => {
  const manifests = objects({ exposure: ControllerExposure.hostPorts({ http: 8000, https: 8001 }) });

  test('then a DaemonSet runs on the nodes that kind marks, control planes among them', () => {
    expect(one(manifests, 'DaemonSet')).toHaveProperty(['spec', 'updateStrategy'], {
      type: 'RollingUpdate',
      rollingUpdate: { maxUnavailable: 1, maxSurge: 0 },
    });
    expect(podSpec(manifests)['nodeSelector']).toEqual({ 'ingress-ready': 'true' });
    expect(podSpec(manifests)['tolerations']).toEqual([
      { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists', effect: 'NoSchedule' },
    ]);
  });

  test('then only the ports of requests are ports of the host', () => {
    const ports = listAt(container(manifests), 'ports').filter(({ hostPort }) => hostPort !== undefined);
    expect(ports).toEqual([
      { name: 'http', containerPort: 8080, hostPort: 8000 },
      { name: 'https', containerPort: 8443, hostPort: 8001 },
    ]);
  });

  test('when a Deployment is asked for, then a rollout stops the old pod first, for the port is taken', () => {
    const single = one(objects({ exposure: ControllerExposure.hostPorts(), daemonSet: false }), 'Deployment');
    expect(single['spec']).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } });
    expect(jsonAt(single, 'spec.strategy')).not.toHaveProperty('rollingUpdate');
  });
});

test('given a DaemonSet behind a load balancer, then a new pod starts before the old one stops', () => {
  const spec = jsonAt(one(objects({ daemonSet: true }), 'DaemonSet'), 'spec');
  expect(at(spec, 'updateStrategy.rollingUpdate')).toEqual({ maxUnavailable: 0, maxSurge: 1 });
  expect(objects({ daemonSet: true }).map(({ kind }) => kind)).not.toContain('PodDisruptionBudget');
});

test('given props for the pods, then they have them', () => {
  const manifests = objects({
    nodeSelector: {},
    tolerations: [{ operator: 'Exists' }],
    priorityClassName: 'edge',
    imagePullPolicy: ImagePullPolicy.ALWAYS,
    image: 'registry.example.org/haproxy:3.2.14',
  });
  expect(podSpec(manifests)).not.toHaveProperty('nodeSelector');
  expect(podSpec(manifests)).toMatchObject({ tolerations: [{ operator: 'Exists' }], priorityClassName: 'edge' });
  expect(container(manifests)).toMatchObject({
    image: 'registry.example.org/haproxy:3.2.14',
    imagePullPolicy: 'Always',
  });
  expect(at(one(manifests, 'Deployment'), 'metadata.labels')).toHaveProperty(['app.kubernetes.io/version'], '3.2.14');
});

describe('given the chart, when a user goes on with cdk8s-plus', () => {
  test.each([
    ['a Deployment', {}],
    ['a DaemonSet', { daemonSet: true }],
  ])('then what selects %s selects by labels that its pods have', (_, props) => {
    const chart = controller(props);
    const policy = new NetworkPolicy(chart, 'more', { selector: chart.workload });
    chart.workload.podMetadata.addAnnotation('example.org/a', 'b');
    chart.workload.addContainer({ name: 'sidecar', image: 'a:1' });
    const manifests = Testing.synth(chart) as Record<string, unknown>[];
    const workload = manifests.find((m) => m['kind'] === chart.workload.kind);
    const selected = manifests.find((m) => at(m, 'metadata.name') === ApiObject.of(policy).name);
    const labels = at(selected, 'spec.podSelector.matchLabels');
    expect(labels).toEqual(at(workload, 'spec.selector.matchLabels'));
    expect(at(workload, 'spec.template.metadata.annotations')).toHaveProperty(['example.org/a'], 'b');
    expect(listAt(workload, 'spec.template.spec.containers').map(({ name }) => name)).toEqual([
      'controller',
      'sidecar',
    ]);
  });
});
