import { HaproxyController } from '../../../lib/controller/index';
import { at } from '../../support/json';
import { objects, one } from '../charts';

const READ = ['get', 'list', 'watch'];
const manifests = objects({ controller: HaproxyController.JCMORAISJR });

test('given the jcmoraisjr controller, then it may do in the cluster what its chart grants, without gateways', () => {
  expect(one(manifests, 'ClusterRole')['rules']).toEqual([
    { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: ['list', 'watch'] },
    { apiGroups: [''], resources: ['configmaps', 'endpoints', 'nodes', 'secrets'], verbs: ['list', 'watch'] },
    { apiGroups: [''], resources: ['namespaces', 'nodes', 'pods', 'services'], verbs: READ },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'], verbs: READ },
    { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['patch', 'update'] },
    { apiGroups: [''], resources: ['events'], verbs: ['create', 'patch'] },
  ]);
});

test('given the jcmoraisjr controller, then it may do in its own namespace what its chart grants', () => {
  const role = one(manifests, 'Role');
  expect(at(role, 'metadata.namespace')).toBe('haproxy-controller');
  expect(role['rules']).toEqual([
    { apiGroups: ['coordination.k8s.io'], resources: ['leases'], verbs: ['get', 'create', 'update'] },
    { apiGroups: [''], resources: ['pods', 'secrets', 'namespaces'], verbs: ['get'] },
    { apiGroups: [''], resources: ['configmaps', 'endpoints'], verbs: ['get', 'create', 'update'] },
    { apiGroups: ['apps'], resources: ['daemonsets', 'replicasets'], verbs: ['get'] },
  ]);
  const binding = one(manifests, 'RoleBinding');
  expect(at(binding, 'roleRef.kind')).toBe('Role');
  expect(at(binding, 'roleRef.name')).toBe(at(role, 'metadata.name'));
  expect(binding['subjects']).toEqual([
    { kind: 'ServiceAccount', name: 'haproxy-controller', namespace: 'haproxy-controller' },
  ]);
});
