import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context } from '../context';

/** How an app ended, and what each of its processes that collected something has. */
export interface AppRun<T> {
  readonly code: number;
  readonly collected: readonly T[];
}

/** What is to be run, and where. */
export interface AppToRun {
  readonly command: string;
  /**
   * The program that each process of the app loads first; it writes what it collects with `writeAtExit`.
   * @default - the app does so by itself
   */
  readonly collect?: string;
  /** @default - that of this process */
  readonly directory?: string;
  /** What the app prints goes there, for stdout has what is asked for, in a format that programs read. */
  readonly stderr: Context['stderr'];
}

/** Runs the app of a project, as `cdk8s synth` does. The manifests are thrown away. */
export async function runApp<T>({ command, collect, directory = '.', stderr }: AppToRun): Promise<AppRun<T>> {
  const scratch = mkdtempSync(join(tmpdir(), 'interlok-app-'));
  try {
    const found = join(scratch, 'collected');
    mkdirSync(found);
    const env = {
      ...process.env,
      CDK8S_OUTDIR: join(scratch, 'dist'),
      CDK8S_INTERLOK_COLLECTED: found,
      // Within quotes a backslash escapes, so that a path of Windows needs slashes.
      ...(collect !== undefined && {
        NODE_OPTIONS: [process.env['NODE_OPTIONS'], `--require "${collect.replaceAll('\\', '/')}"`].join(' ').trim(),
      }),
    };
    const code = await end(command, { cwd: directory, env }, stderr);
    const collected = readdirSync(found).map((name) => JSON.parse(readFileSync(join(found, name), 'utf8')) as T);
    return { code, collected };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function end(
  command: string,
  where: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
  stderr: Context['stderr'],
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { ...where, shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => stderr.write(text));
    child.on('error', reject).on('close', (code) => resolve(code ?? 1));
  });
}
