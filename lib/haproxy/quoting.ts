/**
 * Plain text as a quoted word of HAProxy's configuration whose content is a log format: `%` would begin a variable
 * and `$`, inside quotes, an environment variable.
 * @see https://docs.haproxy.org/3.2/configuration.html#2.2
 */
export function quotedFormat(text: string): string {
  return `"${text.replaceAll('%', '%%').replace(/["\\$]/g, (char) => `\\${char}`)}"`;
}

/** An expression for one of these origins and nothing around it; an asterisk stands for one label of a host. */
export function originPattern(origins: readonly string[]): string {
  const patterns = origins.map((origin) => origin.split('*').map(literalPattern).join('[a-z0-9-]+'));
  return `^(${patterns.join('|')})$`;
}

/** Text that an unquoted regular expression matches literally; classes need no backslash, which quoting would read. */
export function literalPattern(text: string): string {
  return text.replace(/[.+*?()[{}|$]/g, (char) => `[${char}]`);
}
