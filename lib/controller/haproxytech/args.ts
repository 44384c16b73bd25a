import type { NamespacedName } from '../controller-options';
import type { ControllerSettings } from '../settings';
import { tcpServicesName } from '../tcp-services';

/**
 * The arguments of the haproxytech controller, which ignores an unknown one without a word: hence none is free text.
 * @see https://github.com/haproxytech/kubernetes-ingress/blob/v3.2.11/pkg/utils/flags.go
 */
export function haproxytechArgs(settings: ControllerSettings): string[] {
  const { name, namespace } = settings;
  const own = { namespace, name };
  return [
    `--configmap=${reference(own)}`,
    `--ingress.class=${settings.ingressClass}`,
    `--log=${settings.logLevel}`,
    // No UDP port leads to the pod, so a client must not be told of one.
    '--disable-quic',
    // The status of an Ingress takes its address from this Service, which has one from outside only here.
    ...(settings.exposure.type === 'LoadBalancer' ? [`--publish-service=${reference(own)}`] : []),
    ...optional('default-ssl-certificate', settings.defaultCertificate),
    ...optional('default-backend-service', settings.defaultBackend),
    ...settings.watchNamespaces.map((watched) => `--namespace-whitelist=${watched}`),
    ...settings.ignoreNamespaces.map((ignored) => `--namespace-blacklist=${ignored}`),
    ...(settings.tcpServices.length === 0
      ? []
      : [`--configmap-tcp-services=${reference({ namespace, name: tcpServicesName(name) })}`]),
    ...(settings.ipv6 ? [] : ['--disable-ipv6']),
    ...(settings.syncPeriod === undefined ? [] : [`--sync-period=${settings.syncPeriod.toSeconds()}s`]),
    ...(settings.metrics !== false && settings.metrics.controller === true ? ['--prometheus'] : []),
  ];
}

function optional(flag: string, object: NamespacedName | undefined): string[] {
  return object === undefined ? [] : [`--${flag}=${reference(object)}`];
}

function reference(object: NamespacedName): string {
  return `${object.namespace}/${object.name}`;
}
