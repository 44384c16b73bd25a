import { existsSync, statSync } from 'node:fs';
import { App } from 'cdk8s';
import { Command, Option } from 'commander';
import { diffLines } from 'diff';
import { allRules, collectFindings, explain, type Explanation, InterlokChart, picturesOf, UserError } from '../../lib';
import { sourceText } from '../../lib/origins';
import type { Context, RenderExplanations } from '../context';
import { atRevision } from '../explain/at-revision';
import { type Change, compare } from '../explain/compare';
import { isPictureFormat, type PictureFormat, pictureFormats, pictureWriter } from '../explain/pictures';
import { WrongUse } from '../wrong-use';

const formats = ['text', 'json', 'markdown'] as const;

type TableFormat = (typeof formats)[number];

interface ExplainOptions {
  readonly object?: string;
  readonly field?: string;
  readonly diff?: string;
  readonly adapter?: string;
  readonly format: TableFormat | PictureFormat;
}

/** `cdk8s-interlok explain`: says where the fields of the manifests come from; writes nothing. */
export function explainCommand(context: Context, finish: (code: number) => void): Command {
  const { stdout, explainMain } = context;
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
    .option('--adapter <name>', 'the picture of that adapter, where there are several')
    .addOption(
      new Option('--format <format>', 'how it is printed').choices([...formats, ...pictureFormats]).default('text'),
    )
    .action(async (given: string | undefined, options: ExplainOptions) => {
      const isMain = given === undefined ? explainMain !== undefined : given.endsWith('.ts');
      const { format } = options;
      if (isPictureFormat(format)) {
        finish(await drawPicture(given, isMain, { ...options, format }, context));
        return;
      }
      if (options.adapter !== undefined)
        throw new WrongUse(`--adapter: chooses a picture, which is --format ${pictureFormats.join(', ')}`);
      const print: RenderExplanations = (all, before) => {
        if (before === undefined) return render(chosen(all, options), format);
        const changes = compare(before, all);
        return changes.length === 0 ? 'nothing changes\n' : render(chosen(changes, options), format);
      };
      if (isMain && explainMain !== undefined) {
        finish(await explainMain(given, options.diff, print));
        return;
      }
      if (isMain) throw new WrongUse(unknownMain(given));
      const directory = directoryOf(given);
      const all = collectFindings(() => explainDirectory(directory));
      stdout.write(print(all, options.diff === undefined ? undefined : explainAt(options.diff, directory)));
    });
}

function directoryOf(given = 'config'): string {
  if (!existsSync(given) || !statSync(given).isDirectory())
    throw new WrongUse(`got '${given}', expected a configuration directory`);
  return given;
}

/** Draws what a composition root or a directory makes. Returns the exit code. */
async function drawPicture(
  given: string | undefined,
  isMain: boolean,
  { format, adapter, ...others }: ExplainOptions & { readonly format: PictureFormat },
  { stdout, drawMain }: Context,
): Promise<number> {
  for (const name of ['object', 'field', 'diff'] as const)
    if (others[name] !== undefined)
      throw new WrongUse(`--${name}: a picture shows everything; choose --format ${formats.join(', ')} for a part`);
  const write = pictureWriter(format, adapter);
  if (isMain && drawMain !== undefined) return drawMain(given, write);
  if (isMain) throw new WrongUse(unknownMain(given));
  const directory = directoryOf(given);
  let drawn = '';
  try {
    // Errors are marked in the picture, and come to stderr when it is there.
    collectFindings(() => {
      drawn = write(picturesOf(new InterlokChart(new App(), 'adapter', { config: directory })));
    });
  } finally {
    stdout.write(drawn);
  }
  return 0;
}

function unknownMain(given = ''): string {
  return `'${given}': how it is run is not known, for there is no app in a cdk8s.yaml here`;
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

function render(rows: readonly (Explanation | Change)[], format: TableFormat): string {
  if (format === 'json') return `${JSON.stringify(rows, undefined, 2)}\n`;
  const lines: string[] = [];
  let heading = '';
  for (const row of rows) {
    const { kind, name, field, sources, why = '' } = row;
    const value = 'value' in row ? shortened(row.value) : changeOf(row);
    const own = `${kind} ${name}`;
    const isNew = own !== heading;
    heading = own;
    const from = sources.map(sourceText).join('; ');
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
