import { NOT_INSTALLED, TIMED_OUT } from '../../cluster/run-command';
import { checkTools } from '../../kind/tools';
import type { Script } from '../support/fake-machine';
import { fakeMachine } from '../support/fake-machine';

/** A machine on which each of the programs works, except as told. */
function machine(exceptions: Readonly<Record<string, ReturnType<Script>>>, env = {}) {
  const programs = ['docker info', 'podman info', 'kind version', 'kubectl version --client'];
  return fakeMachine((command) => {
    const [program = ''] = command.split(' ');
    return exceptions[program] ?? (programs.includes(command) ? 'fine' : undefined);
  }, env);
}

test('given all three, then there is no complaint', async () => {
  await expect(checkTools(machine({}))).resolves.toBeUndefined();
});

test('given none of them, then all are named with the place to get them', async () => {
  const check = checkTools(fakeMachine(() => undefined));
  await expect(check).rejects.toThrow(/docker is not installed\nnext: https:.*docker/);
  await expect(check).rejects.toThrow(/kind is not installed\nnext: https:.*kind/);
  await expect(check).rejects.toThrow(/kubectl is not installed\nnext: https:.*kubectl/);
});

test('given a Docker whose daemon does not run, then its own message and the repair are shown', async () => {
  const docker = { code: 1, stdout: 'Client: …', stderr: 'ERROR: Cannot connect to the Docker daemon' };
  await expect(checkTools(machine({ docker }))).rejects.toThrow(
    /^docker does not work: ERROR: Cannot connect to the Docker daemon\nnext: start Docker/,
  );
});

test('given a Docker that hangs, then that is said', async () => {
  const docker = { code: TIMED_OUT };
  await expect(checkTools(machine({ docker }))).rejects.toThrow('docker does not work: no answer within 30 s');
});

test('given that kind is to use podman, then podman is needed and docker is not', async () => {
  const docker = { code: NOT_INSTALLED };
  const env = { KIND_EXPERIMENTAL_PROVIDER: 'podman' };
  await expect(checkTools(machine({ docker }, env))).resolves.toBeUndefined();
  await expect(checkTools(machine({ podman: docker }, env))).rejects.toThrow('podman is not installed');
});

test('given a script that needs no kubectl, then it is not asked for', async () => {
  await expect(checkTools(machine({ kubectl: { code: NOT_INSTALLED } }), 'without kubectl')).resolves.toBeUndefined();
});
