import type { Chart } from 'cdk8s';
import { App, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import {
  ControllerExposure,
  HaproxyController,
  HaproxyIngressController,
  InterlokChart,
  type InterlokChartProps,
} from '../lib';
import type { Manifest } from './test-cluster';

/** The manifests of a chart. */
export function manifestsOf(chart: Chart): Manifest[] {
  return Testing.synth(chart) as Manifest[];
}

/** A small adapter of the tests: one pod that asks for little of the node. */
export function adapterChart(
  id: string,
  config: InterlokChartProps['config'],
  props: Partial<InterlokChartProps> = {},
): InterlokChart {
  const resources = { cpuRequest: kplus.Cpu.millis(20) };
  const replicas = props.autoscaling === undefined ? 1 : undefined;
  return new InterlokChart(new App(), id, { config, replicas, resources, ...props });
}

/** An image with a shell and curl. */
export function toolsImage(real: boolean): string {
  return real ? 'docker.io/curlimages/curl:8.16.0' : 'docker.io/adaptris/interlok:5.0.1-temurin';
}

/** Answers every connection to a port with a text, by a shell. */
function answering(port: number, text: string): string {
  const head = `HTTP/1.1 200 OK\\r\\nContent-Length: ${text.length}\\r\\nConnection: close\\r\\n\\r\\n`;
  return `while true; do printf '${head}${text}' | nc -l -p ${port} >/dev/null; done`;
}

/** A namespace that admits hardened pods alone. */
export function namespaceManifest(name: string): Manifest {
  const labels = { 'pod-security.kubernetes.io/enforce': 'restricted' };
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

/** A pod with a shell and curl, in a namespace of its own without policies; it answers at port 9000 with `echo`. */
export function toolsManifests(namespace: string, image: string): Manifest[] {
  const labels = { app: 'tools' };
  return [
    namespaceManifest(namespace),
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'tools', namespace },
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            terminationGracePeriodSeconds: 0,
            automountServiceAccountToken: false,
            securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: 'RuntimeDefault' } },
            containers: [
              {
                name: 'tools',
                image,
                imagePullPolicy: 'IfNotPresent',
                command: ['sh', '-c', answering(9000, 'echo')],
                resources: { requests: { cpu: '10m', memory: '16Mi' } },
                securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
              },
            ],
          },
        },
      },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'echo', namespace },
      spec: { selector: labels, ports: [{ port: 9000, targetPort: 9000 }] },
    },
  ];
}

/** The adapter of dist/ with another configuration. */
export function helloWorldChart(config: string, props: Partial<InterlokChartProps> = {}): InterlokChart {
  return new InterlokChart(new App(), 'hello-world', { config, replicas: 3, ...props });
}

/**
 * The jcmoraisjr controller. Its image has no stand-in: the pod is the same in all that the API server and the kernel look
 * at, and a shell listens at its ports.
 */
export function jcmoraisjrManifests(id: string, real: boolean): Manifest[] {
  const manifests = manifestsOf(
    new HaproxyIngressController(new App(), id, {
      controller: HaproxyController.JCMORAISJR,
      exposure: ControllerExposure.nodePort({ http: 30082, https: 30445 }),
      ingressClass: id,
      replicas: 1,
      resources: { cpu: { request: kplus.Cpu.millis(20) } },
    }),
  );
  if (real) return manifests;
  const command = ['sh', '-c', `(${answering(10253, 'ready')}) & ${answering(80, 'served')}`];
  const replaced: Record<string, unknown> = { image: toolsImage(real), command, args: [], lifecycle: undefined };
  // JSON has no other way to reach all containers of an object whose type is not known here.
  const withShell = (text: string) =>
    JSON.parse(text, (key, value: unknown) => {
      if (key !== 'containers' || !Array.isArray(value)) return value;
      return value.map((container: object) => ({ ...container, ...replaced }));
    }) as Manifest;
  return manifests.map((manifest) => withShell(JSON.stringify(manifest)));
}
