/** An Interlok release, for example 5.0.1. Immutable. */
export interface Release {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
}

/** The release that is assumed when nothing says another. */
export const defaultRelease: Release = Object.freeze({ major: 5, minor: 0, patch: 1 });

/**
 * Reads a release: `5.0.1`, `5.0.1-RELEASE`, `4.9` (patch 0).
 *
 * @returns undefined when the text is no release
 */
export function parseRelease(text: string): Release | undefined {
  const match = /^v?(\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?(?:-(?:RELEASE|SNAPSHOT))?$/i.exec(text.trim());
  if (match === null) return undefined;
  return Object.freeze({ major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3] ?? 0) });
}

/** `5.0.1` */
export function formatRelease(release: Release): string {
  return `${release.major}.${release.minor}.${release.patch}`;
}

/** Negative when the first is older, 0 when they are the same, positive when it is newer. */
export function compareReleases(a: Release, b: Release): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch;
}

/**
 * Whether a release is the given one or newer, for example `isSince(release, '4.0')`.
 *
 * @throws Error when the boundary is no release: a mistake in this project
 */
export function isSince(release: Release, boundary: string): boolean {
  const parsed = parseRelease(boundary);
  if (parsed === undefined) throw new Error(`'${boundary}' is no release`);
  return compareReleases(release, parsed) >= 0;
}

/**
 * The Java version in the stock image of a release.
 * @see adaptris/docker-interlok-base (Dockerfiles of `main`, `main-v4` and 3.12.0)
 */
export function javaVersion(release: Release): 8 | 11 | 17 {
  if (release.major >= 5) return 17;
  return release.major === 4 ? 11 : 8;
}
