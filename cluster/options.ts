import { parseArgs } from 'node:util';
import { UserError } from '../lib/errors/user-error';
import type { Terminal } from './terminal';

/** Thrown when a script is called wrongly; its message ends with the usage. */
export class UsageError extends UserError {}

/** One option of a script. */
export interface OptionDescription {
  /** What it is, with its unit, for the usage. */
  readonly text: string;
  /**
   * The value if it is not given; `false` makes the option a switch without a value.
   * @default - it has no value then
   */
  readonly fallback?: string | false;
}

/** A script's options and arguments, as its usage shows them. */
export interface CommandLine {
  /** The command and its arguments, for example `npm run kind:scale -- <pods>`. */
  readonly command: string;
  /** What it does, in a sentence. */
  readonly text: string;
  readonly options: Readonly<Record<string, OptionDescription>>;
}

/** The values that were given, or their fallbacks; a method for each type, which notes what cannot be used. */
export class Options {
  private readonly problems: string[] = [];

  public constructor(
    private readonly commandLine: CommandLine,
    private readonly values: Readonly<Record<string, string | boolean | undefined>>,
    /** What was given beside the options. */
    public readonly positionals: readonly string[],
  ) {}

  /** Writes the usage if it was asked for, and says whether it was. */
  public showHelp(terminal: Terminal): boolean {
    if (this.values['help'] === true) terminal.line(usage(this.commandLine));
    return this.values['help'] === true;
  }

  public text(name: string): string | undefined {
    const value = this.values[name] ?? this.commandLine.options[name]?.fallback;
    return typeof value === 'string' ? value : undefined;
  }

  public has(name: string): boolean {
    return this.values[name] === true;
  }

  /** A whole number of at least 1. */
  public count(name: string, value = this.text(name)): number {
    if (value !== undefined && /^[1-9]\d{0,8}$/.test(value)) return Number(value);
    this.problem(`${name}: got '${value ?? ''}', expected a whole number of at least 1`);
    return 1;
  }

  /** An http or https URL. */
  public url(name: string, value = this.text(name) ?? ''): URL {
    const url = URL.canParse(value) ? new URL(value) : undefined;
    if (url !== undefined && /^https?:$/.test(url.protocol)) return url;
    this.problem(`${name}: got '${value}', expected a URL such as http://localhost/hello-world`);
    return new URL('http://localhost/');
  }

  /** Notes a problem when something was given beside the options. */
  public noPositionals(): void {
    if (this.positionals.length > 0) this.problem(`unexpected: ${this.positionals.join(' ')}`);
  }

  /** Notes something else that is wrong. */
  public problem(text: string): void {
    this.problems.push(text);
  }

  /** Throws a UsageError that names all problems, if there are any. */
  public check(): void {
    if (this.problems.length > 0) throw new UsageError(`${this.problems.join('\n')}\n\n${usage(this.commandLine)}`);
  }
}

/** Reads a command line. Throws a UsageError for an option that does not exist or has no value. */
export function readOptions(commandLine: CommandLine, args: readonly string[]): Options {
  const options = Object.entries(commandLine.options).map(([name, { fallback }]) => {
    return [name, { type: fallback === false ? ('boolean' as const) : ('string' as const) }] as const;
  });
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...Object.fromEntries(options), help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    return new Options(commandLine, values, positionals);
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${usage(commandLine)}`);
  }
}

/** The usage of a script. */
function usage({ command, text, options }: CommandLine): string {
  const width = Math.max(...Object.keys(options).map((name) => name.length));
  const lines = Object.entries(options).map(([name, option]) => {
    const fallback = typeof option.fallback === 'string' ? ` (${option.fallback})` : '';
    return `  --${name.padEnd(width)}  ${option.text}${fallback}`;
  });
  return [`Usage: ${command}`, text, '', ...lines].join('\n');
}
