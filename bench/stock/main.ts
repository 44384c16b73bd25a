/*
 * What somebody writes by hand with cdk8s-plus for the objects that InterlokChart makes: one chart per adapter, with the
 * port and the path copied from adapter.xml. It is compiled and run as the template of `cdk8s init` does it.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { App, Chart, Duration, Size } from 'cdk8s';
import {
  ConfigMap,
  Cpu,
  Deployment,
  EnvValue,
  Ingress,
  IngressBackend,
  k8s,
  Namespace,
  Probe,
  Service,
  ServiceAccount,
  Volume,
} from 'cdk8s-plus-27';

const PORT = 8081;
const adapters = process.env['BENCH_ADAPTERS'] ?? 'adapters';
const app = new App();

for (const name of readdirSync(adapters).sort()) {
  const chart = new Chart(app, name, { namespace: name, disableResourceNameHashes: true });
  new Namespace(chart, 'namespace', { metadata: { name } });
  const serviceAccount = new ServiceAccount(chart, 'service-account', { metadata: { name } });
  const configMap = new ConfigMap(chart, 'config', { metadata: { name: `${name}-config` } });
  configMap.addDirectory(join(adapters, name));
  const deployment = new Deployment(chart, 'deployment', {
    metadata: { name },
    replicas: 3,
    serviceAccount,
    terminationGracePeriod: Duration.seconds(60),
    securityContext: { user: 10001, group: 10001, fsGroup: 10001, ensureNonRoot: true },
  });
  const container = deployment.addContainer({
    image: 'adaptris/interlok:5.0.1-temurin',
    ports: [{ name: 'http', number: PORT }],
    startup: Probe.fromTcpSocket({ port: PORT, failureThreshold: 30, periodSeconds: Duration.seconds(5) }),
    readiness: Probe.fromTcpSocket({ port: PORT }),
    liveness: Probe.fromTcpSocket({ port: PORT }),
    resources: {
      cpu: { request: Cpu.millis(250) },
      memory: { request: Size.mebibytes(512), limit: Size.mebibytes(512) },
    },
    envVariables: { JAVA_OPTS: EnvValue.fromValue('-XX:+ExitOnOutOfMemoryError') },
  });
  container.mount('/opt/interlok/config', Volume.fromConfigMap(chart, 'config-volume', configMap, { name: 'config' }));
  for (const directory of ['logs', 'messages'])
    container.mount(`/opt/interlok/${directory}`, Volume.fromEmptyDir(chart, directory, directory));
  const service = new Service(chart, 'service', {
    metadata: { name },
    selector: deployment,
    ports: [{ name: 'http', port: PORT, targetPort: PORT }],
  });
  const ingress = new Ingress(chart, 'ingress', { metadata: { name }, className: 'haproxy' });
  ingress.addRule('/', IngressBackend.fromService(service));
  const selector = { matchLabels: deployment.matchLabels };
  new k8s.KubePodDisruptionBudget(chart, 'disruption-budget', {
    metadata: { name },
    spec: { maxUnavailable: k8s.IntOrString.fromNumber(1), selector },
  });
  new k8s.KubeNetworkPolicy(chart, 'network-policy', {
    metadata: { name },
    spec: {
      podSelector: selector,
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ ports: [{ port: k8s.IntOrString.fromNumber(PORT) }] }],
      egress: [{ ports: [{ port: k8s.IntOrString.fromNumber(53), protocol: 'UDP' }] }],
    },
  });
}

app.synth();
