import { Command, Option } from 'commander';
import type { Picture } from '../../lib';
import type { Context, RenderExplanations } from '../context';
import { chosen } from '../explain/chosen';
import { compare } from '../explain/compare';
import { directoryOf, drawDirectory, explainAt, explainDirectory } from '../explain/directory';
import { isPictureFormat, type PictureFormat, pictureFormats, pictureWriter } from '../explain/pictures';
import { formatTable, type TableFormat, tableFormats } from '../explain/tables';
import { isPlaceForFile } from '../place-for-file';
import { writeWhole } from '../write-whole';
import { WrongUse } from '../wrong-use';

interface ExplainOptions {
  readonly object?: string;
  readonly field?: string;
  readonly diff?: string;
  readonly adapter?: string;
  readonly output?: string;
  readonly format: TableFormat | PictureFormat;
}

/** `cdk8s-interlok explain`: says where the fields of the manifests come from, or draws it; writes no manifest. */
export function explainCommand(context: Context, finish: (code: number) => void): Command {
  const [main, fallback] =
    context.explainMain === undefined ? ['', 'config'] : [', or a main.ts', 'what main.ts declares, with its props'];
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
    .option('--output <file>', 'where it is written (default: printed)')
    .addOption(
      new Option('--format <format>', 'how it is printed')
        .choices([...tableFormats, ...pictureFormats])
        .default('text'),
    )
    .action(async (given: string | undefined, options: ExplainOptions) => {
      const isMain = given === undefined ? context.explainMain !== undefined : given.endsWith('.ts');
      if (options.output !== undefined && !isPlaceForFile(options.output))
        throw new WrongUse(`--output: got '${options.output}', expected a file in a directory that is there`);
      const { format } = options;
      const code = await (isPictureFormat(format)
        ? draw(given, isMain, { ...options, format }, context)
        : explainFields(given, isMain, { ...options, format }, context));
      finish(code);
    });
}

type Options<Format> = Omit<ExplainOptions, 'format'> & { readonly format: Format };

/** Explains field by field what a composition root or a directory makes. Returns the exit code. */
async function explainFields(
  given: string | undefined,
  isMain: boolean,
  { format, diff, adapter, output, ...choice }: Options<TableFormat>,
  { stdout, explainMain }: Context,
): Promise<number> {
  if (adapter !== undefined)
    throw new WrongUse(`--adapter: chooses a picture, which is --format ${pictureFormats.join(', ')}`);
  const render: RenderExplanations = (all, before) => {
    const rows = before === undefined ? all : compare(before, all);
    const isSame = before !== undefined && rows.length === 0;
    return delivered(isSame ? 'nothing changes\n' : formatTable(chosen(rows, choice), format), output);
  };
  if (isMain && explainMain !== undefined) return explainMain(given, diff, render);
  if (isMain) throw new WrongUse(unknownMain(given));
  const directory = directoryOf(given);
  const all = explainDirectory(directory);
  stdout.write(render(all, diff === undefined ? undefined : explainAt(diff, directory)));
  return 0;
}

/** Draws what a composition root or a directory makes. Returns the exit code. */
async function draw(
  given: string | undefined,
  isMain: boolean,
  { format, adapter, output, ...others }: Options<PictureFormat>,
  { stdout, drawMain }: Context,
): Promise<number> {
  for (const name of ['object', 'field', 'diff'] as const)
    if (others[name] !== undefined)
      throw new WrongUse(
        `--${name}: a picture shows everything; choose --format ${tableFormats.join(', ')} for a part`,
      );
  const write = pictureWriter(format, adapter);
  const render = (pictures: readonly Picture[]): string => delivered(write(pictures), output);
  if (isMain && drawMain !== undefined) return drawMain(given, render);
  if (isMain) throw new WrongUse(unknownMain(given));
  drawDirectory(directoryOf(given), (pictures) => stdout.write(render(pictures)));
  return 0;
}

/** What is printed of a text: itself, or the name of the file that it was written to. */
function delivered(text: string, output: string | undefined): string {
  if (output === undefined) return text;
  writeWhole(output, text);
  return `${output}\n`;
}

function unknownMain(given = ''): string {
  return `'${given}': how it is run is not known, for there is no app in a cdk8s.yaml here`;
}
