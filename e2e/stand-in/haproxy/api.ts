import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { setTimeout } from 'node:timers/promises';
import type { EndpointSlice, Ingress, Service, Wanted } from './cluster-objects';

/** The account of the pod, where every pod has it. */
const ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';
const CALL_TIMEOUT_MS = 5_000;
const WATCH_SECONDS = 60;
const RETRY_MS = 1_000;

const INGRESSES = '/apis/networking.k8s.io/v1/ingresses';
const SERVICES = '/api/v1/services';
const ENDPOINT_SLICES = '/apis/discovery.k8s.io/v1/endpointslices';

/** Reads all that matters, with the rights of the pod. */
export async function readCluster(configMap: string, ingressClass: string): Promise<Wanted> {
  const [namespace = '', name = ''] = configMap.split('/');
  const [settings, ingresses, services, endpointSlices] = await Promise.all([
    get(`/api/v1/namespaces/${namespace}/configmaps/${name}`) as Promise<{ data?: Record<string, string> }>,
    get(INGRESSES) as Promise<{ items: Ingress[] }>,
    get(SERVICES) as Promise<{ items: Service[] }>,
    get(ENDPOINT_SLICES) as Promise<{ items: EndpointSlice[] }>,
  ]);
  return {
    ingressClass,
    settings: settings.data ?? {},
    ingresses: ingresses.items,
    services: services.items,
    endpointSlices: endpointSlices.items,
  };
}

/** Calls back whenever pods come or go. Never ends. */
export async function watchPods(onChange: () => void): Promise<never> {
  for (;;) {
    try {
      const response = await call(
        `${ENDPOINT_SLICES}?watch=1&timeoutSeconds=${WATCH_SECONDS}`,
        WATCH_SECONDS * 1000 * 2,
      );
      response.on('data', onChange);
      await once(response, 'close');
    } catch {
      await setTimeout(RETRY_MS);
    }
  }
}

async function get(path: string): Promise<unknown> {
  const response = await call(path, CALL_TIMEOUT_MS);
  let body = '';
  for await (const chunk of response) body += String(chunk);
  if (response.statusCode !== 200) throw new Error(`${path}: ${response.statusCode ?? 0} ${body}`);
  return JSON.parse(body);
}

function call(path: string, timeoutMs: number): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        host: process.env['KUBERNETES_SERVICE_HOST'],
        port: process.env['KUBERNETES_SERVICE_PORT'],
        path,
        ca: readFileSync(`${ACCOUNT}/ca.crt`),
        headers: { Authorization: `Bearer ${readFileSync(`${ACCOUNT}/token`, 'utf8')}` },
        signal: AbortSignal.timeout(timeoutMs),
      },
      resolve,
    );
    sending.on('error', reject);
    sending.end();
  });
}
