import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { devDependencies } from '../../package.json';
import type { Outcome } from './project';

const REPOSITORY = resolve(__dirname, '../..');

/** A Node that runs TypeScript by itself, for when this one does not. */
const NODE_WITH_TYPES = 'node@24.21.0';

/** What a package manager needs, and nothing that tells the programs under test where they are. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(CDK8S_|NODE_OPTIONS$|FORCE_COLOR$|npm_(?!config_))/.test(name)),
);

/** An npm package of this repository as others get it, in a file. */
export function packPackage(): string {
  const directory = mkdtempSync(join(tmpdir(), 'packed-'));
  succeed(npm(REPOSITORY, ['pack', '--pack-destination', directory]));
  const [name = ''] = readdirSync(directory);
  return join(directory, name);
}

/** A package at the version that this project is tested with. */
export function pinned(...names: readonly (keyof typeof devDependencies)[]): string[] {
  return names.map((name) => `${name}@${devDependencies[name]}`);
}

/** A folder outside the repository, as somebody has it who installs the package. */
export class Consumer {
  public readonly directory = mkdtempSync(join(tmpdir(), 'consumer-'));

  public write(name: string, text: string): void {
    mkdirSync(dirname(join(this.directory, name)), { recursive: true });
    writeFileSync(join(this.directory, name), text);
  }

  /** Copies a directory of the repository. */
  public copy(name: string): void {
    cpSync(join(REPOSITORY, name), join(this.directory, name), { recursive: true });
  }

  public read(name: string): string {
    return readFileSync(join(this.directory, name), 'utf8');
  }

  public has(name: string): boolean {
    return existsSync(join(this.directory, name));
  }

  public removeFile(name: string): void {
    rmSync(join(this.directory, name), { recursive: true, force: true });
  }

  /** Installs packages; from the cache of npm where they are there. */
  public install(...packages: readonly string[]): Outcome {
    return succeed(npm(this.directory, ['install', '--prefer-offline', '--no-audit', '--no-fund', ...packages]));
  }

  /** Runs a command as a shell would in this folder, with what `npx` finds first. */
  public run(command: string, env: Readonly<Record<string, string>> = {}): Outcome {
    const path = [join(this.directory, 'node_modules', '.bin'), environment['PATH']].join(
      process.platform === 'win32' ? ';' : ':',
    );
    return outcomeOf(
      spawnSync(command, {
        cwd: this.directory,
        encoding: 'utf8',
        shell: true,
        env: { ...environment, PATH: path, ...env },
      }),
    );
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }
}

/** The path of a Node that runs TypeScript without options: this one, or one that npm brings. */
export function nodeWithTypes(consumer: Consumer): string {
  if ((process.features as { typescript?: unknown }).typescript) return process.execPath;
  consumer.write('package.json', '{}');
  consumer.install(NODE_WITH_TYPES);
  return join(consumer.directory, 'node_modules', 'node', 'bin', 'node');
}

function npm(directory: string, args: readonly string[]): Outcome {
  // npm is a script for a shell on Windows.
  const command = ['npm', ...args.map((arg) => JSON.stringify(arg))].join(' ');
  return outcomeOf(spawnSync(command, { cwd: directory, env: environment, encoding: 'utf8', shell: true }));
}

function outcomeOf({ status, stdout, stderr }: { status: number | null; stdout: string; stderr: string }): Outcome {
  return { code: status, stdout, stderr };
}

function succeed(outcome: Outcome): Outcome {
  if (outcome.code !== 0) throw new Error(`it ended with ${outcome.code}:\n${outcome.stdout}\n${outcome.stderr}`);
  return outcome;
}
