import type { CommandLine, Options } from '../../cluster/options';
import { readOptions, UsageError } from '../../cluster/options';
import { fakeMachine } from '../support/fake-machine';

const COMMAND_LINE: CommandLine = {
  command: 'npm run it',
  text: 'Does it.',
  options: {
    requests: { text: 'requests to send', fallback: '300' },
    'base-url': { text: 'where to' },
    quick: { text: 'be quick', fallback: false },
  },
};

function messageOf(args: readonly string[], read: (options: Options) => unknown = () => undefined): string {
  try {
    const options = readOptions(COMMAND_LINE, args);
    read(options);
    options.check();
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
  return 'no problem';
}

test('given options, then they are read, and fallbacks where there are none', () => {
  const options = readOptions(COMMAND_LINE, ['--base-url', 'http://a/b', '--quick', 'rest']);
  expect(options.count('requests')).toBe(300);
  expect(options.url('base-url').href).toBe('http://a/b');
  expect(options.has('quick')).toBe(true);
  expect(options.positionals).toEqual(['rest']);
  expect(() => options.check()).not.toThrow();
});

test.each([
  ['an unknown option', ['--nope']],
  ['an option without its value', ['--requests']],
  ['a switch with a value', ['--quick=yes']],
])('given %s, then the message ends with the usage', (_title, args) => {
  expect(messageOf(args)).toMatch(/^.*--(nope|requests|quick).*\n\nUsage: npm run it\nDoes it\.\n/);
});

test.each(['0', '-1', '1.5', 'many', '', '1e3'])(
  'given %j where a count belongs, then the message says so',
  (value) => {
    const message = messageOf([`--requests=${value}`], (options) => options.count('requests'));
    expect(message).toContain(`requests: got '${value}', expected a whole number of at least 1`);
  },
);

test.each(['localhost', 'ftp://a', ''])('given %j where a URL belongs, then the message says so', (value) => {
  const message = messageOf([`--base-url=${value}`], (options) => options.url('base-url'));
  expect(message).toContain(`base-url: got '${value}', expected a URL`);
});

test('given several problems, then all are named at once', () => {
  const message = messageOf(['--requests', '0', 'what', 'ever'], (options) => {
    options.count('requests');
    options.url('base-url');
    options.noPositionals();
  });
  expect(message.split('\n').slice(0, 3)).toEqual([
    `requests: got '0', expected a whole number of at least 1`,
    `base-url: got '', expected a URL such as http://localhost/hello-world`,
    'unexpected: what ever',
  ]);
});

test('given --help, then the usage shows each option with its fallback', () => {
  const { terminal, lines } = fakeMachine(() => undefined);
  expect(readOptions(COMMAND_LINE, ['-h']).showHelp(terminal)).toBe(true);
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "Usage: npm run it
    Does it.

      --requests  requests to send (300)
      --base-url  where to
      --quick     be quick"
  `);
});
