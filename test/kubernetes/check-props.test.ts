import { Duration, Size } from 'cdk8s';
import { App } from 'cdk8s';
import { InterlokChart, PropsError } from '../../lib';

/** What the chart says of wrong props, field by field. */
function problemsOf(props: Record<string, unknown>, id = 'hello-world'): string[] {
  try {
    new InterlokChart(new App(), id, { config: 'config', ...props });
    return [];
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    return error.problems.map(({ field, value }) => `${field}=${String(value)}`);
  }
}

describe('props of InterlokChart', () => {
  test.each<[Record<string, unknown>, string[]]>([
    [{ replicas: 0 }, ['replicas=0']],
    [{ replicas: -1 }, ['replicas=-1']],
    [{ replicas: 1.5 }, ['replicas=1.5']],
    [{ replicas: NaN }, ['replicas=NaN']],
    [{ replicas: '3' }, ['replicas=3']],
    [{ config: '' }, ['config=']],
    [{ config: undefined }, ['config=undefined']],
    [{ namespace: 'Not_Valid!' }, ['namespace=Not_Valid!']],
    [{ namespace: 'a'.repeat(64) }, [`namespace=${'a'.repeat(64)}`]],
    [{ host: 'not a host' }, ['host=not a host']],
    [{ host: '-x.example.com' }, ['host=-x.example.com']],
    [{ ingress: { hosts: ['ok.example.com', 'bad host'] } }, ['ingress.hosts[1]=bad host']],
    [{ host: 'a.example.com', ingress: false }, ['host=a.example.com']],
    [{ host: 'a.example.com', ingress: { hosts: ['b.example.com'] } }, ['host=a.example.com']],
    [{ image: 'example/orders:1.0' }, ['image=example/orders:1.0']],
    [{ image: 5 }, ['image=5']],
    [{ env: { '1A': 'x' } }, ['env.1A=1A']],
    [{ env: { JVM_ARGS: '-Xmx1g' } }, ['env.JVM_ARGS=-Xmx1g']],
    [{ env: { A: 1 } }, ['env.A=1']],
    [{ secretFiles: [{ path: '../x', secretName: 's' }] }, ['secretFiles[0].path=../x']],
    [{ secretFiles: [{ path: '/x', secretName: 'S' }] }, ['secretFiles[0].secretName=S', 'secretFiles[0].path=/x']],
    [{ secretFiles: [{ path: 'a b', secretName: 's' }] }, ['secretFiles[0].key=a b']],
    [{ resources: { memory: Size.mebibytes(100) } }, ['resources.memory=100Mi']],
    [{ drain: { preStop: Duration.millis(1500) } }, ['drain.preStop=1500 ms']],
    [{ drain: { gracePeriod: Duration.seconds(0) } }, ['drain.gracePeriod=0 ms']],
    [{ jvmOptions: ['-Da=b c'] }, ['jvmOptions[0]=-Da=b c']],
    [{ expose: [0, 70000] }, ['expose[0]=0', 'expose[1]=70000']],
    [{ expose: [9999] }, ['expose[0]=9999']],
    [{ silence: ['no-such-rule'] }, ['silence[0]=no-such-rule']],
    [{ priorityClassName: 'Not Valid' }, ['priorityClassName=Not Valid']],
    [{ imagePullSecretName: '' }, ['imagePullSecretName=']],
  ])('given %p, then each wrong field is named with its value', (props, expected) => {
    expect(problemsOf(props)).toEqual(expected);
  });

  test.each(['Hello', 'hello_world', '', 'a'.repeat(64), '1st', 'a-'])('given the id %p, then it is refused', (id) => {
    expect(problemsOf({}, id)).toEqual([`id=${id}`]);
  });

  test('given several wrong fields, then all are named at once, without a stack trace', () => {
    const make = (): unknown =>
      new InterlokChart(new App(), 'hello-world', { config: 'config', replicas: 0, namespace: '?' });

    expect(make).toThrow(
      "InterlokChart 'hello-world': wrong props\n" +
        "  namespace: got '?', expected at most 63 lower-case letters, digits and dashes, a letter first and no dash last\n" +
        '  replicas: got 0, expected a whole number of at least 1',
    );
    try {
      make();
    } catch (error) {
      expect((error as Error).stack).toBe(`PropsError: ${(error as Error).message}`);
    }
  });

  test('given good values at their limits, then they are accepted', () => {
    const props = {
      replicas: 1,
      host: '*.example.com',
      namespace: 'a'.repeat(63),
      resources: { memory: Size.mebibytes(320) },
    };

    expect(problemsOf(props, `a${'-b'.repeat(31)}`)).toEqual([]);
  });
});
