import { readFileSync } from 'node:fs';

/** A row of the migration page. */
export interface MigrationRow {
  /** The title of the table's section. */
  readonly section: string;
  /** The setting, as the page has it. */
  readonly setting: string;
  /** The text of the second column. */
  readonly here: string;
  /**
   * The option in the second column.
   * @default - the row has none, and says why
   */
  readonly option?: MigrationOption;
  /** What each of the further columns says is rendered, by the column's title. */
  readonly renders: Readonly<Record<string, readonly string[]>>;
}

/** An option as the page writes it. */
export interface MigrationOption {
  readonly target: 'InterlokChart' | 'ingress' | 'HaproxyIngressController';
  /** A TypeScript expression. */
  readonly code: string;
}

/** Reads every row of every table of the page. */
export function readMigrationPage(file = 'docs/migrating-from-docker-compose.md'): readonly MigrationRow[] {
  const rows: MigrationRow[] = [];
  let section = '';
  let titles: readonly string[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.startsWith('## ')) section = line.slice(3);
    if (!line.startsWith('|')) titles = [];
    else if (titles.length === 0) titles = cells(line);
    else if (!line.startsWith('|---')) rows.push(row(section, titles, cells(line)));
  }
  return rows;
}

function cells(line: string): string[] {
  return line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
}

function row(section: string, titles: readonly string[], [setting = '', here = '', ...rest]: string[]): MigrationRow {
  const [, target, code] = /^`(InterlokChart|ingress|HaproxyIngressController): ([^`]+)`/.exec(here) ?? [];
  const renders = titles.slice(2).map((title, index) => [title, codesIn(rest[index] ?? '')] as const);
  return {
    section,
    setting,
    here,
    ...(code === undefined ? {} : { option: { target: target as MigrationOption['target'], code } }),
    renders: Object.fromEntries(renders),
  };
}

/** The texts between backticks. */
export function codesIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}
