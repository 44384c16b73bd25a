import { cpus, release, totalmem, type } from 'node:os';
import Table from 'cli-table3';
import type { Sample } from './measure';
import type { Track } from './race';
import { isMet, type Target } from './targets';

/** Everything that the bench found, as it is written to JSON. */
export interface Result {
  readonly machine: string;
  readonly date: string;
  readonly rounds: number;
  readonly targets: readonly Target[];
  /** The Hello World, by what makes its manifests. */
  readonly startUp: Readonly<Record<string, Sample>>;
  readonly growth: readonly Track[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

/** A heading and rows of cells. */
export interface Rows {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The machine, in a line: times mean nothing without it. */
export function machine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  const model = (processors[0]?.model ?? 'unknown processor').trim();
  return `${processors.length} × ${model}, ${memory} GB, ${type()} ${release().split('-')[0] ?? ''}, Node ${process.versions.node}`;
}

export function targetRows(targets: readonly Target[]): Rows {
  const rows = targets.map((target) => [
    target.what,
    target.value.toFixed(2),
    String(target.limit),
    isMet(target) ? 'yes' : 'NO',
  ]);
  return { head: ['', 'measured', 'at most', 'met'], rows };
}

export function startUpRows(startUp: Readonly<Record<string, Sample>>): Rows {
  const base = startUp['node -e 0'];
  const rows = Object.entries(startUp).map(([name, { wall, cpu }]) => [
    name,
    wall.toFixed(0),
    cpu.toFixed(0),
    base === undefined ? '' : (wall / base.wall).toFixed(1),
  ]);
  return { head: ['Hello World', 'wall ms', 'CPU ms', '× node -e 0'], rows };
}

export function growthRows(tracks: readonly Track[]): Rows {
  const sizes = [...new Set(tracks.flatMap(({ times }) => times.map(({ adapters }) => adapters)))].sort(
    (a, b) => a - b,
  );
  const rows = sizes.map((size) => [
    String(size),
    ...tracks.map(({ times }) => {
      const time = times.find(({ adapters }) => adapters === size);
      return time === undefined ? '-' : `${time.wall.toFixed(0)} (${(time.wall / size).toFixed(1)} each)`;
    }),
  ]);
  return { head: ['adapters', ...tracks.map(({ name }) => `${name}, wall ms`)], rows };
}

/** For a terminal. */
export function terminalTable({ head, rows }: Rows): string {
  const table = new Table({ head: [...head], style: { head: [], border: [] } });
  table.push(...rows.map((row) => [...row]));
  return table.toString();
}

/** For a page. */
export function markdownTable({ head, rows }: Rows): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, i) => (i === 0 ? '---' : '---:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** The part of docs/performance.md that a bench replaces. */
export function page({ machine: where, date, rounds, targets, startUp, growth, notes }: Result): string {
  return [
    `Measured on ${date.slice(0, 10)}: ${where}. Medians of ${rounds} rounds.`,
    markdownTable(targetRows(targets)),
    markdownTable(startUpRows(startUp)),
    markdownTable(growthRows(growth)),
    ...notes.map((note) => `- ${note}`),
  ].join('\n\n');
}
