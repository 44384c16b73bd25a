import { EnvValue } from 'cdk8s-plus-27';
import { Variable, VariableSource } from '../../../lib';
import { displayUnknown } from '../../../lib/interlok/variables';
import { processEnvironmentOf } from '../../../lib/kubernetes/props/process-environment';

const shown = (props: Parameters<typeof processEnvironmentOf>[0]): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(processEnvironmentOf(props)).map(([name, value]) => [
      name,
      value === undefined ? undefined : displayUnknown(value),
    ]),
  );

describe('given the environment of a pod', () => {
  test('when texts have dollars, then the process sees them as they are written', () => {
    const env = { STAGE: 'prod', PW: 'pa$$word', PATHS: '/$(STAGE)/orders/*' };
    expect(shown({ config: 'config', env })).toMatchObject(env);
  });

  test('when a value is an EnvValue, then it has the references of Kubernetes, to what stands before it', () => {
    const env = { A: '1', B: EnvValue.fromValue('$(A)$(C)$$'), C: '2', D: Variable.fromSecret('s', 'k') };
    expect(shown({ config: 'config', env })).toMatchObject({ B: '1$(C)$', C: '2', D: undefined });
  });

  test('when options of the JVM have references, then they are replaced, by what the cluster knows too', () => {
    const env = { PORT: '8082', SECRET: Variable.fromSecret('s', 'k') };
    const jvmOptions = ['-Dport=$(PORT)', '-Dpassword=$(SECRET)', '-Dother=$$'];
    expect(shown({ config: 'config', env, jvmOptions })['JVM_ARGS']).toBe(
      '-Dport=8082 -Dpassword=${SECRET} -Dother=$$',
    );
  });

  test('when a whole Secret becomes variables, then any reference may be one of them', () => {
    const envFrom = [VariableSource.fromSecret('s')];
    expect(shown({ config: 'config', envFrom, jvmOptions: ['-Da=$(B)'] })['JVM_ARGS']).toBe('-Da=${B}');
  });
});
