import { Cpu, ImagePullPolicy } from 'cdk8s-plus-27';
import { helloWorldChart, objectsOf } from '../support/charts';
import { at, listAt } from '../support/json';
import { schemaErrors } from '../support/strict-schema';

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`;

test('given the strict variant, then limits of CPU, a digest and the pull policy that strict policies demand', () => {
  const objects = objectsOf(
    helloWorldChart({
      image: `adaptris/interlok:5.0.1-temurin@${digest}`,
      imagePullPolicy: ImagePullPolicy.ALWAYS,
      resources: { cpuLimit: Cpu.units(2) },
    }),
  );
  const deployment = objects.find(({ kind }) => kind === 'Deployment') ?? {};
  const [container = {}] = listAt(deployment, 'spec.template.spec.containers');

  expect(container).toMatchObject({
    image: `adaptris/interlok:5.0.1-temurin@${digest}`,
    imagePullPolicy: 'Always',
    resources: { limits: { cpu: '2' } },
  });
  expect(at(container, 'resources.limits.memory')).toBe('512Mi');
  expect(schemaErrors(objects)).toEqual([]);
});
