import { Argument, Command, Option } from 'commander';
import { type Finding, checkConfiguration, errorsAmong, PropsError } from '../../lib';
import { describeFixes, proposeFixes, writeFixes } from '../check/fix';
import { type CheckArguments, type CheckOptions, readArguments } from '../check/arguments';
import { formats, render } from '../check/formats';
import { watchDirectories } from '../check/watch';
import type { Context } from '../context';
import { WrongUse } from '../wrong-use';

/** `cdk8s-interlok check`: prints what Interlok, or a pod, would refuse; writes nothing. */
export function checkCommand(context: Context, finish: (code: number) => void): Command {
  const main = context.checkMain === undefined ? '' : ', or a main.ts';
  const fallback = context.checkMain === undefined ? 'config' : 'what main.ts declares, with its props';
  const command = new Command('check')
    .description('Says what Interlok would refuse and what would fail in a pod, with file, line and column.')
    .addArgument(new Argument('[directory...]', `configuration directories${main} (default: ${fallback})`))
    .addOption(new Option('--format <format>', `how findings are printed: ${formats.join(', ')}`).default('text'))
    .option('--release <X.Y.Z>', 'Interlok release (default: 5.0.1)')
    .option(
      '--env <NAME=VALUE>',
      'an environment variable of the pod, or NAME when only the cluster knows its value; repeatable',
      collect,
    )
    .option('--open-env', 'there are variables of unknown names too')
    .option('--module <name>', 'a public module that the image has beyond the stock one, or any; repeatable', collect)
    .option('--component <name>', 'a component that the image has beyond the stock one; repeatable', collect)
    .option('--own-components <file>', 'components of your own, described by DescribeComponents.java')
    .option('--file <path>', 'a file that a Secret puts into the directory; repeatable', collect)
    .option('--replicas <count>', 'how many pods run side by side (default: 2)')
    .option('--baked-in', 'the image has the configuration in it')
    .option('--as-is', 'bootstrap.properties is not completed')
    .option('--strict', 'says too what the next major release of Interlok removes')
    .option('--watch', 'checks again at every change, until Ctrl-C')
    .option('--fix', 'shows the changes that put right what has one right answer; writes nothing')
    .option('--write', 'with --fix: writes them, and checks again')
    .option('--silence <rule>', 'drops the findings of a rule; repeatable', collect);
  return command.action(async (names: string[], options: CheckOptions) => {
    const given = Object.keys(options).filter((name) => command.getOptionValueSource(name) === 'cli');
    const wanted = readArguments(names, options, given, context.checkMain !== undefined);
    const print = (findings: readonly Finding[]): string => render(findings, wanted.format, context.stdout.color);
    if (wanted.directories.length === 0 && context.checkMain !== undefined) {
      finish(await context.checkMain(wanted.main, print));
      return;
    }
    if (wanted.fix !== undefined) {
      const fixes = proposeFixes(check(wanted));
      if (wanted.fix === 'write') writeFixes(fixes);
      context.stdout.write(describeFixes(fixes, wanted.fix));
    }
    const checked = (): string => {
      const findings = check(wanted);
      finish(errorsAmong(findings).length > 0 ? 1 : 0);
      return print(findings);
    };
    if (wanted.watch) await watchDirectories(wanted.directories, checked, context);
    else context.stdout.write(checked());
  });
}

function check({ directories, options, silence }: CheckArguments): Finding[] {
  try {
    return directories.flatMap((directory) => checkConfiguration(directory, { ...options, silence }));
  } catch (error) {
    if (!(error instanceof PropsError)) throw error;
    const problems = error.problems.map(
      ({ value, expected }) => `--silence: got '${String(value)}', expected ${expected}`,
    );
    throw new WrongUse(problems.join('\n'));
  }
}

function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
