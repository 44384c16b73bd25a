import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import { Cpu, DnsPolicy, EnvValue, ImagePullPolicy, PersistentVolumeAccessMode, Probe } from 'cdk8s-plus-27';
import { InterlokImage, LoadBalancing, ManagementRoute, Platform, Rollout, Variable, VariableSource } from '../../lib';
import type {
  InterlokChartProps,
  InterlokDrain,
  InterlokMetrics,
  InterlokResources,
  LoggingOptions,
  PodDns,
  PodOptions,
  SecretFile,
} from '../../lib';
import { directoryOf } from './config';

/** An adapter that every prop has an effect on. */
const directory = directoryOf({
  'bootstrap.properties': [
    'adapterConfigUrl.0=file://localhost/./config/adapter.xml',
    'managementComponents=jmx',
    'jmxserviceurl=service:jmx:jmxmp://localhost:5555',
  ].join('\n'),
  'adapter.xml': [
    '<adapter><unique-id>bare</unique-id><failed-message-retrier class="retry-via-jetty">',
    '<connection class="jetty-http-connection"><port>8082</port></connection>',
    '<retry-store class="retry-store-filesystem"><base-url>file:///tmp/retry</base-url></retry-store>',
    '</failed-message-retrier><channel-list><channel><unique-id>c</unique-id>',
    '<consume-connection class="jetty-http-connection"><port>8081</port></consume-connection>',
    '<workflow-list><standard-workflow><unique-id>w</unique-id>',
    '<consumer class="jetty-message-consumer"><path>/orders/*</path></consumer>',
    '</standard-workflow></workflow-list></channel></channel-list></adapter>',
  ].join('\n'),
});

/** One value for every prop: a new prop does not compile until it is here, and so in the snapshots. */
export const EVERY_PROP: Required<InterlokChartProps> = {
  config: directory,
  namespace: 'integration',
  labels: { 'example.com/owner': 'orders', 'cost-centre': '4711' },
  annotations: { 'example.com/contact': 'orders@example.com' },
  replicas: 4,
  autoscaling: {
    minReplicas: 2,
    maxReplicas: 6,
    load: { prometheus: 'http://prometheus.monitoring.svc:9090', requestsPerPod: 4 },
  },
  image: InterlokImage.custom('registry.example.com/orders/interlok:1.2.0', {
    release: '5.0.1',
    components: ['health-check'],
  }),
  host: 'orders.example.com',
  gateway: { name: 'shared', namespace: 'gateways', sectionName: 'https', timeout: Duration.seconds(90) },
  ingress: { loadBalancing: LoadBalancing.roundRobin() },
  env: {
    REGION: 'north',
    DB_PASSWORD: Variable.fromSecret('database', 'password'),
    LIMIT: EnvValue.fromValue('10'),
  },
  envFrom: [VariableSource.fromSecret('broker'), VariableSource.fromConfigMap('stage')],
  secretFiles: [{ path: 'keys/server.p12', secretName: 'server-keys', key: 'server' } satisfies Required<SecretFile>],
  files: [
    { path: '/opt/oracle/tnsnames.ora', from: join(directoryOf({ 'tnsnames.ora': 'ORDERS=x' }), 'tnsnames.ora') },
  ],
  storage: [
    {
      path: '/var/lib/orders',
      size: Size.gibibytes(10),
      name: 'orders',
      storageClassName: 'fast',
      accessMode: PersistentVolumeAccessMode.READ_WRITE_MANY,
    },
    { path: '/var/lib/reference', accessMode: PersistentVolumeAccessMode.READ_ONLY_MANY, existingClaim: 'reference' },
  ],
  trustStore: {
    configMapName: 'company-ca',
    key: 'bundle.p12',
    password: Variable.fromSecret('company-ca-password', 'password'),
  },
  logging: { level: 'WARN', format: 'json', loggers: { 'com.example': 'DEBUG' } } satisfies Required<LoggingOptions>,
  timeZone: 'Europe/London',
  platform: Platform.OPENSHIFT,
  pod: {
    labels: { 'example.com/team': 'orders' },
    annotations: { 'reloader.stakater.com/auto': 'true' },
    nodeSelector: { 'kubernetes.io/arch': 'amd64' },
    tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'integration', effect: 'NoSchedule' }],
    topologySpread: [
      {
        maxSkew: 1,
        topologyKey: 'topology.kubernetes.io/zone',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: { matchLabels: { 'app.kubernetes.io/name': 'interlok' } },
      },
    ],
    runtimeClassName: 'gvisor',
    dns: {
      policy: DnsPolicy.NONE,
      nameservers: ['10.0.0.10'],
      searches: ['example.com'],
      options: { ndots: '2' },
    } satisfies Required<PodDns>,
    hostAliases: { '10.0.0.20': ['mainframe', 'mainframe.example.com'] },
    serviceAccountName: 'orders',
  } satisfies Required<PodOptions>,
  resources: {
    memory: Size.mebibytes(1024),
    cpuRequest: Cpu.millis(500),
    cpuLimit: Cpu.units(2),
    ephemeralStorage: Size.gibibytes(2),
  } satisfies Required<InterlokResources>,
  jvmOptions: ['-XX:+UseSerialGC'],
  sidecars: [
    {
      name: 'proxy',
      image: 'registry.example.com/proxy:2.1',
      args: ['--port=5432'],
      startup: Probe.fromTcpSocket({ port: 5432 }),
    },
    { name: 'shipper', image: 'registry.example.com/shipper:1.0', startsFirst: false, connects: false },
  ],
  initContainers: [{ name: 'migrate', image: 'registry.example.com/migrate:1.0', command: ['migrate'] }],
  expose: [5555],
  managementRoutes: [ManagementRoute.RETRY],
  rollout: Rollout.RECREATE,
  drain: { preStop: Duration.seconds(20), gracePeriod: Duration.seconds(120) } satisfies Required<InterlokDrain>,
  completeConfiguration: false,
  silence: ['file-store', 'jmx-without-authentication', 'quiet-start', 'grace-period-too-short', 'metrics-not-served'],
  networkPolicy: false,
  metrics: {
    labels: { release: 'monitoring' },
    adapter: false,
    scraper: { namespace: 'observability', podLabels: { app: 'agent' } },
    alerts: { queueTime: Duration.seconds(2), errorShare: 0.01, certificateExpiry: Duration.days(7) },
    dashboard: true,
  } satisfies Required<InterlokMetrics>,
  priorityClassName: 'business-critical',
  imagePullPolicy: ImagePullPolicy.NEVER,
  imagePullSecretName: 'registry-credentials',
};

/** Props that no chart can have together with another one, by that other one. */
export const INSTEAD_OF: Readonly<Partial<Record<keyof InterlokChartProps, keyof InterlokChartProps>>> = {
  replicas: 'autoscaling',
  logging: 'completeConfiguration',
  gateway: 'ingress',
};
