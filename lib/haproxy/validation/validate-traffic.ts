import { isOneLine, isPath, isPlainToken, PATH } from '../formats';
import type { IngressOptions } from '../ingress-options';
import type { PathRewrite } from '../options';
import type { Problems } from './problems';

/** Request and response headers. */
export function headerProblems(options: IngressOptions, problems: Problems): void {
  for (const option of ['requestHeaders', 'responseHeaders'] as const)
    for (const [name, value] of Object.entries(options[option] ?? {})) {
      const at = problems.at(`${option}['${name}']`);
      if (!isPlainToken(name)) at.add(name, 'a header name of letters, digits and -_.');
      at.text(value, (v) => v.trim() === v && v !== '' && isOneLine(v), 'text on one line, without blanks around it');
    }
  const headers = Object.keys(options.responseHeaders ?? {});
  const hsts = headers.find((name) => name.toLowerCase() === 'strict-transport-security');
  if (hsts !== undefined && options.hsts !== undefined)
    problems
      .at(`responseHeaders['${hsts}']`)
      .add(options.responseHeaders?.[hsts], 'nothing, for hsts sets this header');
}

const WORD = 'text without blanks, quotes and #';
const PATTERN = 'a regular expression that PCRE and JavaScript both read, without blanks, quotes and #';

/** The path rewrite becomes words of HAProxy's configuration. */
export function pathRewriteProblems(rewrite: PathRewrite | undefined, problems: Problems): void {
  if (rewrite === undefined) return;
  const { prefix, path, pattern, replacement } = rewrite.given;
  problems.at('prefix').text(prefix, isPath, PATH);
  problems.at('path').text(path, isPath, PATH);
  problems.at('pattern').text(pattern, (p) => isWord(p) && isPattern(p), PATTERN);
  if (pattern === undefined) problems.at('replacement').text(replacement, isPath, PATH);
  else problems.at('replacement').text(replacement, isWord, WORD);
}

function isWord(text: string): boolean {
  return text !== '' && isOneLine(text) && !/[\s"'#]/.test(text);
}

function isPattern(text: string): boolean {
  try {
    return new RegExp(text) instanceof RegExp;
  } catch {
    return false;
  }
}
