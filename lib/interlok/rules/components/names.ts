import { nearMatches } from '../../../errors';
import type { ComponentClass, JavaType, ReleaseCatalogue } from '../../catalogue';

/** A file with more mistakes of one kind than this has another problem than spelling. */
export const mostGuesses = 20;

/** How a class is called: its alias, else its name without the package. */
export function shortName(type: { readonly name: string; readonly alias?: string }): string {
  return type.alias ?? simpleName(type.name);
}

/** `EmbeddedConnection` of `com.adaptris.core.http.jetty.EmbeddedConnection`. */
export function simpleName(className: string): string {
  return className.slice(className.lastIndexOf('.') + 1);
}

/** A few names as a user would read them: `a, b and 4 more`. */
export function listed(names: readonly string[], most = 12): string {
  if (names.length <= most) return names.join(', ');
  return `${names.slice(0, most).join(', ')} and ${names.length - most} more`;
}

const fitting = new WeakMap<ReleaseCatalogue, Map<string, readonly ComponentClass[]>>();

/** The classes with an alias that can be the value of a type, as the stock image or a module has them. */
export function classesFor(classes: ReleaseCatalogue, type: JavaType | undefined): readonly ComponentClass[] {
  const name = type?.name ?? 'java.lang.Object';
  const byType = fitting.get(classes) ?? new Map<string, readonly ComponentClass[]>();
  fitting.set(classes, byType);
  let found = byType.get(name);
  if (found === undefined) {
    found = [...classes.all()].filter((each) => each.alias !== undefined && !each.isAbstract && each.isA(name));
    byType.set(name, found);
  }
  return found;
}

/** Names shorter than this are near to too many. */
const shortestGuess = 4;

/** Candidates that somebody who wrote a word may have meant; of a short word, those alone that lack or add a letter. */
export function guesses(word: string, candidates: readonly string[]): readonly string[] {
  const near = nearMatches(word, candidates);
  if (word.length >= shortestGuess) return near;
  return near.filter((each) => Math.abs(each.length - word.length) <= 1 && (isPart(word, each) || isPart(each, word)));
}

/** Whether the letters of one stand in the other, in order. */
function isPart(part: string, whole: string): boolean {
  let at = 0;
  for (const letter of whole) if (letter === part[at]) at++;
  return at === part.length;
}

/** The aliases, or full names of classes, that somebody who wrote a name may have meant; those that fit the place first. */
export function nearClasses(classes: ReleaseCatalogue, name: string, type: JavaType | undefined): readonly string[] {
  const fits = type === undefined ? [] : fittingNames(classes, name, type);
  return fits.length > 0 ? fits : fittingNames(classes, name, undefined);
}

/** Those of them that can be the value of a type. */
export function fittingNames(classes: ReleaseCatalogue, name: string, type: JavaType | undefined): readonly string[] {
  const wanted = name.trim().slice(0, 100);
  const candidates = classesFor(classes, type);
  const aliases = candidates.map(({ alias = '' }) => alias);
  if (!wanted.includes('.')) return guesses(wanted.replaceAll('_', '-'), aliases);
  const simple = simpleName(wanted);
  const same = candidates.filter((each) => simpleName(each.name) === simple);
  const near = same.length > 0 ? same : candidates.filter((each) => isNear(simple, simpleName(each.name)));
  return near.slice(0, 3).map((each) => each.name);
}

function isNear(word: string, candidate: string): boolean {
  return nearMatches(word, [candidate]).length > 0;
}
