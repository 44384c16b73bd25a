/** An option of the JVM and the variable that has it. */
export interface JvmOption {
  readonly text: string;
  readonly variable: string;
}

/**
 * Environment variables with options of the JVM, in the order in which they take effect: of two options for one thing the
 * later one wins. `JVM_ARGS` and `JAVA_OPTS` are the image's own; `JDK_JAVA_OPTIONS` is read since Java 9.
 * @see https://docs.oracle.com/en/java/javase/17/docs/specs/man/java.html
 */
const VARIABLES = ['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', 'JVM_ARGS', 'JAVA_OPTS', '_JAVA_OPTIONS'] as const;

/** Spellings of `-Xmx`, `-Xms` and `-Xss` that the launcher still takes. */
const SHORT = /^-(mx|ms|ss)(?=\d)/;

/** All options that the JVM will have, as far as the values of the variables are known. */
export function jvmOptionsOf(environment: Readonly<Record<string, string | undefined>>): readonly JvmOption[] {
  return VARIABLES.flatMap((variable) =>
    (environment[variable] ?? '')
      .split(/\s+/)
      .filter((text) => text !== '')
      .map((text) => ({ text: text.replace(SHORT, '-X$1'), variable })),
  );
}

/** The last option that begins so, and what follows. */
export function lastOption(
  options: readonly JvmOption[],
  ...prefixes: readonly string[]
): (JvmOption & { readonly value: string }) | undefined {
  const found = options.findLast(({ text }) => prefixes.some((prefix) => text.startsWith(prefix)));
  const prefix = prefixes.find((each) => found?.text.startsWith(each)) ?? '';
  return found === undefined ? undefined : { ...found, value: found.text.slice(prefix.length) };
}

/** A size as the JVM reads it, `512m` or `0x20000000` for example, in bytes; undefined for what it refuses. */
export function jvmSize(text: string): number | undefined {
  const match = /^(0x[0-9a-f]+|\d+)([kmgt]?)$/i.exec(text);
  if (match === null) return undefined;
  return Number(match[1]) * 1024 ** ' kmgt'.indexOf((match[2] ?? '').toLowerCase() || ' ');
}
