/* `npm run bench`: measures what docs/performance.md shows. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../lib/errors/user-error';
import { writeAdapters, writeLargeAdapter, writeLongAdapter } from './adapters';
import { cli, helm, kustomize, stock } from './contenders';
import { compare, median, peakMemory, type Command, type Sample } from './measure';
import { plot } from './plot';
import { race, type Track } from './race';
import { growthRows, machine, page, startUpRows, targetRows, terminalTable, type Result } from './report';
import { isMet, type Target } from './targets';

const SIZES = [1, 10, 30, 100, 300, 1000];
const OURS = 'cdk8s-interlok';
const USAGE = 'Usage: npm run bench -- [--rounds N] [--sizes 1,10,100] [--json FILE] [--docs]';
/** The app as `npm run synth` and cdk8s.yaml start it. */
const APP = [process.execPath, 'scripts/app.cjs'] as const;
const MARKER = /(<!-- bench -->\n)[^]*(<!-- \/bench -->)/;

interface Settings {
  readonly rounds: number;
  readonly sizes: readonly number[];
  readonly json: string;
  readonly docs: boolean;
}

function readSettings(): Settings {
  const options = {
    rounds: { type: 'string', default: '7' },
    sizes: { type: 'string', default: SIZES.join(',') },
    json: { type: 'string', default: 'build/bench.json' },
    docs: { type: 'boolean', default: false },
  } as const;
  const { values } = parseArgs({ options });
  const rounds = Number(values.rounds);
  const sizes = values.sizes.split(',').map(Number);
  for (const n of [rounds, ...sizes])
    if (!Number.isInteger(n) || n < 1)
      throw new UserError(`--rounds and --sizes: expected whole numbers of at least 1\n${USAGE}`);
  if (sizes.length < 2) throw new UserError(`--sizes: expected at least two numbers\n${USAGE}`);
  return { rounds, sizes: sizes.sort((a, b) => a - b), json: values.json, docs: values.docs };
}

const progress = (text: string): void => void process.stderr.write(`${text}\n`);

/** This project's app over the adapters in a directory; `output` is where its manifests go. */
function ours(output: string, adapters: string): Command {
  const env = { BENCH_ADAPTERS: adapters, CDK8S_OUTDIR: output };
  return { command: [...APP, 'bench/many-adapters.ts'], env, output };
}

function measureStartUp(directory: string, rounds: number): Record<string, Sample> {
  const output = join(directory, 'hello-world');
  const env = { CDK8S_OUTDIR: output };
  const adapters = writeAdapters(join(directory, 'one-adapter'), 1);
  const app = [...APP, '--under-cli', 'bench/hello-world.ts'].join(' ');
  const others = [stock, kustomize, helm].filter((contender) => contender.isInstalled());
  return compare(
    {
      'node -e 0': { command: [process.execPath, '-e', '0'] },
      'the app alone': { command: [...APP, 'bench/hello-world.ts'], env, output },
      'the app, main.ts with the controller': { command: APP, env, output },
      'npm run synth': { command: ['npm', 'run', '--silent', 'synth', '--', 'bench/hello-world.ts'], env, output },
      'cdk8s --version': { command: cli('--version') },
      'cdk8s synth': { command: cli('synth', '--app', app, '--output', output) },
      ...Object.fromEntries(others.map((c) => [c.name, c.prepare(join(directory, `one-${c.id}`), adapters)])),
    },
    rounds,
    progress,
  );
}

/** `check` of the Hello World and of an adapter.xml of a megabyte. */
function measureChecks(directory: string, rounds: number): Record<'hello' | 'long', Sample> {
  const long = writeLongAdapter(join(directory, 'long-adapter'));
  const check = (name: string): Command => ({ command: [process.execPath, 'scripts/check.mjs', name] });
  return compare({ hello: check('config'), long: check(long) }, rounds, progress);
}

function measureGrowth(directory: string, { rounds, sizes }: Settings): Track[] {
  const others = [stock, kustomize].filter((contender) => contender.isInstalled());
  const runners = [
    { name: OURS, command: (adapters: string) => ours(join(directory, 'many'), adapters) },
    ...others.map((contender) => ({
      name: contender.name,
      command: (adapters: string) => contender.prepare(`${adapters}-${contender.id}`, adapters),
    })),
  ];
  return race(runners, sizes, { directory, rounds: Math.min(rounds, 3), progress });
}

function startUpTargets(startUp: Record<string, Sample>, large: Record<'hello' | 'large', Sample>): Target[] {
  const wall = (name: string): number => startUp[name]?.wall ?? NaN;
  const [app, synth] = [wall('the app alone'), wall('npm run synth')];
  // Node 22 and later start twice as fast, which leaves more of the program in the ratio.
  const limit = Number.parseInt(process.versions.node, 10) < 22 ? 3 : 5;
  return [
    { what: 'app / node -e 0', value: app / wall('node -e 0'), limit },
    { what: 'npm run synth / stock cdk8s synth', value: synth / wall(stock.name), limit: 0.2 },
    { what: 'npm run synth / (cdk8s --version + app)', value: synth / (wall('cdk8s --version') + app), limit: 1.5 },
    { what: '1 MiB in 500 files / Hello World', value: large.large.wall / large.hello.wall, limit: 5 },
  ];
}

/** How the cost of one more adapter changes from a few of them to many. */
function growthTargets([track]: readonly Track[], directory: string): Target[] {
  const times = track?.times ?? [];
  const few = times.find(({ adapters }) => adapters >= 10) ?? times[0];
  const many = times.at(-1);
  if (few === undefined || many === undefined) return [];
  const each = (sample: Sample & { adapters: number }, clock: 'wall' | 'cpu'): number =>
    sample[clock] / sample.adapters;
  const label = `per adapter, ${many.adapters} / ${few.adapters}`;
  progress('peak memory');
  const memory = [few, many].map(({ adapters }) =>
    median([1, 2, 3].map(() => peakMemory(ours(join(directory, 'many'), join(directory, `adapters-${adapters}`))))),
  );
  const kibibytes = ((memory[1] ?? NaN) - (memory[0] ?? NaN)) / (many.adapters - few.adapters);
  return [
    { what: `wall time ${label}`, value: each(many, 'wall') / each(few, 'wall'), limit: 1.2 },
    { what: `CPU time ${label}`, value: each(many, 'cpu') / each(few, 'cpu'), limit: 1.2 },
    { what: 'memory per further adapter, KiB', value: kibibytes, limit: 100 },
  ];
}

function run(): void {
  const settings = readSettings();
  const directory = mkdtempSync(join(tmpdir(), 'interlok-bench-'));
  try {
    const startUp = measureStartUp(directory, settings.rounds);
    const hello = ours(join(directory, 'hello'), writeAdapters(join(directory, 'hello-adapter'), 1));
    const large = ours(join(directory, 'large'), writeLargeAdapter(join(directory, 'large-adapter')));
    const sizes = compare({ hello, large }, settings.rounds, progress);
    const checks = measureChecks(directory, settings.rounds);
    const growth = measureGrowth(directory, settings);
    const targets = [
      ...startUpTargets(startUp, sizes),
      { what: 'check of 1 MB / of the Hello World', value: checks.long.wall / checks.hello.wall, limit: 8 },
      ...growthTargets(growth, directory),
    ];
    const notes = [kustomize, helm]
      .filter((contender) => !contender.isInstalled())
      .map(({ name }) => `${name}: not installed on this machine`);
    const date = new Date().toISOString();
    publish({ machine: machine(), date, rounds: settings.rounds, targets, startUp, growth, notes }, settings);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function publish(result: Result, { json, docs }: Settings): void {
  const tables = [targetRows(result.targets), startUpRows(result.startUp), growthRows(result.growth)];
  process.stdout.write(`${result.machine}\n${tables.map(terminalTable).join('\n')}\n${result.notes.join('\n')}\n`);
  mkdirSync(join(resolve(json), '..'), { recursive: true });
  writeFileSync(json, `${JSON.stringify(result, undefined, 2)}\n`);
  if (docs) {
    writeFileSync('docs/performance.svg', plot(result.growth));
    const text = readFileSync('docs/performance.md', 'utf8');
    writeFileSync(
      'docs/performance.md',
      text.replace(MARKER, (_whole, start, end) => `${start}\n${page(result)}\n\n${end}`),
    );
  }
  if (result.targets.some((target) => !isMet(target))) process.exitCode = 1;
}

try {
  run();
} catch (error) {
  if (!(error instanceof UserError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
