import { spawnSync } from 'node:child_process';
import { parseAllDocuments } from 'yaml';
import type { Json } from './json';

/** A program or library that reads manifests. */
export interface YamlReader {
  readonly name: string;
  /** The documents of a file. @throws Error - with what the reader has against it */
  read(text: string): readonly Json[];
}

const ours = (version: '1.1' | '1.2'): YamlReader => ({
  name: `yaml ${version}`,
  read: (text) =>
    parseAllDocuments(text, { version }).map((document) => {
      if (document.errors[0] !== undefined) throw document.errors[0];
      return document.toJS() as Json;
    }),
});

/** Reads as kubectl and kustomize do, by Go's YAML; needs no cluster. */
const kubectl: YamlReader = {
  name: 'kubectl',
  read: (text) => {
    const out = run('kubectl', ['annotate', '--local', '--output=json', '--filename=-', 'read=by-kubectl'], text);
    return JSON.parse(`[${out.replace(/^}\n{/gm, '},\n{')}]`) as Json[];
  },
};

const pyYaml: YamlReader = {
  name: 'PyYAML',
  read: (text) => {
    const program = 'import json,sys,yaml; print(json.dumps(list(yaml.safe_load_all(sys.stdin.buffer.read()))))';
    return JSON.parse(run('python3', ['-c', program], text)) as Json[];
  },
};

function run(command: string, args: readonly string[], input: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 2 ** 26 });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}

/** The readers that there are on this machine; a message names the others. */
export function yamlReaders(): readonly YamlReader[] {
  const there = [kubectl, pyYaml].filter((reader) => {
    try {
      reader.read('apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n');
      return true;
    } catch {
      process.stderr.write(`skipped: reading manifests with ${reader.name}: it is not installed\n`);
      return false;
    }
  });
  return [ours('1.1'), ours('1.2'), ...there];
}
