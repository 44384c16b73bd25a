import type { k8s } from 'cdk8s-plus-27';

const READ = ['get', 'list', 'watch'];

/**
 * What the controller's own chart grants, without the rights for gateways, which are not watched, and for the API group
 * `extensions`, which no supported Kubernetes serves.
 * @see https://github.com/haproxy-ingress/charts/blob/0.16.1/haproxy-ingress/templates/clusterrole.yaml
 */
export const JCMORAISJR_CLUSTER_RULES: k8s.PolicyRule[] = [
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] },
  { apiGroups: [''], resources: ['configmaps', 'endpoints', 'nodes', 'secrets'], verbs: ['list', 'watch'] },
  { apiGroups: [''], resources: ['namespaces', 'nodes', 'pods', 'services'], verbs: READ },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'], verbs: READ },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['patch', 'update'] },
  { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
];

/**
 * What it may do in its own namespace, for the election of a leader above all.
 * @see https://github.com/haproxy-ingress/charts/blob/0.16.1/haproxy-ingress/templates/role.yaml
 */
export const JCMORAISJR_NAMESPACE_RULES: k8s.PolicyRule[] = [
  { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'create', 'update'] },
  { apiGroups: [''], resources: ['pods', 'secrets', 'namespaces'], verbs: ['get'] },
  { apiGroups: [''], resources: ['configmaps', 'endpoints'], verbs: ['get', 'create', 'update'] },
  { apiGroups: ['apps'], resources: ['daemonsets', 'replicasets'], verbs: ['get'] },
];
