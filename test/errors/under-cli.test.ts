import { existsSync } from 'node:fs';
import { exitCodeOfMistake } from '../../lib/errors/under-cli';
import { directoryOf } from '../support/config';

const VARIABLES = ['CDK8S_OUTDIR', 'CDK8S_RECORD_CONSTRUCT_METADATA'] as const;
const before = VARIABLES.map((name) => process.env[name]);

function given(values: readonly (string | undefined)[]): void {
  VARIABLES.forEach((name, i) => {
    const value = values[i];
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  });
}
afterEach(() => given(before));

test('given both variables of cdk8s synth, then the code is 0 and there is no output directory', () => {
  const directory = directoryOf({ 'half.k8s.yaml': '' });
  given([directory, 'false']);

  expect(exitCodeOfMistake()).toBe(0);
  expect(existsSync(directory)).toBe(false);
});

test("given an output directory alone, which is a user's own, then the code is 1 and the directory stays", () => {
  const directory = directoryOf({ 'old.k8s.yaml': '' });
  given([directory, undefined]);

  expect(exitCodeOfMistake()).toBe(1);
  expect(existsSync(directory)).toBe(true);
});

test.each([[[undefined, undefined]], [[undefined, 'false']], [['', 'false']]])(
  'given the variables %j, then the code is 1',
  (values) => {
    given(values);

    expect(exitCodeOfMistake()).toBe(1);
  },
);
