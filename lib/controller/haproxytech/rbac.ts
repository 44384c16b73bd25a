import type { k8s } from 'cdk8s-plus-27';
import type { ControllerSettings } from '../settings';

const READ = ['get', 'list', 'watch'];

/**
 * The API calls that the code of the controller makes, and no more: the vendor's own role may also read nodes, events
 * and the workloads of every namespace, and write Secrets.
 * @see https://github.com/haproxytech/kubernetes-ingress/tree/v3.2.11/pkg/k8s
 */
export function haproxytechClusterRules(settings: ControllerSettings): k8s.PolicyRule[] {
  return [
    { apiGroups: [''], resources: ['configmaps', 'services', 'secrets', 'namespaces', 'pods'], verbs: READ },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'], verbs: READ },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
    // Without this one the controller waits at its start for ever, custom resources or not.
    { apiGroups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: READ },
    ...(settings.customResources
      ? [
          {
            apiGroups: ['ingress.v1.haproxy.org', 'ingress.v3.haproxy.org'],
            resources: ['*'],
            verbs: [...READ, 'update'],
          },
        ]
      : []),
  ];
}
