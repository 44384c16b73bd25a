import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const REPOSITORY = resolve(__dirname, '../..');

/** What a command printed, and how it ended. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A copy of this project in a temporary directory, with the packages of this one and a bundle cache of its own. */
export class Project {
  public readonly directory = mkdtempSync(join(tmpdir(), 'project-'));

  /** @param files The files of the copy beside scripts/, lib/ and the settings, for example main.ts. */
  public constructor(files: Readonly<Record<string, string>>) {
    for (const name of ['scripts', 'lib', 'cli', 'imports', 'package.json', 'tsconfig.json', 'cdk8s.yaml'])
      cpSync(join(REPOSITORY, name), join(this.directory, name), { recursive: true });
    mkdirSync(join(this.directory, 'node_modules'));
    for (const name of readdirSync(join(REPOSITORY, 'node_modules')))
      if (name !== '.cache')
        symlinkSync(join(REPOSITORY, 'node_modules', name), join(this.directory, 'node_modules', name));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  public write(name: string, text: string): void {
    mkdirSync(dirname(join(this.directory, name)), { recursive: true });
    writeFileSync(join(this.directory, name), text);
  }

  public read(name: string): string {
    return readFileSync(join(this.directory, name), 'utf8');
  }

  /** The names in a directory, sorted; none when it does not exist. */
  public list(name: string): string[] {
    try {
      return readdirSync(join(this.directory, name)).sort();
    } catch {
      return [];
    }
  }

  /**
   * Runs `node` in the project.
   *
   * @param user Default: who runs the tests
   */
  public node(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
    user: { readonly uid?: number; readonly gid?: number } = {},
  ): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: this.directory,
      env: { ...process.env, CDK8S_OUTDIR: '', ...env },
      encoding: 'utf8',
      ...user,
    });
    return { code: status, stdout, stderr };
  }

  /** What `npm run synth` does. */
  public synth(env: Readonly<Record<string, string>> = {}): Outcome {
    return this.node(['scripts/app.cjs'], env);
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}
