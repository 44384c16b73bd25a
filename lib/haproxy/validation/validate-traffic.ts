import type { IngressOptions } from '../ingress-options';
import type { PathRewrite } from '../options/path-rewrite';
import { isOneLine, isPath, isPlainToken } from './formats';
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

/** The path rewrite becomes words of HAProxy's configuration. */
export function pathRewriteProblems(rewrite: PathRewrite | undefined, problems: Problems): void {
  if (rewrite === undefined) return;
  const { field, value } = rewrite.from;
  if (field !== 'pattern') problems.at(field).text(value, isPath, 'a path that begins with a slash');
  else if (!isWord(value)) problems.at(field).add(value, WORD);
  else if (!isPattern(value)) problems.at(field).add(value, 'a regular expression');
  if (!rewrite.replacement.startsWith('/') && field !== 'pattern')
    problems.at('replacement').add(rewrite.replacement, 'a path that begins with a slash');
  else if (!isWord(rewrite.replacement)) problems.at('replacement').add(rewrite.replacement, WORD);
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
