import { existsSync, rmSync } from 'node:fs';

/**
 * The exit code of a program that ends with a mistake of the user, after it was printed: 1, except below `cdk8s synth`.
 *
 * That prints a stack trace of its own when the app ends with any code but 0. When the app ends with 0 and has made no
 * output directory, it says so in one line, and ends with 1 itself.
 *
 * @see https://github.com/cdk8s-team/cdk8s-cli/blob/2.x/src/util.ts `synthApp`, which alone sets both variables
 */
export function exitCodeOfMistake(): number {
  const { CDK8S_OUTDIR: directory, CDK8S_RECORD_CONSTRUCT_METADATA: setByCli } = process.env;
  if (directory === undefined || directory === '' || setByCli === undefined) return 1;
  rmSync(directory, { recursive: true, force: true });
  return existsSync(directory) ? 1 : 0;
}
