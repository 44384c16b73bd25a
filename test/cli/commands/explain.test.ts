import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../../../cli/context';
import { type Explanation, UserError } from '../../../lib';
import { helloWorld } from '../../support/config';
import { commitAll } from '../../support/git';
import { runCommand } from '../../support/run-command';

describe('explain', () => {
  it('says for a field the line and the default that it comes from', async () => {
    const { code, stdout, stderr } = await runCommand([
      'explain',
      'config',
      '--object',
      'deployment',
      '--field',
      'grace',
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toBe(
      'Deployment adapter\n  spec.template.spec.terminationGracePeriodSeconds: 80 ← ' +
        'config/bootstrap.properties:5:1 operationTimeout=30000; default of drain.preStop; ' +
        'preStop 15 s + 31 s to stop + 30 s when that was not enough, rounded up to ten seconds\n',
    );
  });

  it('given the plural of what fields are called, then it says those', async () => {
    const { code, stdout } = await runCommand(['explain', 'config', '--object', 'Deployment', '--field', 'probes']);
    expect(code).toBe(0);
    const fields = stdout.split('\n').slice(1, -1);
    expect(fields.length).toBeGreaterThan(3);
    expect(fields.filter((line) => !line.includes('Probe.'))).toEqual([]);
  });

  it('writes a table in Markdown in which no text ends a cell, and JSON with every part', async () => {
    const markdown = await runCommand([
      'explain',
      '--object',
      'Ingress',
      '--field',
      'pathType',
      '--format',
      'markdown',
    ]);
    expect(markdown.stdout).toContain(
      '### Ingress adapter\n\n| Field | Value | From | Why |\n|---|---|---|---|\n| spec.rules',
    );
    expect(markdown.stdout).toContain('path /\\*');
    const json = await runCommand(['explain', '--object', 'Service', '--field', 'targetPort', '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject([
      { kind: 'Service', field: 'spec.ports[0].targetPort', value: 8081 },
    ]);
  });

  it.each([
    [['explain', 'other.ts'], "'other.ts': how it is run is not known, for there is no app in a cdk8s.yaml here"],
    [['explain', 'nowhere'], "got 'nowhere', expected a configuration directory"],
    [['explain', '--object', 'Pod'], "--object: got 'Pod', expected one of Namespace, ServiceAccount"],
    [['explain', '--field', 'nothing'], "--field: got 'nothing', which is in no field"],
  ])('given %j, then it names what is allowed, without a stack trace', async (argv, message) => {
    const { code, stderr } = await runCommand(argv);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
    expect(stderr).not.toMatch(/\n +at /);
  });
});

describe('explain of a program', () => {
  const row = {
    name: 'orders',
    field: 'spec.replicas',
    value: 3,
    sources: [{ kind: 'prop', prop: 'replicas' }],
  } as const;
  const explaining =
    (rows: readonly Explanation[]): NonNullable<Context['explainMain']> =>
    (main, revision, render) => {
      if (main === 'broken.ts') return Promise.resolve(3);
      return Promise.reject(
        new UserError(`${main ?? 'that of the project'}: ${render(rows, revision === undefined ? undefined : [])}`),
      );
    };
  const explainMain = explaining([
    { ...row, kind: 'Deployment', why: 'how many pods run' },
    { ...row, kind: 'StatefulSet', why: 'how many pods run' },
  ]);

  it.each([
    [[], 'that of the project'],
    [['other.ts'], 'other.ts'],
  ])('given the names %j, then %s is run, and what was asked for is chosen of it', async (names, expected) => {
    const { stderr } = await runCommand(['explain', ...names, '--object', 'deployment'], { explainMain });
    expect(stderr).toBe(`${expected}: Deployment orders\n  spec.replicas: 3 ← prop replicas; how many pods run\n\n`);
  });

  it('given a revision, then what was there is compared', async () => {
    const { stderr } = await runCommand(['explain', '--diff', 'HEAD', '--object', 'deployment'], { explainMain });
    expect(stderr).toContain('spec.replicas: new: 3 ← prop replicas');
  });

  it('given a directory, then nothing is run', async () => {
    const { code, stdout } = await runCommand(['explain', 'config', '--field', 'spec.replicas'], { explainMain });
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Deployment adapter\n/) as string,
    });
  });

  it('given one that fails, then the exit code is its own', async () => {
    expect(await runCommand(['explain', 'broken.ts'], { explainMain })).toMatchObject({ code: 3, stdout: '' });
  });

  it('given one that makes nothing, then it says so', async () => {
    expect(await runCommand(['explain'], { explainMain: explaining([]) })).toMatchObject({
      code: 1,
      stderr: 'nothing to explain: the app makes no adapter and no controller\n',
    });
  });
});

describe('explain --diff', () => {
  const committed = (): string => {
    const directory = helloWorld();
    commitAll(directory);
    return directory;
  };
  const change = (directory: string, name: string, from: string, to: string): void => {
    const file = join(directory, name);
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  };

  it('says nothing where nothing changed', async () => {
    expect(await runCommand(['explain', committed(), '--diff', 'HEAD'])).toMatchObject({
      code: 0,
      stdout: 'nothing changes\n',
    });
  });

  it('says what changes, and the line that caused it', async () => {
    const directory = committed();
    change(directory, 'bootstrap.properties', 'operationTimeout=30000', 'operationTimeout=60000');
    const { code, stdout } = await runCommand(['explain', directory, '--diff', 'HEAD', '--field', 'grace']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Deployment adapter\n {2}spec\.template\.spec\.terminationGracePeriodSeconds: 80 → 140 ← \S+bootstrap\.properties:5:1 operationTimeout=60000; preStop/,
    );
    const all = await runCommand(['explain', directory, '--diff', 'HEAD', '--format', 'markdown']);
    expect(all.stdout).toMatch(/\| data\['bootstrap\.properties'\] \| 1 lines more, 1 less \|/);
    expect(all.stdout).not.toContain('Service');
  });

  it('names the path that leads elsewhere now', async () => {
    const directory = committed();
    change(directory, 'adapter.xml', '<path>/*</path>', '<path>/hello</path>');
    const { stdout } = await runCommand(['explain', directory, '--diff', 'HEAD', '--object', 'Ingress']);
    expect(stdout).toMatch(/paths\[0\]\.path: \/ → \/hello ← \S+adapter\.xml:\d+:\d+ path \/hello;/);
  });

  it.each([
    ['nothing-like-that', "--diff: got 'nothing-like-that', expected a revision of git"],
    ['--all', "--diff: got '--all', expected a revision of git"],
  ])('given the revision %s, then it says what is expected', async (revision, message) => {
    const { code, stderr } = await runCommand(['explain', committed(), `--diff=${revision}`]);
    expect(code).toBe(2);
    expect(stderr).toContain(message);
  });
});
