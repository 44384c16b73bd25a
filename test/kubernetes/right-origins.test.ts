import { Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import {
  ConnectionLimit,
  HttpsRedirect,
  IngressTls,
  InterlokImage,
  type InterlokChartProps,
  LoadBalancing,
  ServerCheck,
} from '../../lib';
import { helloWorldChart } from '../support/charts';
import { helloWorld } from '../support/config';
import { originsBySource } from '../support/origins-by-source';

/** Not what every object has, which the first test looks at, and of many alerts one. */
const isOwn = (field: string): boolean =>
  !/^(spec\.template\.)?metadata\.(name|namespace|labels\['app)/.test(field) &&
  !/^spec\.groups\[0\]\.rules\[[1-9]/.test(field);

test('given the Hello World, then each field comes from where it does', () => {
  expect(originsBySource(helloWorldChart({ replicas: 3 }))).toMatchInlineSnapshot(`
    "Namespace hello-world
      id
        metadata.labels['instance']
        metadata.labels['part-of']
        metadata.name
      (image)
        metadata.labels['version']
    ServiceAccount hello-world
      id
        metadata.labels['instance']
        metadata.labels['part-of']
        metadata.name
      (image)
        metadata.labels['version']
      (namespace)
        metadata.namespace
    ConfigMap hello-world-config-…
      id
        metadata.labels['instance']
        metadata.labels['part-of']
      (image)
        metadata.labels['version']
      config
        metadata.name
      (namespace)
        metadata.namespace
      config/adapter.xml
        data['adapter.xml']
      config/bootstrap.properties
        data['bootstrap.properties']
      (completeConfiguration)
        data['log4j2.xml']
    Deployment hello-world
      id
        metadata.labels['instance']
        metadata.labels['part-of']
        metadata.name
        spec.selector.matchLabels['instance']
        spec.template.metadata.labels['instance']
        spec.template.metadata.labels['part-of']
        pod.affinity.…[0].podAffinityTerm.labelSelector.matchLabels['instance']
        pod.affinity.…[1].podAffinityTerm.labelSelector.matchLabels['instance']
        pod.serviceAccountName
        pod.topologySpreadConstraints[0].labelSelector.matchLabels['instance']
        pod.topologySpreadConstraints[1].labelSelector.matchLabels['instance']
      (image)
        metadata.labels['version']
        spec.template.metadata.labels['version']
        interlok.image
        interlok.imagePullPolicy
      (namespace)
        metadata.namespace
      replicas
        spec.replicas
      (rollout)
        spec.strategy.rollingUpdate.maxSurge
        spec.strategy.rollingUpdate.maxUnavailable
        spec.strategy.type
      (resources.memory)
        interlok.env[0].name
        interlok.env[0].value
        interlok.resources.limits.memory
        interlok.resources.requests.memory
      (drain.preStop)
        interlok.lifecycle.preStop.exec.command[0]
        interlok.lifecycle.preStop.exec.command[1]
      config/adapter.xml:7:15 jetty-http-connection 8081
        interlok.livenessProbe.tcpSocket.port
        interlok.ports[0].containerPort
        interlok.ports[0].name
        interlok.readinessProbe.tcpSocket.port
        interlok.startupProbe.tcpSocket.port
      (resources.ephemeralStorage)
        interlok.resources.limits.ephemeral-storage
        interlok.resources.requests.ephemeral-storage
      (resources.cpuRequest)
        interlok.resources.requests.cpu
      (platform)
        interlok.securityContext.runAsGroup
        interlok.securityContext.runAsUser
        pod.securityContext.fsGroup
        pod.securityContext.runAsGroup
        pod.securityContext.runAsUser
      config/bootstrap.properties:5:1 operationTimeout=30000
        interlok.startupProbe.failureThreshold
      config
        interlok.volumeMounts[0].mountPath
        interlok.volumeMounts[0].name
        interlok.volumeMounts[0].readOnly
        pod.volumes[0].configMap.name
        pod.volumes[0].name
      (pod.dns.policy)
        pod.dnsPolicy
      config/bootstrap.properties:5:1 operationTimeout=30000, (drain.preStop)
        pod.terminationGracePeriodSeconds
      (pod.topologySpread)
        pod.topologySpreadConstraints[0].labelSelector.matchLabels['name']
        pod.topologySpreadConstraints[0].maxSkew
        pod.topologySpreadConstraints[0].topologyKey
        pod.topologySpreadConstraints[0].whenUnsatisfiable
        pod.topologySpreadConstraints[1].labelSelector.matchLabels['name']
        pod.topologySpreadConstraints[1].maxSkew
        pod.topologySpreadConstraints[1].topologyKey
        pod.topologySpreadConstraints[1].whenUnsatisfiable
    Service hello-world
      (ingress.timeouts), (ingress.retries), (ingress.connectionsPerPod), config/adapter.xml:14:19 /*: workflow workflow runs 1 at once
        metadata.annotations['haproxy.org/backend-config-snippet']
      (ingress.healthCheck)
        metadata.annotations['haproxy.org/check']
      (ingress.loadBalancing)
        metadata.annotations['haproxy.org/load-balance']
      id
        metadata.labels['instance']
        metadata.labels['part-of']
        metadata.name
        spec.selector['instance']
      (image)
        metadata.labels['version']
      (namespace)
        metadata.namespace
      config/adapter.xml:7:15 jetty-http-connection 8081
        spec.ports[0].name
        spec.ports[0].port
        spec.ports[0].targetPort
    Ingress hello-world
      id
        metadata.labels['instance']
        metadata.labels['part-of']
        metadata.name
        spec.rules[0].http.paths[0].backend.service.name
      (image)
        metadata.labels['version']
      (namespace)
        metadata.namespace
      (ingress.ingressClassName)
        spec.ingressClassName
      config/adapter.xml:7:15 jetty-http-connection 8081
        spec.rules[0].http.paths[0].backend.service.port.number
      config/adapter.xml:14:19 path /*
        spec.rules[0].http.paths[0].path
        spec.rules[0].http.paths[0].pathType
    PodDisruptionBudget hello-world
      id
        metadata.labels['instance']
        metadata.labels['part-of']
        metadata.name
        spec.selector.matchLabels['instance']
      (image)
        metadata.labels['version']
      (namespace)
        metadata.namespace
    NetworkPolicy hello-world
      id
        metadata.labels['instance']
        metadata.labels['part-of']
        metadata.name
        spec.podSelector.matchLabels['instance']
      (image)
        metadata.labels['version']
      (namespace)
        metadata.namespace
      config/adapter.xml:1:1 no component that connects out
        spec.egress[0].ports[0].port
        spec.egress[0].ports[0].protocol
        spec.egress[0].ports[1].port
        spec.egress[0].ports[1].protocol
        spec.egress[0].to[0].namespaceSelector.matchLabels['kubernetes.io/metadata.name']
        spec.egress[0].to[0].podSelector.matchLabels.k8s-app
      config/adapter.xml:7:15 jetty-http-connection 8081
        spec.ingress[0].ports[0].port
        spec.ingress[0].ports[0].protocol"
  `);
});

/** An adapter with two listeners of two consumers each, metrics, and a directory of its own. */
const config = helloWorld({
  'bootstrap.properties': [
    'adapterConfigUrl.0=file://localhost/./config/adapter.xml',
    'managementComponents=jetty:health-check:metrics-provider-prometheus',
    'webServerPort=8080',
    'operationTimeout=20000',
  ].join('\n'),
  'adapter.xml': `<adapter><unique-id>orders</unique-id><channel-list>
<channel><unique-id>north</unique-id>
<consume-connection class="jetty-http-connection"><port>8081</port></consume-connection><workflow-list>
<standard-workflow><unique-id>a</unique-id><consumer class="jetty-message-consumer">
<path>/a</path></consumer></standard-workflow>
<pooling-workflow><unique-id>b</unique-id><pool-size>7</pool-size><consumer class="jetty-message-consumer">
<path>/b/*</path></consumer></pooling-workflow>
</workflow-list></channel>
<channel><unique-id>south</unique-id>
<consume-connection class="jetty-http-connection"><port>8082</port></consume-connection><workflow-list>
<standard-workflow><unique-id>c</unique-id><consumer class="jetty-message-consumer">
<path>/c</path></consumer></standard-workflow>
</workflow-list></channel></channel-list></adapter>`,
});
const image = InterlokImage.custom('registry.example.com/orders:1.0', {
  release: '5.0.1',
  ui: false,
  components: ['health-check', 'metrics-provider-prometheus'],
});
const RICH: Partial<InterlokChartProps> = {
  config,
  image,
  autoscaling: { minReplicas: 2, maxReplicas: 6, load: { prometheus: 'http://prometheus:9090', target: 0.5 } },
  resources: { memory: Size.gibibytes(1), cpuRequest: Cpu.millis(500) },
  drain: { preStop: Duration.seconds(20) },
  storage: [{ path: '/var/lib/orders', size: Size.gibibytes(1), perPod: true }],
  metrics: { labels: { release: 'prometheus' } },
};

test('given options of the Ingress, TLS, scaling, storage and metrics, then each field comes from its own prop or line', () => {
  const ingress: InterlokChartProps['ingress'] = {
    hosts: ['a.example.com', 'b.example.com'],
    tls: IngressTls.secret('orders-tls'),
    ingressClassName: 'inner',
    httpsRedirect: HttpsRedirect.MOVED_PERMANENTLY,
    loadBalancing: LoadBalancing.roundRobin(),
    healthCheck: ServerCheck.tcp({ interval: Duration.seconds(3) }),
    timeouts: { server: Duration.seconds(40) },
    connectionsPerPod: ConnectionLimit.of(5),
    rateLimit: { requests: 10 },
    allowList: ['10.0.0.0/8'],
    hsts: {},
    requestHeaders: { 'X-A': 'a' },
    annotations: { ingress: { 'example.com/a': 'b' } },
  };
  expect(originsBySource(helloWorldChart({ ...RICH, ingress }, 'orders'), isOwn)).toMatchInlineSnapshot(`
    "ConfigMap orders-config-…
      config/adapter.xml
        data['adapter.xml']
      config/bootstrap.properties
        data['bootstrap.properties']
      (completeConfiguration)
        data['log4j2.xml']
    Service orders-pods
      id
        spec.selector['instance']
    StatefulSet orders
      id
        spec.selector.matchLabels['instance']
        pod.affinity.…[0].podAffinityTerm.labelSelector.matchLabels['instance']
        pod.affinity.…[1].podAffinityTerm.labelSelector.matchLabels['instance']
        pod.serviceAccountName
        pod.topologySpreadConstraints[0].labelSelector.matchLabels['instance']
        pod.topologySpreadConstraints[1].labelSelector.matchLabels['instance']
      storage
        spec.serviceName
        spec.volumeClaimTemplates[0].metadata.labels['instance']
        spec.volumeClaimTemplates[0].metadata.labels['name']
        spec.volumeClaimTemplates[0].metadata.name
        spec.volumeClaimTemplates[0].spec.accessModes[0]
        spec.volumeClaimTemplates[0].spec.resources.requests.storage
        spec.volumeClaimTemplates[0].spec.volumeMode
      resources.memory
        interlok.env[0].name
        interlok.env[0].value
        interlok.resources.limits.memory
        interlok.resources.requests.memory
      image
        interlok.image
        interlok.imagePullPolicy
      drain.preStop
        interlok.lifecycle.preStop.exec.command[0]
        interlok.lifecycle.preStop.exec.command[1]
      config/bootstrap.properties:3:15 jetty 8080
        interlok.livenessProbe.httpGet.path
        interlok.livenessProbe.httpGet.port
        interlok.livenessProbe.httpGet.scheme
        interlok.readinessProbe.httpGet.path
        interlok.readinessProbe.httpGet.port
        interlok.readinessProbe.httpGet.scheme
        interlok.startupProbe.httpGet.path
        interlok.startupProbe.httpGet.port
        interlok.startupProbe.httpGet.scheme
      config/adapter.xml:3:57 jetty-http-connection 8081
        interlok.ports[0].containerPort
        interlok.ports[0].name
      config/adapter.xml:10:57 jetty-http-connection 8082
        interlok.ports[1].containerPort
        interlok.ports[1].name
      metrics, config/bootstrap.properties:3:15 jetty
        interlok.ports[2].containerPort
        interlok.ports[2].name
      (resources.ephemeralStorage)
        interlok.resources.limits.ephemeral-storage
        interlok.resources.requests.ephemeral-storage
      resources.cpuRequest
        interlok.resources.requests.cpu
      (platform)
        interlok.securityContext.runAsGroup
        interlok.securityContext.runAsUser
        pod.securityContext.fsGroup
        pod.securityContext.runAsGroup
        pod.securityContext.runAsUser
      config/bootstrap.properties:4:1 operationTimeout=20000
        interlok.startupProbe.failureThreshold
      config
        interlok.volumeMounts[0].mountPath
        interlok.volumeMounts[0].name
        interlok.volumeMounts[0].readOnly
        pod.volumes[0].configMap.name
        pod.volumes[0].name
      storage[0]
        interlok.volumeMounts[3].mountPath
        interlok.volumeMounts[3].name
      (pod.dns.policy)
        pod.dnsPolicy
      config/bootstrap.properties:4:1 operationTimeout=20000, drain.preStop
        pod.terminationGracePeriodSeconds
      (pod.topologySpread)
        pod.topologySpreadConstraints[0].labelSelector.matchLabels['name']
        pod.topologySpreadConstraints[0].maxSkew
        pod.topologySpreadConstraints[0].topologyKey
        pod.topologySpreadConstraints[0].whenUnsatisfiable
        pod.topologySpreadConstraints[1].labelSelector.matchLabels['name']
        pod.topologySpreadConstraints[1].maxSkew
        pod.topologySpreadConstraints[1].topologyKey
        pod.topologySpreadConstraints[1].whenUnsatisfiable
      (rollout)
        spec.updateStrategy.rollingUpdate.partition
        spec.updateStrategy.type
    Service orders
      ingress.timeouts, (ingress.retries), ingress.connectionsPerPod
        metadata.annotations['haproxy.org/backend-config-snippet']
      ingress.healthCheck
        metadata.annotations['haproxy.org/check']
        metadata.annotations['haproxy.org/check-interval']
      ingress.loadBalancing
        metadata.annotations['haproxy.org/load-balance']
      ingress.timeouts
        metadata.annotations['haproxy.org/timeout-server']
      config/adapter.xml:3:57 jetty-http-connection 8081
        spec.ports[0].name
        spec.ports[0].port
        spec.ports[0].targetPort
      config/adapter.xml:10:57 jetty-http-connection 8082
        spec.ports[1].name
        spec.ports[1].port
        spec.ports[1].targetPort
      id
        spec.selector['instance']
    Ingress orders
      ingress.annotations
        metadata.annotations['example.com/a']
      ingress.allowList
        metadata.annotations['haproxy.org/allow-list']
      ingress.rateLimit
        metadata.annotations['haproxy.org/rate-limit-period']
        metadata.annotations['haproxy.org/rate-limit-requests']
        metadata.annotations['haproxy.org/rate-limit-status-code']
      ingress.requestHeaders
        metadata.annotations['haproxy.org/request-set-header']
      ingress.hsts
        metadata.annotations['haproxy.org/response-set-header']
      ingress.httpsRedirect
        metadata.annotations['haproxy.org/ssl-redirect']
        metadata.annotations['haproxy.org/ssl-redirect-code']
      ingress.ingressClassName
        spec.ingressClassName
      ingress.hosts
        spec.rules[0].host
        spec.rules[1].host
        spec.tls[0].hosts[0]
        spec.tls[0].hosts[1]
      id
        spec.rules[0].http.paths[0].backend.service.name
        spec.rules[0].http.paths[1].backend.service.name
        spec.rules[0].http.paths[2].backend.service.name
        spec.rules[1].http.paths[0].backend.service.name
        spec.rules[1].http.paths[1].backend.service.name
        spec.rules[1].http.paths[2].backend.service.name
      config/adapter.xml:3:57 jetty-http-connection 8081
        spec.rules[0].http.paths[0].backend.service.port.number
        spec.rules[0].http.paths[1].backend.service.port.number
        spec.rules[1].http.paths[0].backend.service.port.number
        spec.rules[1].http.paths[1].backend.service.port.number
      config/adapter.xml:5:7 path /a
        spec.rules[0].http.paths[0].path
        spec.rules[0].http.paths[0].pathType
        spec.rules[1].http.paths[0].path
        spec.rules[1].http.paths[0].pathType
      config/adapter.xml:7:7 path /b/*
        spec.rules[0].http.paths[1].path
        spec.rules[0].http.paths[1].pathType
        spec.rules[1].http.paths[1].path
        spec.rules[1].http.paths[1].pathType
      config/adapter.xml:10:57 jetty-http-connection 8082
        spec.rules[0].http.paths[2].backend.service.port.number
        spec.rules[1].http.paths[2].backend.service.port.number
      config/adapter.xml:12:7 path /c
        spec.rules[0].http.paths[2].path
        spec.rules[0].http.paths[2].pathType
        spec.rules[1].http.paths[2].path
        spec.rules[1].http.paths[2].pathType
      ingress.tls
        spec.tls[0].secretName
    ScaledObject orders
      config/bootstrap.properties:4:1 operationTimeout=20000, drain.preStop
        spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.policies[0].periodSeconds
        spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.policies[1].periodSeconds
        spec.advanced.horizontalPodAutoscalerConfig.behavior.scaleDown.stabilizationWindowSeconds
      autoscaling.minReplicas
        spec.fallback.replicas
        spec.minReplicaCount
      autoscaling.maxReplicas
        spec.maxReplicaCount
      storage
        spec.scaleTargetRef.kind
      id
        spec.scaleTargetRef.name
      config/adapter.xml:3:57 jetty-http-connection 8081
        spec.triggers[0].metadata.query
      autoscaling.load.prometheus
        spec.triggers[0].metadata.serverAddress
        spec.triggers[1].metadata.serverAddress
      ingress.connectionsPerPod, autoscaling.load.target
        spec.triggers[0].metadata.threshold
        spec.triggers[1].metadata.threshold
      config/adapter.xml:10:57 jetty-http-connection 8082
        spec.triggers[1].metadata.query
    PodMonitor orders
      metrics.labels
        metadata.labels.release
      metrics
        spec.podMetricsEndpoints[0].path
        spec.podMetricsEndpoints[0].port
      id
        spec.selector.matchLabels['instance']
    PrometheusRule orders
      metrics.labels
        metadata.labels.release
      (metrics.alerts)
        spec.groups[0].name
        spec.groups[0].rules[0].alert
        spec.groups[0].rules[0].annotations.description
        spec.groups[0].rules[0].annotations.summary
        spec.groups[0].rules[0].expr
        spec.groups[0].rules[0].for
        spec.groups[0].rules[0].labels.adapter
        spec.groups[0].rules[0].labels.severity
    ConfigMap orders-dashboard
      (metrics.dashboard)
        metadata.annotations['kustomize.toolkit.fluxcd.io/substitute']
        metadata.labels.grafana_dashboard
        data['orders-orders.json']
    PodDisruptionBudget orders
      id
        spec.selector.matchLabels['instance']
    NetworkPolicy orders
      config/bootstrap.properties:2:41 metrics-provider-prometheus is a management component that may call out
        spec.egress[0]
      config/adapter.xml:3:57 jetty-http-connection 8081
        spec.ingress[0].ports[0].port
        spec.ingress[0].ports[0].protocol
      config/adapter.xml:10:57 jetty-http-connection 8082
        spec.ingress[0].ports[1].port
        spec.ingress[0].ports[1].protocol
      metrics
        spec.ingress[1].from[0].namespaceSelector.matchLabels['kubernetes.io/metadata.name']
        spec.ingress[1].from[0].podSelector.matchLabels['name']
        spec.ingress[1].ports[0].port
        spec.ingress[1].ports[0].protocol
      id
        spec.podSelector.matchLabels['instance']"
  `);
});

test('given a Gateway, then each path comes from its consumer, and the rest from its own prop', () => {
  const gateway = { name: 'shared', namespace: 'gateways', sectionName: 'https', timeout: Duration.seconds(90) };
  const props = { config, host: 'orders.example.com', gateway, image, networkPolicy: false as const };
  const shown = (field: string): boolean => isOwn(field) && !field.startsWith('spec.template');
  expect(originsBySource(helloWorldChart(props, 'orders'), shown)).toMatchInlineSnapshot(`
    "ConfigMap orders-config-…
      config/adapter.xml
        data['adapter.xml']
      config/bootstrap.properties
        data['bootstrap.properties']
      (completeConfiguration)
        data['log4j2.xml']
    Deployment orders
      (replicas)
        spec.replicas
      id
        spec.selector.matchLabels['instance']
      (rollout)
        spec.strategy.rollingUpdate.maxSurge
        spec.strategy.rollingUpdate.maxUnavailable
        spec.strategy.type
    Service orders
      config/adapter.xml:3:57 jetty-http-connection 8081
        spec.ports[0].name
        spec.ports[0].port
        spec.ports[0].targetPort
      config/adapter.xml:10:57 jetty-http-connection 8082
        spec.ports[1].name
        spec.ports[1].port
        spec.ports[1].targetPort
      id
        spec.selector['instance']
    HTTPRoute orders
      host
        spec.hostnames[0]
      gateway.name
        spec.parentRefs[0].name
      gateway.namespace
        spec.parentRefs[0].namespace
      gateway.sectionName
        spec.parentRefs[0].sectionName
      id
        spec.rules[0].backendRefs[0].name
        spec.rules[1].backendRefs[0].name
      config/adapter.xml:5:7 path /a, config/adapter.xml:7:7 path /b/*
        spec.rules[0].backendRefs[0].port
      config/adapter.xml:5:7 path /a
        spec.rules[0].matches[0].path.type
        spec.rules[0].matches[0].path.value
      config/adapter.xml:7:7 path /b/*
        spec.rules[0].matches[1].path.type
        spec.rules[0].matches[1].path.value
      gateway.timeout
        spec.rules[0].timeouts.request
        spec.rules[1].timeouts.request
      config/adapter.xml:12:7 path /c
        spec.rules[1].backendRefs[0].port
        spec.rules[1].matches[0].path.type
        spec.rules[1].matches[0].path.value
    PodDisruptionBudget orders
      id
        spec.selector.matchLabels['instance']"
  `);
});
