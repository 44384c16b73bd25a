import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';
import type { Command } from './measure';

/** What else makes manifests of the same adapters. */
export interface Contender {
  /** For the names of directories. */
  readonly id: string;
  readonly name: string;
  /** Whether its program is there, by asking for its version. */
  isInstalled(): boolean;
  /** Prepares a directory, and gives the command that makes the manifests of the adapters in another. */
  prepare(directory: string, adapters: string): Command;
}

const isThere = (...command: readonly string[]): boolean =>
  spawnSync(command[0] ?? '', command.slice(1), { stdio: 'ignore' }).status === 0;

/** Start of the cdk8s CLI that is installed here; without its look at the network for a newer version. */
export const cli = (...args: readonly string[]): string[] => [
  resolve('node_modules/.bin/cdk8s'),
  ...args,
  '--check-upgrade=false',
];

/** A project as `cdk8s init` makes it, with plain cdk8s-plus. */
export const stock: Contender = {
  id: 'stock',
  name: 'stock cdk8s template',
  isInstalled: () => true,
  prepare(directory, adapters) {
    mkdirSync(directory, { recursive: true });
    symlinkSync(resolve('node_modules'), join(directory, 'node_modules'));
    cpSync(join(__dirname, 'stock/main.ts'), join(directory, 'main.ts'));
    writeFileSync(join(directory, 'cdk8s.yaml'), stringify({ language: 'typescript', app: 'npx ts-node main.ts' }));
    const { compilerOptions } = JSON.parse(readFileSync('tsconfig.json', 'utf8')) as { compilerOptions: object };
    const settings = { compilerOptions: { ...compilerOptions, types: ['node'] }, include: ['main.ts'] };
    writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify(settings));
    return { command: cli('synth'), cwd: directory, env: { BENCH_ADAPTERS: adapters } };
  },
};

/** A base for each adapter, with a generated ConfigMap and the other objects as this project makes them. */
export const kustomize: Contender = {
  id: 'kustomize',
  name: 'kubectl kustomize',
  isInstalled: () => isThere('kubectl', 'version', '--client'),
  prepare(directory, adapters) {
    const names = readdirSync(adapters);
    for (const name of names) {
      const base = join(directory, name);
      cpSync(join(adapters, name), join(base, 'config'), { recursive: true });
      writeFileSync(join(base, 'objects.yaml'), objectsOf(name));
      const files = readdirSync(join(base, 'config'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(base.length + 1));
      const configMapGenerator = [{ name: `${name}-config`, namespace: name, files }];
      writeKustomization(base, { resources: ['objects.yaml'], configMapGenerator });
    }
    writeKustomization(directory, { resources: names });
    return { command: ['kubectl', 'kustomize', directory] };
  },
};

/** A chart with the same objects as templates, and the files of the configuration beside them. */
export const helm: Contender = {
  id: 'helm',
  name: 'helm template',
  isInstalled: () => isThere('helm', 'version'),
  prepare(directory, adapters) {
    const names = readdirSync(adapters);
    const templates = join(directory, 'templates');
    mkdirSync(templates, { recursive: true });
    writeFileSync(join(directory, 'Chart.yaml'), stringify({ apiVersion: 'v2', name: 'adapters', version: '1.0.0' }));
    writeFileSync(join(directory, 'values.yaml'), stringify({ replicas: 3 }));
    for (const name of names) {
      cpSync(join(adapters, name), join(directory, 'config', name), { recursive: true });
      const metadata = `metadata:\n  name: ${name}-config\n  namespace: ${name}`;
      const data = `data:\n{{ (.Files.Glob "config/${name}/**").AsConfig | indent 2 }}`;
      const objects = objectsOf(name).replace('replicas: 3', 'replicas: {{ .Values.replicas }}');
      writeFileSync(
        join(templates, `${name}.yaml`),
        `apiVersion: v1\nkind: ConfigMap\n${metadata}\n${data}\n---\n${objects}`,
      );
    }
    return { command: ['helm', 'template', 'adapters', directory] };
  },
};

function writeKustomization(directory: string, content: object): void {
  const header = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' };
  writeFileSync(join(directory, 'kustomization.yaml'), stringify({ ...header, ...content }));
}

/** The Hello World of dist/ under another name, without its ConfigMap: both tools make that themselves. */
function objectsOf(name: string): string {
  const hello = readFileSync('dist/hello-world.k8s.yaml', 'utf8');
  return parseAllDocuments(hello)
    .filter((document) => document.get('kind') !== 'ConfigMap')
    .map((document) => document.toString())
    .join('---\n')
    .replace(/hello-world(-config-[0-9a-f]+)?/g, (_whole, config) => (config === undefined ? name : `${name}-config`));
}
