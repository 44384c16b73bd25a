import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageDirectory, readPackageFile } from '../package-file';

/** The files of a new project beside main.ts, by their paths. */
export function projectFiles(name: string): Readonly<Record<string, string>> {
  return {
    'cdk8s.yaml': 'language: typescript\napp: npx tsx main.ts\n',
    'package.json': json(packageFile(name)),
    'tsconfig.json': json(tsconfig),
    '.gitignore': 'node_modules/\n',
  };
}

/**
 * The configuration of the Hello World, by its paths below the configuration directory.
 *
 * @param firstLine what adapter.xml begins with
 */
export function helloWorld(firstLine?: string): Readonly<Record<string, string>> {
  const directory = join(packageDirectory(), 'config');
  const read = (file: string): string => readFileSync(join(directory, file), 'utf8');
  const files = Object.fromEntries(readdirSync(directory).map((file) => [file, read(file)]));
  return firstLine === undefined ? files : { ...files, 'adapter.xml': `${firstLine}\n${read('adapter.xml')}` };
}

/** Everything at the versions that this package is tested with. */
function packageFile(name: string): object {
  const { version, devDependencies, overrides } = readPackageFile();
  const tested = (...names: readonly string[]): object =>
    Object.fromEntries(names.map((each) => [each, devDependencies[each]]));
  return {
    name,
    private: true,
    scripts: { synth: 'cdk8s synth', check: 'cdk8s-interlok check', typecheck: 'tsc' },
    dependencies: { ...tested('cdk8s'), 'cdk8s-interlok': version, ...tested('cdk8s-plus-27', 'constructs') },
    devDependencies: tested('@types/node', 'cdk8s-cli', 'tsx', 'typescript'),
    overrides: { 'cdk8s-plus-27': overrides['cdk8s-plus-27'] },
  };
}

const tsconfig = {
  compilerOptions: {
    target: 'ES2022',
    module: 'node16',
    moduleResolution: 'node16',
    types: ['node'],
    strict: true,
    skipLibCheck: true,
    noEmit: true,
  },
  include: ['*.ts'],
};

const json = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`;
