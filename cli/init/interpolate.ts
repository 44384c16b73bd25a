/** `$$`, `$NAME`, `${NAME}`, and `${NAME:-default}` with the other operators of Docker Compose. */
const VARIABLE = /\$(?:(\$)|([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^}]*))?\})/g;

/**
 * A text of a compose file with its variables replaced, as Docker Compose does. A variable that has neither a value nor
 * a default stays as it is written.
 *
 * @see https://docs.docker.com/reference/compose-file/interpolation/
 */
export function interpolate(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(
    VARIABLE,
    (written: string, dollar?: string, plain?: string, braced?: string, operator?: string, operand?: string) => {
      if (dollar !== undefined) return '$';
      const value = variables[plain ?? braced ?? ''];
      const isSet = value !== undefined && !(operator?.startsWith(':') === true && value === '');
      if (operator?.endsWith('+') === true) return isSet ? (operand ?? '') : '';
      if (isSet) return value;
      return operator?.endsWith('-') === true ? (operand ?? '') : written;
    },
  );
}

/** Whether a text has a variable whose value is not known here. */
export function hasVariable(text: string): boolean {
  return /\$\{?[A-Za-z_]/.test(text);
}
