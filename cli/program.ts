import { Command, CommanderError } from 'commander';
import { UserError } from '../lib';
import { checkCommand } from './commands/check';
import { explainCommand } from './commands/explain';
import { initCommand } from './commands/init';
import { schemaCommand } from './commands/schema';
import type { Context } from './context';
import { readPackageFile } from './package-file';
import { WrongUse } from './wrong-use';

const NAME = 'cdk8s-interlok';
const EXIT_CODES = '\nExit codes: 0 no errors, 1 errors, 2 wrong use.\n';

/**
 * The command `cdk8s-interlok`.
 *
 * @param argv the command line, without the program's own name
 * @returns the exit code: 0, or 1 when there are errors, or 2 for wrong use
 */
export async function run(argv: readonly string[], context: Context): Promise<number> {
  let code = 0;
  const finish = (result: number): void => void (code = result);
  const commands = [
    checkCommand(context, finish),
    explainCommand(context, finish),
    initCommand(context),
    schemaCommand(context),
  ];
  let running = NAME;
  const program = new Command(NAME)
    .description('Hardened Kubernetes manifests from an Interlok configuration directory, with cdk8s.')
    .helpCommand('help [command]', 'shows the help of a command');
  for (const command of commands) program.addCommand(command);
  for (const command of [program, ...commands]) addManners(command, context);
  program.hook('preAction', (_program, command) => void (running = fullName(command)));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (!(error instanceof UserError)) throw error;
    const isWrongUse = error instanceof WrongUse;
    context.stderr.write(`${error.message}\n${isWrongUse ? `${whereHelpIs(running)}\n` : ''}`);
    return isWrongUse ? 2 : 1;
  }
}

/** What every command has: its help and its version, and its errors by way of {@link run}. */
function addManners(command: Command, { stdout, stderr }: Context): void {
  command
    .helpOption('-h, --help', 'shows this')
    .version(readPackageFile().version, '-V, --version', 'shows the version')
    .addHelpText('after', EXIT_CODES)
    .showHelpAfterError(whereHelpIs(fullName(command)))
    .exitOverride()
    .configureOutput({
      writeOut: stdout.write,
      writeErr: stderr.write,
      getOutHelpWidth: () => stdout.columns ?? 80,
      getErrHelpWidth: () => stderr.columns ?? 80,
      getOutHasColors: () => stdout.color,
      getErrHasColors: () => stderr.color,
    });
}

/** With the names of the commands that it belongs to. */
function fullName(command: Command): string {
  return command.parent === null ? command.name() : `${fullName(command.parent)} ${command.name()}`;
}

function whereHelpIs(command: string): string {
  return `See '${command} --help'.`;
}
