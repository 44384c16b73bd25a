import { ControllerExposure, HaproxyController, type HaproxyIngressControllerProps } from '../../lib/controller/index';
import { JCMORAISJR_UNSUPPORTED } from '../../lib/controller/jcmoraisjr/check';
import { at, jsonAt, walk } from '../support/json';
import { restrictedViolations } from '../support/pod-security';
import { expectStrictlyValid } from '../support/strict-schema';
import { args, objects, one, podSpec } from './charts';
import { everyProp } from './every-prop';

// The two exclude each other.
const withWatched: HaproxyIngressControllerProps = { ...everyProp, ignoreNamespaces: undefined };
const withIgnored: HaproxyIngressControllerProps = { ...everyProp, watchNamespaces: undefined };

/** Every prop, but for those that jcmoraisjr cannot follow. */
const everyPropOfJcmoraisjr: HaproxyIngressControllerProps = {
  ...Object.fromEntries(Object.entries(everyProp).filter(([field]) => !(field in JCMORAISJR_UNSUPPORTED))),
  controller: HaproxyController.JCMORAISJR,
  image: 'quay.io/jcmoraisjr/haproxy-ingress:v0.15.4',
  redispatch: true,
  watchNamespaces: ['orders'],
  config: { 'slots-min-free': '2' },
};

const forms: Readonly<Record<string, HaproxyIngressControllerProps>> = {
  production: {},
  kind: { exposure: ControllerExposure.nodePort(), replicas: 1 },
  'host ports': { exposure: ControllerExposure.hostPorts() },
  'node ports': { exposure: ControllerExposure.nodePort() },
  'jcmoraisjr in production': { controller: HaproxyController.JCMORAISJR },
  'jcmoraisjr with host ports': { controller: HaproxyController.JCMORAISJR, exposure: ControllerExposure.hostPorts() },
  'every prop': withWatched,
  'every prop of jcmoraisjr': everyPropOfJcmoraisjr,
};

const rendered = Object.entries(forms).map(([form, props]) => ({ form, manifests: objects(props) }));

describe.each(rendered)('given the form $form', ({ form, manifests }) => {
  test('then the manifests are these', () => expect(manifests).toMatchSnapshot());

  test('then the API server would accept every object', () => expectStrictlyValid(manifests));

  test('then Pod Security restricted admits the pods, but for host ports', () => {
    const violations = form.includes('host ports') ? [expect.stringMatching(/^DaemonSet.*\[host-ports\]/)] : [];
    expect(restrictedViolations(manifests)).toEqual(violations);
  });

  test('then a namespace that it makes comes first, with the level that the pods need', () => {
    const namespaces = manifests.filter(({ kind }) => kind === 'Namespace');
    expect(namespaces).toEqual(form.startsWith('every prop') ? [] : [manifests[0]]);
    const levels = namespaces.map((n) => jsonAt(n, 'metadata.labels')['pod-security.kubernetes.io/enforce']);
    const expected = form.includes('host ports') ? 'privileged' : 'restricted';
    expect(levels).toEqual(form.startsWith('every prop') ? [] : [expected]);
  });

  test('then nothing empty, no null and no hash is in them', () => {
    const empty: string[] = [];
    walk(manifests, (value, path) => {
      const nothing = value === null || (typeof value === 'object' && Object.keys(value).length === 0);
      if (nothing && !path.endsWith('/namespaceSelector')) empty.push(path);
    });
    expect(empty).toEqual([]);
    expect(JSON.stringify(manifests).match(/cdk8s\.io\/metadata|-c8[0-9a-f]{6}"/g)).toBeNull();
  });

  test('then only cluster-wide kinds are in no namespace', () => {
    const clusterWide = ['Namespace', 'ClusterRole', 'ClusterRoleBinding', 'IngressClass'];
    const withoutNamespace = manifests.filter((m) => at(m, 'metadata.namespace') === undefined).map((m) => m['kind']);
    expect(withoutNamespace).toEqual(
      clusterWide.filter((kind) => kind !== 'Namespace' || !form.startsWith('every prop')),
    );
  });

  test('then the token is mounted in the controller and nowhere else', () => {
    expect(one(manifests, 'ServiceAccount')['automountServiceAccountToken']).toBe(false);
    expect(podSpec(manifests)['automountServiceAccountToken']).toBe(true);
  });
});

test('given namespaces to ignore, then they are in the arguments', () => {
  expect(args(objects(withIgnored))).toContain('--namespace-blacklist=kube-system');
});
