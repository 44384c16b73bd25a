import { nearMatches, type PropProblem } from '../../errors';
import { formatRelease, parseRelease } from '../releases';
import { Catalogue } from './catalogue';
import { compareVersions, parseVersion } from './version-range';

/** The release of the catalogue that a text names: `4.9` is 4.9.0. Undefined where the catalogue has none of that name. */
export function knownRelease(text: string): string | undefined {
  const release = parseRelease(text);
  const name = release === undefined ? text : formatRelease(release);
  return Object.hasOwn(Catalogue.public.releases, name) ? name : undefined;
}

/** What is wrong with a text that names no release of the catalogue. */
export function unknownRelease(field: string, text: string): PropProblem[] {
  if (knownRelease(text) !== undefined) return [];
  const known = Object.keys(Catalogue.public.releases).sort((a, b) =>
    compareVersions(parseVersion(a), parseVersion(b)),
  );
  const near = nearMatches(text, known);
  const meant =
    near.length === 0
      ? `, from ${known[0] ?? ''} to ${known.at(-1) ?? ''}`
      : `; did you mean '${near.join("' or '")}'?`;
  return [{ field, value: text, expected: `a release that the catalogue has${meant}` }];
}
