import { inspect } from 'node:util';
import { exitCodeOfMistake } from './under-cli';

const EVENT = 'uncaughtException';

/**
 * Sees to it that an error which nobody catches is printed as its message alone and ends the process with exit code 1.
 * Node by itself prints the line of source code that threw it, and all of its fields.
 *
 * Holds for the turn of the event loop in which it is called: when that is over, an error thrown in it was caught or has
 * ended the process. Does nothing in a program that takes uncaught exceptions itself.
 *
 * @param isPlain Whether an error says all there is to say in its message
 */
export function printUncaughtPlainly(isPlain: (error: unknown) => error is Error): void {
  if (process.listenerCount(EVENT) > 0 || process.hasUncaughtExceptionCaptureCallback()) return;
  const print = (error: unknown): void => {
    process.stderr.write(`${isPlain(error) ? error.message : inspect(error)}\n`);
    process.exit(isPlain(error) ? exitCodeOfMistake() : 1);
  };
  process.on(EVENT, print);
  setImmediate(() => process.removeListener(EVENT, print)).unref();
}
