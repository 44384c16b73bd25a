import type { ControllerSettings } from '../settings';

/**
 * The arguments of the jcmoraisjr controller, which does not start with one that it does not know.
 * @see https://github.com/jcmoraisjr/haproxy-ingress/blob/v0.16.1/docs/content/en/docs/configuration/command-line.md
 */
export function jcmoraisjrArgs(settings: ControllerSettings): string[] {
  const { name, namespace, ingressClass, defaultCertificate: certificate, defaultBackend: backend } = settings;
  return [
    `--configmap=${namespace}/${name}`,
    `--ingress-class=${ingressClass}`,
    `--controller-class=${ingressClass}`,
    '--sort-backends',
    // Gateways need further rights in the cluster, which this controller therefore does not get.
    '--watch-gateway=false',
    `--wait-before-shutdown=${settings.drainDelay.toSeconds()}`,
    ...(settings.exposure.type === 'LoadBalancer' ? [`--publish-service=${namespace}/${name}`] : []),
    ...(certificate === undefined ? [] : [`--default-ssl-certificate=${certificate.namespace}/${certificate.name}`]),
    ...(backend === undefined ? [] : [`--default-backend-service=${backend.namespace}/${backend.name}`]),
    ...settings.watchNamespaces.map((watched) => `--watch-namespace=${watched}`),
  ];
}
