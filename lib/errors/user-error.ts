/**
 * A mistake in what the user wrote (props or configuration), as opposed to one in this project.
 *
 * Its `stack` is its message: a stack trace says nothing about a configuration file, and Node prints `stack`
 * when nobody catches the error.
 */
export class UserError extends Error {
  public constructor(message: string) {
    super(message);
    this.name = new.target.name;
    this.stack = `${this.name}: ${message}`;
  }
}
