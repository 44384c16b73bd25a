import { readOptions } from '../../cluster/options';
import { CHECK_NAMES, COMMAND_LINE, readProps } from '../../e2e/options';

function read(...args: string[]) {
  const options = readOptions(COMMAND_LINE, args);
  const props = readProps(options);
  options.check();
  return props;
}

test('given nothing, then all is checked with stand-ins at the local port', () => {
  expect(read()).toEqual({
    baseUrl: new URL('http://localhost/'),
    prefix: 'interlok-e2e',
    real: false,
    only: CHECK_NAMES,
  });
});

test('given options, then they are followed, and the checks keep their order', () => {
  const args = ['--context', 'kind-e2e', '--real', '--soak', '100', '--only', 'deletion,manifests'];
  expect(read(...args)).toMatchObject({
    context: 'kind-e2e',
    real: true,
    soak: 100,
    only: ['manifests', 'deletion'],
  });
});

test.each([
  [['--namespace-prefix', 'Mine'], /namespace-prefix: got 'Mine'/],
  [['--namespace-prefix', 'a'.repeat(31)], /namespace-prefix: .* at most 30/],
  [['--soak', '0'], /soak: got '0'/],
  [['--only', 'rollouts,rollout'], /only: got 'rollout', expected some of manifests, /],
  [['--base-url', 'here'], /base-url: got 'here'/],
  [['everything'], /unexpected: everything/],
])('given %j, then the message says what is wrong', (args, message) => {
  expect(() => read(...args)).toThrow(message);
});
