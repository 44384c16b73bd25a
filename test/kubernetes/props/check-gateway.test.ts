import { Duration } from 'cdk8s';
import { PropsError } from '../../../lib';
import { helloWorldChart } from '../../support/charts';

/** What is said of wrong props beside a Gateway, by field. */
function problemsOf(props: Record<string, unknown>): Readonly<Record<string, string>> {
  try {
    helloWorldChart({ gateway: { name: 'shared' }, ...props });
    return {};
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    return Object.fromEntries(error.problems.map(({ field, expected }) => [field, expected]));
  }
}

const fieldsOf = (props: Record<string, unknown>): string[] => Object.keys(problemsOf(props));

test.each<[unknown, string[]]>([
  [{}, ['gateway.name']],
  ['shared', ['gateway']],
  [{ name: 'Not Valid' }, ['gateway.name']],
  [{ name: 'a', namespace: 'B' }, ['gateway.namespace']],
  [{ name: 'a', sectionName: '' }, ['gateway.sectionName']],
  [{ name: 'a', timeout: '30s' }, ['gateway.timeout']],
  [{ name: 'a', timeout: Duration.seconds(0) }, ['gateway.timeout']],
  [{ name: 'a', timeout: Duration.days(2) }, ['gateway.timeout']],
  [{ name: 'a', listener: 'https' }, ['gateway.listener']],
])('given gateway: %p, then the field that is wrong is named', (gateway, fields) => {
  expect(fieldsOf({ gateway })).toEqual(fields);
});

test('given options that only HAProxy knows, then each is refused by its name, with what to do instead', () => {
  const ingress = { hosts: ['a.example.com'], serverSlots: 10, configSnippets: false, allowList: ['10.0.0.0/8'] };

  expect(problemsOf({ ingress })).toEqual({
    'ingress.serverSlots': 'nothing beside gateway, which a Gateway has no common form for',
    'ingress.configSnippets': 'nothing beside gateway, which a Gateway has no common form for',
    'ingress.allowList': 'nothing beside gateway, which a Gateway has no common form for',
  });
});

test('given hosts and paths, which a route has too, then nothing is refused', () => {
  expect(problemsOf({ ingress: { hosts: ['a.example.com'], paths: [{ path: '/a' }] } })).toEqual({});
});

test.each<[string, Record<string, unknown>, string[]]>([
  ['more hosts than a route can have', { ingress: { hosts: manyHosts(17) } }, ['ingress.hosts']],
  ['a path with a blank', { ingress: { paths: [{ path: '/a b' }] } }, ['ingress.paths[0].path']],
  ['an encoded slash', { ingress: { paths: [{ path: '/a%2Fb' }] } }, ['ingress.paths[0].path']],
  ['no Ingress', { ingress: false }, ['ingress']],
  [
    'a load that HAProxy counts',
    { autoscaling: { maxReplicas: 3, load: { prometheus: 'http://p' } } },
    ['autoscaling.load'],
  ],
])('given %s beside a Gateway, then it is refused', (_what, props, fields) => {
  expect(fieldsOf(props)).toEqual(fields);
});

function manyHosts(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `h${index}.example.com`);
}
