import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { WrongUse } from '../wrong-use';

/** The command that cdk8s synthesizes a project with, as its cdk8s.yaml has it; `undefined` where it has none. */
export function appOf(directory: string): string | undefined {
  const file = join(directory, 'cdk8s.yaml');
  if (!existsSync(file)) return undefined;
  try {
    const { app } = parse(readFileSync(file, 'utf8')) as { readonly app?: unknown };
    return typeof app === 'string' && app.trim() !== '' ? app : undefined;
  } catch {
    // cdk8s itself says what is wrong with it.
    return undefined;
  }
}

/**
 * The command that runs another program as the app of the project is run: in the place of the one TypeScript file in it.
 *
 * @param main `undefined` for the app as it is
 * @throws WrongUse where the command does not say how another file is run
 */
export function commandFor(app: string, main: string | undefined): string {
  const words = app.split(/\s+/);
  if (main === undefined || words.includes(main)) return app;
  const programs = words.filter((word) => word.endsWith('.ts'));
  const [program] = programs;
  // The command goes through a shell.
  if (program === undefined || programs.length > 1 || !/^[\w./\\:@+-]+$/.test(main))
    throw new WrongUse(`'${main}': how it is run is not known; without a name, the app of cdk8s.yaml is: ${app}`);
  return words.map((word) => (word === program ? main : word)).join(' ');
}
