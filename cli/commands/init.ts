import { existsSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Command } from 'commander';
import { readConfiguration } from '../../lib/interlok';
import type { Context } from '../context';
import { chooseService } from '../init/choose-service';
import { type ComposeFile, readComposeFile } from '../init/compose-file';
import { findConfig } from '../init/find-config';
import { mainFile } from '../init/main-file';
import { helloWorld, projectFiles } from '../init/project-files';
import { type ProjectSchema, projectSchema } from '../init/schema';
import { table } from '../init/table';
import { translateService } from '../init/translate-service';
import type { Translation } from '../init/translation';
import { mountedConfig } from '../init/volumes';
import { writeNew, type Written } from '../init/write-new';
import { WrongUse } from '../wrong-use';

interface InitOptions {
  readonly config?: string;
  readonly name?: string;
  readonly service?: string;
}

/** What a project is made from. */
interface Plan {
  readonly name: string;
  readonly config: string;
  /** @default - there is no compose file */
  readonly compose?: { readonly file: string; readonly service: string; readonly translation: Translation };
}

/** `cdk8s-interlok init`: writes a project around a configuration, and overwrites nothing. */
export function initCommand({ stdout }: Context): Command {
  return new Command('init')
    .description(
      'Writes a project around an existing configuration, with what a docker-compose.yml beside it says. Overwrites nothing.',
    )
    .argument('[directory]', 'the directory of the project', '.')
    .option('--config <directory>', 'the configuration in it (default: the one that has an adapter.xml, or config)')
    .option('--name <name>', 'what the adapter is called in the cluster (default: the name of the directory)')
    .option('--service <name>', 'the service of the compose file that runs the adapter')
    .action((directory: string, options: InitOptions) => {
      const plan = planOf(directory, options);
      const main = mainFile(plan.name, plan.config, plan.compose?.translation.props ?? {});
      const written = writeNew(directory, { 'main.ts': main, ...projectFiles(plan.name) });
      const schema = projectSchema(plan.config, plan.compose?.translation.components);
      if (!existsSync(join(directory, plan.config, 'adapter.xml')))
        written.push(...writeNew(directory, below(plan.config, helloWorld(schema?.line))));
      if (schema !== undefined) written.push(...writeNew(directory, schema.files));
      stdout.write(report(directory, plan, written, main, stdout.columns ?? 100));
      if (schema !== undefined) stdout.write(aboutSchema(directory, plan.config, schema));
    });
}

/** Everything that can go wrong goes wrong here, before anything is written. */
function planOf(directory: string, options: InitOptions): Plan {
  if (existsSync(directory) && !statSync(directory).isDirectory())
    throw new WrongUse(`'${directory}' is a file; expected the directory of a project`);
  if (options.config !== undefined && !existsSync(join(directory, options.config)))
    throw new WrongUse(`--config: got '${options.config}', which is no directory in '${directory}'`);
  const name = labelOf(options.name ?? basename(resolve(directory)));
  if (options.name !== undefined && options.name !== name)
    throw new WrongUse(
      `--name: got '${options.name}', expected lower-case letters, digits and dashes, such as '${name}'`,
    );
  const file = readComposeFile(directory);
  const service = file === undefined ? undefined : chooseService(directory, file, options.service);
  const mounted = service === undefined ? undefined : mountedConfig(file?.services.get(service) ?? {});
  const config = options.config?.replaceAll('\\', '/') ?? findConfig(directory, mounted);
  if (file === undefined || service === undefined) return { name, config };
  return { name, config, compose: { file: file.name, service, translation: translate(file, service) } };

  function translate(compose: ComposeFile, chosen: string): Translation {
    const { listeners } = readConfiguration(join(directory, config)).adapter;
    return translateService(compose, { directory, service: chosen, name, config, listeners });
  }
}

/** The name of a directory as a name for objects of Kubernetes. */
function labelOf(text: string): string {
  const label = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 63)
    .replace(/-+$/, '');
  return label === '' ? 'interlok' : label;
}

function below(directory: string, files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${directory}/${path}`, text]));
}

function report(directory: string, plan: Plan, written: readonly Written[], main: string, width: number): string {
  const { compose } = plan;
  const files = written.map(({ path, isNew }) => `  ${path}${isNew ? '' : ': was there, and is as it was'}`);
  const kept = written.filter(({ isNew }) => !isNew).map(({ path }) => path);
  const settings =
    compose === undefined
      ? []
      : ['', table(`${compose.file}, service ${compose.service}:`, compose.translation.rows, width)];
  const preparations = compose?.translation.preparations ?? [];
  const enter = resolve(directory) === process.cwd() ? [] : [`  cd ${directory}`];
  return [
    `Files in ${directory}:`,
    ...files,
    ...(kept.includes('main.ts') ? ['', 'The main.ts that was not written:', '', main.trimEnd()] : []),
    ...settings,
    ...(preparations.length === 0
      ? []
      : [
          '',
          `In the namespace ${plan.name} of the cluster; the pods wait for it:`,
          ...preparations.map((each) => `  ${each}`),
        ]),
    '',
    'Next:',
    ...enter,
    `  ${kept.includes('package.json') ? installCommand : 'npm install'}`,
    '  npx cdk8s-interlok check',
    '  npx cdk8s synth',
    '',
  ].join('\n');
}

/** What is left to be done where adapter.xml was there already, which is not changed. */
function aboutSchema(directory: string, config: string, { line }: ProjectSchema): string {
  const adapter = readFileSync(join(directory, config, 'adapter.xml'), 'utf8');
  if (adapter.includes('<?xml-model')) return '';
  return `\nFor names and marks in an editor, put this above <adapter> in ${config}/adapter.xml: ${line}\n`;
}

const installCommand =
  'npm install cdk8s-interlok cdk8s cdk8s-plus-27 constructs && npm install -D cdk8s-cli tsx typescript@6 @types/node';
