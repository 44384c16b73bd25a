import { existsSync, statSync } from 'node:fs';
import { App } from 'cdk8s';
import { Command, Option } from 'commander';
import { diffLines } from 'diff';
import { allRules, collectFindings, explain, type Explanation, InterlokChart, type Source, UserError } from '../../lib';
import type { Context, RenderExplanations } from '../context';
import { atRevision } from '../explain/at-revision';
import { type Change, compare } from '../explain/compare';
import { WrongUse } from '../wrong-use';

const formats = ['text', 'json', 'markdown'] as const;

interface ExplainOptions {
  readonly object?: string;
  readonly field?: string;
  readonly diff?: string;
  readonly format: (typeof formats)[number];
}

/** `cdk8s-interlok explain`: says where the fields of the manifests come from; writes nothing. */
export function explainCommand({ stdout, explainMain }: Context, finish: (code: number) => void): Command {
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
    .option('--diff <revision>', 'what changed since a revision of git, and which line caused it')
    .addOption(new Option('--format <format>', 'how it is printed').choices(formats).default('text'))
    .action(async (given: string | undefined, options: ExplainOptions) => {
      const isMain = given === undefined ? explainMain !== undefined : given.endsWith('.ts');
      const print: RenderExplanations = (all, before) => {
        if (before === undefined) return render(chosen(all, options), options.format);
        const changes = compare(before, all);
        return changes.length === 0 ? 'nothing changes\n' : render(chosen(changes, options), options.format);
      };
      if (isMain && explainMain !== undefined) {
        finish(await explainMain(given, options.diff, print));
        return;
      }
      if (isMain)
        throw new WrongUse(`'${given}': how it is run is not known, for there is no app in a cdk8s.yaml here`);
      const directory = given ?? 'config';
      if (!existsSync(directory) || !statSync(directory).isDirectory())
        throw new WrongUse(`got '${directory}', expected a configuration directory`);
      const all = collectFindings(() => explainDirectory(directory));
      stdout.write(print(all, options.diff === undefined ? undefined : explainAt(options.diff, directory)));
    });
}

function explainDirectory(config: string, silence: readonly string[] = []): readonly Explanation[] {
  return explain(new InterlokChart(new App(), 'adapter', { config, silence }));
}

/** A directory at a revision. What was wrong with it then is nobody's concern any more. */
function explainAt(revision: string, directory: string): readonly Explanation[] {
  const silence = allRules.filter(({ silenceable }) => silenceable !== false).map(({ id }) => id);
  return atRevision(revision, directory, (copy) => {
    const shown = directory.replaceAll('\\', '/');
    const original = copy.replaceAll('\\', '/');
    try {
      return explainDirectory(copy, silence).map((each) => ({
        ...each,
        sources: each.sources.map((source) =>
          source.kind === 'place'
            ? { ...source, at: { ...source.at, file: source.at.file.replace(original, shown) } }
            : source,
        ),
      }));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      throw new UserError(error.message.replaceAll(original, `${revision}:${shown}`));
    }
  });
}

/** What was asked for. @throws WrongUse where there is nothing of it */
function chosen<T extends Explanation | Change>(
  explanations: readonly T[],
  { object, field }: ExplainOptions,
): readonly T[] {
  const all = explanations.filter((each) => each.sources.length > 0 || !('value' in each));
  if (explanations.length === 0) throw new UserError('nothing to explain: the app makes no adapter and no controller');
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

function render(rows: readonly (Explanation | Change)[], format: ExplainOptions['format']): string {
  if (format === 'json') return `${JSON.stringify(rows, undefined, 2)}\n`;
  const lines: string[] = [];
  let heading = '';
  for (const row of rows) {
    const { kind, name, field, sources, why = '' } = row;
    const value = 'value' in row ? shortened(row.value) : changeOf(row);
    const own = `${kind} ${name}`;
    const isNew = own !== heading;
    heading = own;
    const from = sources.map(textOf).join('; ');
    if (format === 'markdown') {
      if (isNew) lines.push('', `### ${own}`, '', '| Field | Value | From | Why |', '|---|---|---|---|');
      lines.push(`| ${[field, value, from, why].map(cell).join(' | ')} |`);
    } else {
      if (isNew) lines.push('', own);
      lines.push(`  ${field}: ${value}${from === '' ? '' : ` ← ${from}; ${why}`}`);
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

function changeOf({ before, after }: Change): string {
  if (before === undefined) return `new: ${shortened(after)}`;
  if (after === undefined) return `gone: ${shortened(before)}`;
  if (typeof before !== 'string' || typeof after !== 'string' || !`${before}${after}`.includes('\n'))
    return `${shortened(before)} → ${shortened(after)}`;
  const lines = diffLines(before, after);
  const count = (parts: typeof lines): number => parts.reduce((sum, part) => sum + part.count, 0);
  return `${count(lines.filter(({ added }) => added))} lines more, ${count(lines.filter(({ removed }) => removed))} less`;
}

function shortened(value: unknown): string {
  const line = (typeof value === 'string' ? value : JSON.stringify(value)).replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}

/** What would end a cell of a table, or be taken for HTML. */
function cell(text: string): string {
  return text.replace(/[\\|<>*_`]/g, (character) => `\\${character}`);
}
