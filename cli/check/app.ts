import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { errorsAmong, type Finding } from '../../lib';
import type { Context, Render } from '../context';
import { WrongUse } from '../wrong-use';

/** The program that every process of the app loads first. */
const COLLECT = join(__dirname, 'collect-findings.js');

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
 * Runs the app of a project, and prints what its charts find, with their props. The manifests are thrown away.
 *
 * @param main a name that was given: it has to be in the command, for nothing else says how it is run
 * @returns the exit code: that of the app, or 1 where there are errors
 * @throws WrongUse for another main.ts
 */
export async function checkApp(
  app: string,
  main: string | undefined,
  render: Render,
  { stdout, stderr }: Pick<Context, 'stdout' | 'stderr'>,
  collect = COLLECT,
): Promise<number> {
  if (main !== undefined && !app.split(/\s+/).includes(main))
    throw new WrongUse(`'${main}': how it is run is not known; without a name, the app of cdk8s.yaml is: ${app}`);
  const scratch = mkdtempSync(join(tmpdir(), 'interlok-check-'));
  try {
    const found = join(scratch, 'findings');
    mkdirSync(found);
    const code = await runIn(app, stderr, {
      ...process.env,
      CDK8S_OUTDIR: join(scratch, 'dist'),
      CDK8S_INTERLOK_FINDINGS: found,
      // Within quotes a backslash escapes, so that a path of Windows needs slashes.
      NODE_OPTIONS: [process.env['NODE_OPTIONS'], `--require "${collect.replaceAll('\\', '/')}"`].join(' ').trim(),
    });
    const findings = readdirSync(found).flatMap(
      (name) => JSON.parse(readFileSync(join(found, name), 'utf8')) as Finding[],
    );
    // An app that failed, and says so on stderr, was not found to be without fault.
    if (code === 0 || findings.length > 0) stdout.write(render(findings));
    return code === 0 && errorsAmong(findings).length > 0 ? 1 : code;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What the app prints goes to stderr, for stdout has the findings, in a format that programs read. */
function runIn(app: string, stderr: Context['stderr'], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(app, { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => stderr.write(text));
    child.on('error', reject).on('close', (code) => resolve(code ?? 1));
  });
}
