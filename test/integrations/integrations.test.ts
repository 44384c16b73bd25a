import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { parse } from 'yaml';
import { runCommand } from '../support/run-command';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly { readonly shell: string; readonly env: Record<string, string>; readonly run: string }[];
  };
}

const action = parse(readFileSync('action.yml', 'utf8')) as Action;
const [step] = action.runs.steps;

/** What the step of the action runs, by a program in the place of npx that says its arguments. */
function argumentsFor(inputs: Readonly<Record<string, string>>): string[] {
  const directory = mkdtempSync(join(tmpdir(), 'action-'));
  writeFileSync(join(directory, 'npx'), '#!/bin/sh\nprintf "%s\\n" "$@"\n');
  chmodSync(join(directory, 'npx'), 0o755);
  const values = Object.entries(step?.env ?? {}).map(([name, expression]) => {
    const input = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(expression)?.[1] ?? '';
    return [name, inputs[input] ?? action.inputs[input]?.default];
  });
  const env = {
    ...Object.fromEntries(values),
    PATH: `${directory}${delimiter}${process.env['PATH'] ?? ''}`,
  } as NodeJS.ProcessEnv;
  const { stdout, status } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', step?.run ?? ''], {
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(0);
  return stdout.trimEnd().split('\n');
}

const hasBash = existsSync('/bin/bash');
const testWithBash = hasBash ? test : test.skip;

testWithBash('given no inputs, then the action checks config with the newest version', () => {
  expect(argumentsFor({})).toEqual(['--yes', 'cdk8s-interlok@latest', 'check', '--format=github', 'config']);
});

testWithBash(
  'given inputs, then each line is an argument, whatever is in it: nothing of it is run by the shell',
  () => {
    const inputs = { directories: 'a b\n\n$(touch x)\n', release: '4.9.3', arguments: '--env=A=1 2', version: '0.1.0' };
    const [, name, , , ...rest] = argumentsFor(inputs);
    expect(name).toBe('cdk8s-interlok@0.1.0');
    expect(rest).toEqual(['--release=4.9.3', '--env=A=1 2', 'a b', '$(touch x)']);
  },
);

test('given the inputs, then each is used, and comes in by the environment', () => {
  const used = Object.values(step?.env ?? {}).map((text) => /inputs\.(\w+)/.exec(text)?.[1]);
  expect(used.sort()).toEqual(Object.keys(action.inputs).sort());
  expect(step?.run).not.toContain('${{');
});

test('given what the action and the hook run, then the command takes it', async () => {
  const [hook] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as [
    { entry: string; args: string[]; files: string },
  ];
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const [npx, yes, program, ...entry] = hook.entry.split(' ');
  expect([npx, yes, program]).toEqual(['npx', '--yes', `cdk8s-interlok@${version}`]);
  expect((await runCommand([...entry, ...hook.args])).code).toBe(0);
  expect((await runCommand(['check', '--format=github', '--release=5.0.1', 'config'])).code).toBe(0);
});

test('given the files of a configuration, then the hook runs for them alone', () => {
  const [{ files }] = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as [{ files: string }];
  const matching = new RegExp(files);
  const of = ['config/adapter.xml', 'adapters/orders/bootstrap.properties', 'config/jetty-failsafe.xml'];
  expect(of.filter((path) => matching.test(path))).toEqual(of);
  expect(['README.md', 'main.ts', 'pom.xml'].filter((path) => matching.test(path))).toEqual([]);
});
