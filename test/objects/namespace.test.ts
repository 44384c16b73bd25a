import { PodSecurityLevel, SecuredNamespace } from '../../lib/objects/namespace';
import { LABELS, objectsMade } from '../support/constructs';

describe('SecuredNamespace', () => {
  test('given a name, then only restricted pods are admitted, and the Namespace is in no namespace itself', () => {
    expect(
      objectsMade((chart) => new SecuredNamespace(chart, 'namespace', { name: 'orders', labels: LABELS })),
    ).toEqual([
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'orders', labels: { ...LABELS, 'pod-security.kubernetes.io/enforce': 'restricted' } },
      },
    ]);
  });

  test('given a level, then it is the one that is enforced', () => {
    const props = { name: 'orders', labels: {}, podSecurity: PodSecurityLevel.PRIVILEGED };

    expect(objectsMade((chart) => new SecuredNamespace(chart, 'namespace', props))).toMatchObject([
      { metadata: { labels: { 'pod-security.kubernetes.io/enforce': 'privileged' } } },
    ]);
  });
});
