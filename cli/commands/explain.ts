import { existsSync, statSync } from 'node:fs';
import { App } from 'cdk8s';
import { Command, Option } from 'commander';
import { collectFindings, explain, type Explanation, InterlokChart, type Source } from '../../lib';
import type { Context } from '../context';
import { WrongUse } from '../wrong-use';

const formats = ['text', 'json', 'markdown'] as const;

interface ExplainOptions {
  readonly object?: string;
  readonly field?: string;
  readonly format: (typeof formats)[number];
}

/** `cdk8s-interlok explain`: says where the fields of the manifests come from; writes nothing. */
export function explainCommand({ stdout, explainMain }: Context): Command {
  const [main, fallback] =
    explainMain === undefined ? ['', 'config'] : [', or a main.ts', 'what main.ts declares, with its props'];
  return new Command('explain')
    .description(
      'Says for the fields of the manifests which line of the configuration, prop or default they come from.',
    )
    .argument(
      '[directory]',
      `a configuration directory, explained as a chart without props makes it${main} (default: ${fallback})`,
    )
    .option('--object <kind>', 'the objects of a kind alone, for example Deployment')
    .option('--field <text>', 'the fields with that text in them alone, for example probe')
    .addOption(new Option('--format <format>', 'how it is printed').choices(formats).default('text'))
    .action(async (given: string | undefined, options: ExplainOptions) => {
      const isMain = given === undefined ? explainMain !== undefined : given.endsWith('.ts');
      if (isMain && explainMain !== undefined) {
        await explainMain(given, (all) => render(chosen(all, options), options.format));
        return;
      }
      const directory = given ?? 'config';
      if (!existsSync(directory) || !statSync(directory).isDirectory())
        throw new WrongUse(`got '${directory}', expected a configuration directory`);
      const all = collectFindings(() => explain(new InterlokChart(new App(), 'adapter', { config: directory })));
      stdout.write(render(chosen(all, options), options.format));
    });
}

/** What was asked for. @throws WrongUse where there is nothing of it */
function chosen(explanations: readonly Explanation[], { object, field }: ExplainOptions): readonly Explanation[] {
  const all = explanations.filter(({ sources }) => sources.length > 0);
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  if (object !== undefined && !kinds.some((kind) => same(kind, object)))
    throw new WrongUse(`--object: got '${object}', expected one of ${kinds.join(', ')}`);
  const rows = all
    .filter(({ kind }) => object === undefined || same(kind, object))
    .filter((row) => field === undefined || row.field.toLowerCase().includes(field.toLowerCase()));
  if (rows.length === 0 && field !== undefined) throw new WrongUse(`--field: got '${field}', which is in no field`);
  return rows;
}

function same(kind: string, wanted: string): boolean {
  return kind.toLowerCase() === wanted.toLowerCase();
}

function render(rows: readonly Explanation[], format: ExplainOptions['format']): string {
  if (format === 'json') return `${JSON.stringify(rows, undefined, 2)}\n`;
  const lines: string[] = [];
  let heading = '';
  for (const { kind, name, field, value, sources, why = '' } of rows) {
    const own = `${kind} ${name}`;
    const isNew = own !== heading;
    heading = own;
    const from = sources.map(textOf).join('; ');
    if (format === 'markdown') {
      if (isNew) lines.push('', `### ${own}`, '', '| Field | Value | From | Why |', '|---|---|---|---|');
      lines.push(`| ${[field, shortened(value), from, why].map(cell).join(' | ')} |`);
    } else {
      if (isNew) lines.push('', own);
      lines.push(`  ${field}: ${shortened(value)} ← ${from}; ${why}`);
    }
  }
  return `${lines.slice(1).join('\n')}\n`;
}

function textOf(source: Source): string {
  if (source.kind !== 'place') return source.kind === 'prop' ? `prop ${source.prop}` : `default of ${source.prop}`;
  const { file, line, column } = source.at;
  const at = [file, line, column].filter((part) => part !== undefined).join(':');
  return source.says === undefined ? at : `${at} ${source.says}`;
}

function shortened(value: unknown): string {
  const line = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

/** What would end a cell of a table, or be taken for HTML. */
function cell(text: string): string {
  return text.replace(/[\\|<>*_`]/g, (character) => `\\${character}`);
}
