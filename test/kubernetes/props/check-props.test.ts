import { App, Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-27';
import { InterlokChart, PropsError } from '../../../lib/index';

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

const load = { prometheus: 'http://prometheus:9090' };

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
    [{ env: { 'orders.port': '8082' } }, ['env.orders.port=orders.port']],
    [{ env: { 'orders-port': '8082' } }, ['env.orders-port=orders-port']],
    [{ env: { PWD: '/x', IFS: ',', PPID: '1' } }, ['env.PWD=PWD', 'env.IFS=IFS', 'env.PPID=PPID']],
    [{ env: { A: 'a\0b' } }, ['env.A="a\\u0000b"']],
    [{ env: { A: 'a\u2028b', B: '\ud800' } }, ['env.A="a\u2028b"', 'env.B="\\ud800"']],
    [{ jvmOptions: ['-Da=$(DB)'] }, ['jvmOptions[0]=-Da=$(DB)']],
    [{ env: { DB: 'x' }, jvmOptions: ['-Da=$(DB)', '-Db=$(dB)'] }, ['jvmOptions[1]=-Db=$(dB)']],
    [{ env: { JVM_ARGS: '-Xmx1g' } }, ['env.JVM_ARGS=-Xmx1g']],
    [{ env: { INTERLOK_OPTS: 'other.properties' } }, ['env.INTERLOK_OPTS=other.properties']],
    [{ env: { INTERLOK_BASE: '/srv' } }, ['env.INTERLOK_BASE=/srv']],
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
    [{ replicas: 2 ** 31 }, ['replicas=2147483648']],
    [{ replicas: null }, ['replicas=null']],
    [{ autoscaling: 5 }, ['autoscaling=5']],
    [{ autoscaling: { cpu: 70 } }, ['autoscaling.maxReplicas=undefined']],
    [{ autoscaling: { maxReplicas: 4 } }, ['autoscaling=[object Object]']],
    [{ autoscaling: { maxReplicas: 4, external: false } }, ['autoscaling=[object Object]']],
    [{ autoscaling: { maxReplicas: 4, cpu: 70, external: true } }, ['autoscaling=cpu, external']],
    [{ autoscaling: { maxReplicas: 1, external: true } }, ['autoscaling.maxReplicas=1']],
    [{ autoscaling: { minReplicas: 0, maxReplicas: 1, external: true } }, ['autoscaling.minReplicas=0']],
    [{ autoscaling: { maxReplicas: 4, cpu: 0.7 } }, ['autoscaling.cpu=0.7']],
    [{ autoscaling: { maxReplicas: 4, cpu: 70 } }, ['resources.cpuRequest=undefined']],
    [{ replicas: 3, autoscaling: { maxReplicas: 4, external: true } }, ['replicas=3']],
    [{ autoscaling: { maxReplicas: 4, load: {} } }, ['autoscaling.load.prometheus=undefined']],
    [{ autoscaling: { maxReplicas: 4, load: { prometheus: 'prom' } } }, ['autoscaling.load.prometheus=prom']],
    [{ autoscaling: { maxReplicas: 4, load: { ...load, target: 70 } } }, ['autoscaling.load.target=70']],
    [{ autoscaling: { maxReplicas: 4, load: { ...load, requestsPerPod: 0 } } }, ['autoscaling.load.requestsPerPod=0']],
    [{ autoscaling: { maxReplicas: 4, load }, ingress: false }, ['ingress=false']],
    [{ autoscaling: { maxReplicas: 4, load }, ingress: { dialect: 'jcmoraisjr' } }, ['ingress.dialect=jcmoraisjr']],
    [{ replica: 3 }, ['replica=3']],
    [{ name: 'other' }, ['name=other']],
    [{ host: 5 }, ['host=5']],
    [{ ingress: true }, ['ingress=true']],
    [{ ingress: null }, ['ingress=null']],
    [{ env: ['A=b'] }, ['env=A=b']],
    [{ envFrom: ['broker'] }, ['envFrom[0]=broker']],
    [{ envFrom: 'broker' }, ['envFrom=broker']],
    [{ secretFiles: 'keys' }, ['secretFiles=keys']],
    [{ secretFiles: ['keys'] }, ['secretFiles[0]=keys']],
    [{ secretFiles: [{ path: 'a' }] }, ['secretFiles[0].secretName=undefined']],
    [{ secretFiles: [{ path: '..a', secretName: 's' }] }, ['secretFiles[0].path=..a']],
    [{ secretFiles: [{ path: 'a', secretName: 's', secretKey: 'k' }] }, ['secretFiles[0].secretKey=k']],
    [
      {
        secretFiles: [
          { path: 'a', secretName: 's' },
          { path: 'a/b', secretName: 't' },
        ],
      },
      ['secretFiles[1].path=a/b'],
    ],
    [{ secretFiles: [{ path: 'adapter.xml', secretName: 's' }] }, ['secretFiles[0].path=adapter.xml']],
    [{ resources: 512 }, ['resources=512']],
    [{ resources: { memory: '512Mi' } }, ['resources.memory=512Mi']],
    [{ resources: { memory: Size.kibibytes(512 * 1024 + 1) } }, [`resources.memory=${512 + 1 / 1024}Mi`]],
    [{ resources: { ephemeralStorage: Size.mebibytes(512) } }, ['resources.ephemeralStorage=0.5Gi']],
    [{ resources: { cpuRequest: Cpu.millis(0) } }, ['resources.cpuRequest=0m']],
    [{ resources: { cpuLimit: Cpu.millis(50) } }, ['resources.cpuLimit=50m']],
    [{ resources: { cpuRequest: Cpu.units(2), cpuLimit: Cpu.units(1) } }, ['resources.cpuLimit=1']],
    [{ resources: { cpu: Cpu.units(2) } }, ['resources.cpu=[object Object]']],
    [{ drain: { preStop: 15 } }, ['drain.preStop=15']],
    [{ drain: { preStop: Duration.seconds(30), gracePeriod: Duration.seconds(30) } }, ['drain.gracePeriod=30 s']],
    [{ jvmOptions: '-Da=b' }, ['jvmOptions=-Da=b']],
    [{ expose: 8081 }, ['expose=8081']],
    [{ silence: 'quiet-start' }, ['silence=quiet-start']],
    [{ networkPolicy: 'yes' }, ['networkPolicy=yes']],
    [{ completeConfiguration: 0 }, ['completeConfiguration=0']],
  ])('given %p, then each wrong field is named with its value', (props, expected) => {
    expect(problemsOf(props)).toEqual(expected);
  });

  test.each(['Hello', 'hello_world', '', 'a'.repeat(64), '1st', 'a-'])('given the id %p, then it is refused', (id) => {
    expect(problemsOf({}, id)).toEqual([`id=${id}`]);
  });

  test.each(['default', 'kube-system'])(
    'given the id %p, then the chart does not make that Namespace its own',
    (id) => {
      expect(problemsOf({}, id)).toEqual([`id=${id}`]);
      expect(problemsOf({ namespace: 'default' }, id)).toEqual([]);
    },
  );

  test('given a prop that does not exist, then the one that was meant is named', () => {
    const make = (): unknown => new InterlokChart(new App(), 'a', { config: 'config', replica: 3 } as never);

    expect(make).toThrow("replica: got 3, expected no such prop; did you mean 'replicas'?");
  });

  test('given values of other types, then they are named by their kind', () => {
    const odd: Record<string, unknown> = {
      config: 'config',
      jvmOptions: [['-Da']],
      image: Object.create(null) as unknown,
      drain: Duration.days(1),
    };
    const make = (): unknown => new InterlokChart(new App(), 'a', odd as never);

    expect(make).toThrow('image: got an object, expected');
    expect(make).toThrow('jvmOptions[0]: got a list, expected');
  });

  test('given several wrong fields, then all are named at once, without a stack trace', () => {
    const make = (): unknown =>
      new InterlokChart(new App(), 'hello-world', { config: 'config', replicas: 0, namespace: '?' });

    expect(make).toThrow(
      "InterlokChart 'hello-world': wrong props\n" +
        "  namespace: got '?', expected the name of a Namespace: at most 63 lower-case letters, digits and dashes, no dash first or last\n" +
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
      namespace: '1'.repeat(63),
      resources: { memory: Size.mebibytes(320) },
    };

    expect(problemsOf(props, `a${'-b'.repeat(31)}`)).toEqual([]);
  });
});
