import { version } from '../../package.json';
import { runCommand } from '../support/run-command';

const COMMANDS = ['check', 'explain', 'init'];

test('given no command, then the help is printed and the code is 2', async () => {
  const { code, stdout, stderr } = await runCommand([]);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain('Usage: cdk8s-interlok [options] [command]');
});

test('given --help, then it names every command and the exit codes', async () => {
  const { code, stdout, stderr } = await runCommand(['--help']);

  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  expect(stdout).toContain('Exit codes: 0');
});

test.each([[[]], ...COMMANDS.map((command) => [[command]])])(
  'given %j, when it is asked for its version, then it is that of the package',
  async (command) => {
    expect(await runCommand([...command, '--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
    expect(await runCommand([...command, '-V'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  },
);

test.each(COMMANDS)('given the command %s, when it is asked for help, then it shows its options', async (command) => {
  const asked = await runCommand([command, '--help']);

  expect(asked).toMatchObject({ code: 0, stderr: '' });
  expect(asked.stdout).toContain(`Usage: cdk8s-interlok ${command} [options]`);
  expect(asked.stdout).toContain('Exit codes: 0');
  expect(await runCommand(['help', command])).toEqual(asked);
});

test('given a command that there is not, then the nearest is named and the code is 2', async () => {
  const { code, stdout, stderr } = await runCommand(['chek', 'config']);

  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/unknown command 'chek'\n\(Did you mean check\?\)\n.*See 'cdk8s-interlok --help'\./s);
});
