import { HaproxyController } from '../../../lib/controller/index';
import { at } from '../../support/json';
import { objects, one } from '../charts';

const READ = ['get', 'list', 'watch'];
const DERIVED_MINIMUM = [
  { apiGroups: [''], resources: ['configmaps', 'services', 'secrets', 'namespaces', 'pods'], verbs: READ },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses', 'ingressclasses'], verbs: READ },
  { apiGroups: ['networking.k8s.io'], resources: ['ingresses/status'], verbs: ['update'] },
  { apiGroups: ['discovery.k8s.io'], resources: ['endpointslices'], verbs: READ },
  { apiGroups: ['apiextensions.k8s.io'], resources: ['customresourcedefinitions'], verbs: READ },
];

describe('given the haproxytech controller', () => {
  const manifests = objects();

  test('then it may do what its code does, and no more', () => {
    expect(one(manifests, 'ClusterRole')['rules']).toEqual(DERIVED_MINIMUM);
    expect(manifests.filter(({ kind }) => kind === 'Role' || kind === 'RoleBinding')).toEqual([]);
  });

  test('then the role is bound to its ServiceAccount alone', () => {
    const binding = one(manifests, 'ClusterRoleBinding');
    const role = one(manifests, 'ClusterRole');
    const account = one(manifests, 'ServiceAccount');
    const name = at(role, 'metadata.name');
    expect(binding['roleRef']).toEqual({ apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name });
    expect(binding['subjects']).toEqual([
      { kind: 'ServiceAccount', name: at(account, 'metadata.name'), namespace: at(account, 'metadata.namespace') },
    ]);
  });

  test('when custom resources are asked for, then it may read and update them too', () => {
    expect(one(objects({ customResources: true }), 'ClusterRole')['rules']).toEqual([
      ...DERIVED_MINIMUM,
      {
        apiGroups: ['ingress.v1.haproxy.org', 'ingress.v3.haproxy.org'],
        resources: ['*'],
        verbs: ['get', 'list', 'watch', 'update'],
      },
    ]);
  });

  test('when the chart names an existing namespace, then the binding does', () => {
    const [subject] = one(objects({ namespace: 'edge' }), 'ClusterRoleBinding')['subjects'] as unknown[];
    expect(subject).toMatchObject({ namespace: 'edge' });
  });
});

describe('given any controller, then it may neither write Secrets nor read more than it names', () => {
  test.each(Object.values(HaproxyController))('%s', (controller) => {
    const rules = objects({ controller })
      .filter(({ kind }) => kind === 'ClusterRole' || kind === 'Role')
      .flatMap((role) => role['rules'] as { resources: string[]; verbs: string[] }[]);
    expect(rules.flatMap(({ verbs }) => verbs)).not.toContain('*');
    expect(rules.flatMap(({ resources }) => resources)).not.toContain('*');
    const ofSecrets = rules.filter(({ resources }) => resources.includes('secrets')).flatMap(({ verbs }) => verbs);
    expect(ofSecrets.filter((verb) => !READ.includes(verb))).toEqual([]);
  });
});
