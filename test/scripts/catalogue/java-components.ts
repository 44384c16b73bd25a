import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SOURCES = resolve('test/fixtures/java-components');
const PROGRAM = resolve('scripts/catalogue/DescribeComponents.java');

const installed = ['javac', 'java'].every((program) => spawnSync(program, ['-version']).status === 0);

/** `describe` where a JDK is installed, else a skipped one, with a message how to get it. */
export function describeWithJdk(name: string, tests: () => void): void {
  if (installed) describe(name, tests);
  else {
    process.stderr.write(`skipped: ${name}: no JDK is installed (apt-get install openjdk-17-jdk-headless)\n`);
    describe.skip(name, tests);
  }
}

/** What a run of the program left behind. */
export interface Described {
  readonly status: number | null;
  readonly messages: string;
}

/**
 * The sources of the fixture, compiled: a stand-in for Interlok's jars, a library, and the components of somebody else as a jar.
 * One of the classes that the components need is not there.
 */
export class JavaComponents {
  public readonly directory = mkdtempSync(join(tmpdir(), 'java-components-'));
  public readonly interlok = this.path('interlok');
  public readonly library = this.path('library');
  public readonly jar = this.path('ledger-1.2.0.jar');

  /** Compiles everything. */
  public constructor() {
    const all = this.path('all');
    const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.java'))
      .map((file) => join(SOURCES, file));
    run('javac', ['-nowarn', '-d', all, PROGRAM, ...sources]);
    this.move('all/com/example/ledger', 'own/com/example/ledger');
    this.move('all/com/example/library', 'library/com/example/library');
    rmSync(join(all, 'com', 'example'), { recursive: true });
    renameSync(all, this.interlok);
    this.write('interlok/META-INF/adaptris/XStreamAlias.properties', 'com.adaptris.core.ServiceList\n');
    this.write('interlok/META-INF/com/adaptris/core/management/components/ledger-server', 'class=a.B\n');
    this.write('interlok/META-INF/com/adaptris/core/preprocessor/ledgerNames', 'class=a.C\n');
    this.write('own/META-INF/adaptris-version', 'artifactId=ledger-components\nbuild.version=1.2.0\n');
    this.write('own/META-INF/adaptris/XStreamAlias.properties', 'com.example.ledger.PostToLedger\n');
    run('jar', ['--create', '--file', this.jar, '-C', this.path('own'), '.']);
  }

  /** Runs the program in the directory, from its source, as a user does. */
  public describe(...args: readonly string[]): Described {
    return this.java(PROGRAM, ...args);
  }

  /** Runs it compiled, which takes less time. */
  public describeCompiled(...args: readonly string[]): Described {
    return this.java('-cp', this.interlok, 'DescribeComponents', ...args);
  }

  public path(name: string): string {
    return join(this.directory, ...name.split('/'));
  }

  public remove(): void {
    rmSync(this.directory, { recursive: true, force: true });
  }

  private java(...args: readonly string[]): Described {
    const { status, stderr, stdout } = spawnSync('java', args, { cwd: this.directory, encoding: 'utf8' });
    return { status, messages: stderr + stdout };
  }

  private move(from: string, to: string): void {
    mkdirSync(join(this.path(to), '..'), { recursive: true });
    renameSync(this.path(from), this.path(to));
  }

  private write(name: string, content: string): void {
    mkdirSync(join(this.path(name), '..'), { recursive: true });
    writeFileSync(this.path(name), content);
  }
}

function run(program: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
}
