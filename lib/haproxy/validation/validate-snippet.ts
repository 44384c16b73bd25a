import { isOneLine, isSubdomain } from '../formats';
import { IngressDialect, type IngressOptions } from '../ingress-options';
import type { Problems } from './problems';

/** Words that would end the backend section and begin another. */
const SECTIONS = new Set(
  'backend cache crt-store defaults dynamic-update fcgi-app frontend global http-errors listen log-forward log-profile mailers namespace_list peers program resolvers ring traces userlist'.split(
    ' ',
  ),
);

const PREFIX: ReadonlyMap<IngressDialect, string> = new Map([
  [IngressDialect.HAPROXYTECH, 'haproxy.org/'],
  [IngressDialect.JCMORAISJR, 'haproxy-ingress.github.io/'],
]);

/** Every prefix that one of the controllers reads. */
const HAPROXY_PREFIX = /^(haproxy\.(org|com)|haproxy-ingress\.github\.io|ingress\.kubernetes\.io)\//;

/** The escape hatches: annotations and snippet lines. */
export function snippetProblems(options: IngressOptions, problems: Problems): void {
  problems.at('backendSnippet').each(options.backendSnippet, (line, at) => {
    at.text(
      line,
      (l) => isOneLine(l) && l.trim() !== '',
      'one line that is not empty; further lines are further entries',
    );
    const [word = ''] = line.trim().split(/\s/);
    if (word.startsWith('###')) at.add(line, 'a line without ###, by which the controller marks its own comments');
    if (SECTIONS.has(word)) at.add(line, `a line of a backend section; '${word}' would begin another section`);
  });
  const dialect = options.dialect ?? IngressDialect.HAPROXYTECH;
  const prefix = PREFIX.get(dialect) ?? '';
  for (const object of ['ingress', 'service'] as const)
    for (const [name, value] of Object.entries(options.annotations?.[object] ?? {})) {
      const at = problems.at(`annotations.${object}['${name}']`);
      if (!isAnnotationName(name)) at.add(name, "an annotation's name, such as 'example.com/owner'");
      else if (HAPROXY_PREFIX.test(name) && !name.startsWith(prefix))
        at.add(name, `an annotation that begins with ${prefix}, the prefix of the dialect ${dialect} alone`);
      else if (name === 'kubernetes.io/ingress.class')
        at.add(name, 'ingressClassName instead, beside which the API server refuses this annotation');
      at.text(value, () => true, 'text');
    }
}

function isAnnotationName(name: string): boolean {
  const slash = name.indexOf('/');
  const key = name.slice(slash + 1);
  return (slash < 0 || isSubdomain(name.slice(0, slash))) && /^[A-Za-z0-9]([\w.-]{0,61}[A-Za-z0-9])?$/.test(key);
}
