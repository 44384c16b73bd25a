import { nearMatches, type PropProblem } from '../../errors';
import { formatRelease, parseRelease } from '../releases';
import { Catalogue } from './catalogue';
import { compareVersions, parseVersion } from './version-range';

/**
 * The release that a text names, where the catalogue knows it: `4.9` is 4.9.0. Undefined for any other. A patch that has no tag,
 * such as 4.9.3, is known by those around it.
 */
export function knownRelease(text: string): string | undefined {
  const known = Object.keys(Catalogue.public.releases);
  if (known.includes(text)) return text;
  const release = parseRelease(text);
  if (release === undefined) return undefined;
  const name = formatRelease(release);
  const line = `${release.major}.${release.minor}.`;
  const isBefore = (other: string): boolean => compareVersions(parseVersion(name), parseVersion(other)) <= 0;
  return known.some((other) => other.startsWith(line) && isBefore(other)) ? name : undefined;
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
