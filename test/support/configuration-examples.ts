import { Duration, Size } from 'cdk8s';
import { Cpu, ImagePullPolicy } from 'cdk8s-plus-27';
import {
  ControllerExposure,
  HaproxyController,
  HttpsRedirect,
  InterlokImage,
  LoadBalancing,
  PathRewrite,
  Platform,
  ServerCheck,
} from '../../lib';
import type {
  CustomImageOptions,
  HaproxyIngressControllerProps,
  IngressOptions,
  InterlokAlerts,
  InterlokAutoscaling,
  InterlokChartProps,
  InterlokLoad,
  InterlokStorage,
  PodOptions,
  TrustStore,
} from '../../lib';

/* Short values for docs/configuration.md, of the props whose values elsewhere are none, or too long for a row. */

export const chart: InterlokChartProps = {
  config: 'config',
  storage: [{ path: '/opt/interlok/data', size: Size.gibibytes(10), perPod: true }],
  pod: { nodeSelector: { 'kubernetes.io/arch': 'amd64' } },
  sidecars: [{ name: 'proxy', image: 'registry.example.com/proxy:2.1', args: ['--port=5432'] }],
  metrics: true,
  platform: Platform.OPENSHIFT,
  image: InterlokImage.stock('5.0.1-temurin'),
};

export const cpu: InterlokAutoscaling = { maxReplicas: 6, cpu: 70 };
export const external: InterlokAutoscaling = { maxReplicas: 6, external: true };
export const load: InterlokLoad = { prometheus: 'http://prometheus.monitoring.svc:9090', target: 0.7 };
export const perPod: InterlokStorage = { path: '/opt/interlok/data', size: Size.gibibytes(10), perPod: true };
export const trust: TrustStore = { secretName: 'company-ca', key: 'bundle.p12', password: 'changeit' };
export const pod: PodOptions = {
  topologySpread: [{ maxSkew: 1, topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' }],
};
export const alerts: InterlokAlerts = {
  queueTime: Duration.seconds(5),
  errorShare: 0.05,
  certificateExpiry: Duration.days(14),
};
export const image: Required<Omit<CustomImageOptions, 'components'>> = {
  release: '5.0.1',
  modules: ['interlok-json'],
  configurationInside: true,
  floating: true,
  ui: false,
  ownComponents: 'own-components.json',
};
export const ingress: IngressOptions = {
  loadBalancing: LoadBalancing.roundRobin(),
  httpsRedirect: HttpsRedirect.MOVED_PERMANENTLY,
  healthCheck: ServerCheck.http(),
  timeouts: { server: Duration.minutes(5) },
  retries: { attempts: 5 },
  rateLimit: { requests: 600, period: Duration.minutes(1) },
  cors: { origins: ['https://shop.example.com'], credentials: true },
  pathRewrite: PathRewrite.stripPrefix('/api'),
};
export const controller: HaproxyIngressControllerProps = {
  controller: HaproxyController.JCMORAISJR,
  exposure: ControllerExposure.nodePort(),
  imagePullPolicy: ImagePullPolicy.ALWAYS,
  resources: { cpu: { request: Cpu.millis(200) } },
  timeouts: { client: Duration.seconds(70) },
  tcpServices: [{ port: 5432, service: { namespace: 'db', name: 'postgres' }, servicePort: 5432 }],
};
