import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAdapter } from '../../../e2e/stand-in/interlok/adapter';
import { WorkflowRunner } from '../../../e2e/stand-in/interlok/run-workflow';

const hello = readFileSync('config/adapter.xml', 'utf8');

test('given config/, then it is read as one workflow that takes one message at a time', () => {
  expect(readAdapter(hello)).toEqual([
    {
      port: 8081,
      workflows: [
        {
          path: '/*',
          concurrency: 1,
          pooling: false,
          status: 200,
          steps: [{ kind: 'template', text: 'Hello World from ${HOSTNAME}!' }],
        },
      ],
    },
  ]);
});

test.each([
  [
    'a class that no jar has',
    'class="null-connection"',
    'class="com.example.A"',
    /CannotResolveClassException: com\.example\.A/,
  ],
  ['the path /', '<path>/*</path>', '<path>/</path>', /Servlet Spec 12\.2/],
  ['a path without a slash', '<path>/*</path>', '<path>foo</path>', /Servlet Spec 12\.2/],
  ['no path', '<path>/*</path>', '', /NullPointerException/],
  ['broken XML', '</adapter>', '', /unclosed|unexpected end/i],
])('given %s, then it is refused as Interlok refuses it', (_, from, to, message) => {
  expect(() => readAdapter(hello.replace(from, to))).toThrow(message);
});

test('given a response producer without a status provider, then it answers 500, as Interlok does', () => {
  const without = hello.replace(/<status-provider[^]*<\/status-provider>/, '');
  expect(readAdapter(without)[0]?.workflows[0]?.status).toBe(500);
});

test('given a standard-workflow, when two messages come, then the second waits for the first', async () => {
  const [channel] = readAdapter(hello);
  const [workflow] = channel?.workflows ?? [];
  if (workflow === undefined) throw new Error('no workflow');
  const runner = new WorkflowRunner({ ...workflow, steps: [{ kind: 'wait', milliseconds: 5 }] });
  const running: number[] = [];
  await Promise.all([1, 2, 3].map(() => runner.run().then(() => running.push(runner.running))));
  expect(running).toEqual([1, 1, 0]);
});

describe('given the program', () => {
  const folders: string[] = [];
  const programs: ChildProcess[] = [];
  afterAll(() => {
    programs.forEach((program) => program.kill('SIGKILL'));
    folders.forEach((folder) => rmSync(folder, { recursive: true }));
  });

  /** Starts it with the configuration directory of the project, changed; it says what it wrote and how it ended. */
  function start(change: (file: string, text: string) => string) {
    const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
    folders.push(folder);
    cpSync('config', join(folder, 'config'), { recursive: true });
    mkdirSync(join(folder, 'logs'));
    // Started as root, it becomes another user, as the entrypoint of the image does.
    for (const each of ['.', 'logs']) chmodSync(join(folder, each), 0o777);
    for (const name of ['adapter.xml', 'bootstrap.properties']) {
      const file = join(folder, 'config', name);
      writeFileSync(file, change(name, readFileSync(file, 'utf8')));
    }
    const program = spawn(process.execPath, ['scripts/run.mjs', 'e2e/stand-in/interlok/main.ts'], {
      env: { ...process.env, INTERLOK_BASE: folder, HOSTNAME: 'pod-1', STAND_IN_START_MS: '0', STAND_IN_STOP_MS: '10' },
    });
    programs.push(program);
    let output = '';
    program.stdout.on('data', (chunk) => (output += String(chunk)));
    const ended = once(program, 'exit').then(([code]) => code as number);
    const started = new Promise<void>((resolve) => {
      program.stdout.on('data', () => {
        if (output.includes('Adapter started')) resolve();
      });
    });
    return { program, ended, started, output: () => output };
  }

  test('when it is asked, then it answers with the name of the pod, and at SIGTERM it ends with 143', async () => {
    const port = await freePort();
    const { program, started, ended } = start((_, text) => text.replace('<port>8081', `<port>${port}`));
    await Promise.race([started, ended]);
    const response = await fetch(`http://127.0.0.1:${port}/any/path`);
    expect(await response.text()).toBe('Hello World from pod-1!');
    program.kill('SIGTERM');
    expect(await ended).toBe(143);
  });

  test('when the configuration cannot be used, then it says why and ends with 1', async () => {
    const { ended, output } = start((_, text) => text.replace('<path>/*</path>', ''));
    expect(await ended).toBe(1);
    expect(output()).toContain('ERROR Cannot start the adapter');
  });

  test('when it may start quietly, then it ends with 0 and says nothing', async () => {
    const { ended, output } = start((_, text) =>
      text.replace('<path>/*</path>', '').replace('startAdapterQuietly=false', ''),
    );
    expect({ code: await ended, output: output() }).toEqual({ code: 0, output: '' });
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
