import { printUncaughtPlainly } from './uncaught';

/**
 * A mistake in what the user wrote (props or configuration), as opposed to one in this project.
 *
 * Its `stack` is its message: a stack trace says nothing about a configuration file. When nobody catches it, the message
 * is all that is printed, and the exit code is 1.
 */
export class UserError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = new.target.name;
    this.stack = `${this.name}: ${message}`;
    printUncaughtPlainly((error) => error instanceof UserError);
  }
}
