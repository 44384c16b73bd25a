import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aDaemonSet, aDeployment, aReadyPod, podList } from './fake-cluster';

/** Programs named docker, kind and kubectl in a folder for PATH, which act on files as if these were a cluster. */
export interface FakePrograms {
  /** The only folder of PATH. */
  readonly bin: string;
  /** The command lines so far. */
  commands(): string[];
}

export function fakePrograms(folder: string, names: readonly ('docker' | 'kind' | 'kubectl')[]): FakePrograms {
  const bin = join(folder, 'bin');
  const log = join(folder, 'commands');
  mkdirSync(bin);
  for (const name of names) {
    writeFileSync(join(bin, name), `#!${process.execPath}\n${script(name, folder)}`);
    chmodSync(join(bin, name), 0o755);
  }
  return { bin, commands: () => (existsSync(log) ? readFileSync(log, 'utf8').trimEnd().split('\n') : []) };
}

/** The first look at the Deployment finds one pod of three, later ones all of them. */
function script(name: string, folder: string): string {
  const answers = {
    coming: JSON.stringify(aDeployment({ available: 1 })),
    there: JSON.stringify(aDeployment({})),
    daemonSet: JSON.stringify(aDaemonSet({})),
    pods: podList(...['a', 'b', 'c'].map(aReadyPod)),
  };
  return `
const fs = require('node:fs');
process.chdir(${JSON.stringify(folder)});
const args = process.argv.slice(2);
const line = [${JSON.stringify(name)}, ...args].join(' ');
fs.appendFileSync('commands', line + '\\n');
const answers = ${JSON.stringify(answers)};
const once = (file) => !fs.existsSync(file) && (fs.writeFileSync(file, ''), true);
if (line === 'kind get clusters') console.log(fs.existsSync('cluster') ? fs.readFileSync('cluster', 'utf8') : '');
else if (line.startsWith('kind create cluster')) {
  fs.writeFileSync('cluster', args[args.indexOf('--name') + 1]);
  console.error(' • Preparing nodes');
} else if (line.startsWith('kind delete cluster')) fs.rmSync('cluster');
else if (args.includes('get-contexts')) console.log('kind-' + fs.readFileSync('cluster', 'utf8'));
else if (args.includes('daemonset/haproxy')) console.log(answers.daemonSet);
else if (args.includes('deployment/hello-world') && args.includes('get'))
  console.log(once('looked') ? answers.coming : answers.there);
else if (args.includes('pods')) console.log(answers.pods);
`;
}
