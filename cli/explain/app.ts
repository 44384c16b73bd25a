import { join, resolve } from 'node:path';
import { errorsAmong, type Explanation, type Finding, formatText, UserError } from '../../lib';
import { commandFor } from '../app/app-of';
import { runApp } from '../app/run-app';
import type { Context, RenderExplanations } from '../context';
import { reportTo } from './report';
import { inProject, projectAtRevision } from './project-at-revision';

/** The program that every process of the app loads first, so that it collects what is explained. */
export const COLLECT_EXPLANATIONS = join(__dirname, 'collect-explanations.js');

const INSTEAD = "a directory needs no program: 'explain config --diff <revision>'";

/** What a process of the app has to say. */
export interface Explained {
  readonly findings: readonly Finding[];
  readonly explanations: readonly Explanation[];
}

/** What an app made, and what of it is printed. */
export interface AppToExplain {
  /** The command of the app. */
  readonly app: string;
  /** The command of the app in a copy of its directory at another revision; `undefined` where it has none. */
  readonly appIn: (copy: string) => string | undefined;
  /** @default - that of this process */
  readonly directory?: string;
  /**
   * For example {@link COLLECT_EXPLANATIONS}.
   * @default - the app loads it by itself
   */
  readonly collect?: string;
  /**
   * Another program, to be run as the app is.
   * @default - the app itself
   */
  readonly main: string | undefined;
  /**
   * What the app is compared with.
   * @default - nothing
   */
  readonly revision: string | undefined;
  readonly render: RenderExplanations;
}

/**
 * Runs the app of a project, and explains what its charts make, with their props. What they find goes to stderr.
 *
 * @returns the exit code: that of the app, or 1 where there are errors; then nothing is explained
 * @throws WrongUse where it is not known how it is run, or git knows no such revision
 */
export async function explainApp(
  toExplain: AppToExplain,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
): Promise<number> {
  const { app, main, revision, render, ...run } = toExplain;
  const command = commandFor(app, main);
  const before = revision === undefined ? undefined : await appAt(revision, toExplain, stderr);
  const { code, collected } = await runApp<Explained>({ command, ...run, stderr });
  const findings = collected.flatMap((each) => each.findings);
  const failed = reportTo(stderr, findings, code);
  if (failed !== 0) return failed;
  const explanations = collected.flatMap((each) => each.explanations);
  stdout.write(render(explanations, before));
  return 0;
}

/** What the app made at a revision. What was wrong with it then is nobody's concern any more, as long as it ran. */
function appAt(
  revision: string,
  { appIn, directory = '.', collect, main }: AppToExplain,
  stderr: Context['stderr'],
): Promise<readonly Explanation[]> {
  return projectAtRevision(revision, directory, async (copy) => {
    const app = appIn(copy);
    if (app === undefined) throw new UserError(`--diff: there is no app in cdk8s.yaml at ${revision}; ${INSTEAD}`);
    const command = commandFor(app, main);
    const { code, collected } = await runApp<Explained>({ command, collect, directory: copy, stderr });
    const errors = errorsAmong(collected.flatMap((each) => each.findings));
    if (errors.length > 0) stderr.write(`${formatText(errors)}\n`);
    if (code !== 0 || errors.length > 0)
      throw new UserError(
        `--diff: at ${revision} the app failed with what is above. It runs there with the packages that are installed now, and ` +
          `with committed files alone; ${INSTEAD}`,
      );
    return inProject(
      collected.flatMap((each) => each.explanations),
      copy,
      resolve(directory),
    );
  });
}
