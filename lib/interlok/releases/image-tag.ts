import { parseRelease, type Release } from './release';

/** What the tag of an Interlok image says. */
export interface ImageTag {
  /**
   * The release that the image carries.
   * @default - the tag moves (`latest-…`, `snapshot-…`, `4-…`), or says nothing
   */
  readonly release?: Release;
  /** The major release line that a moving tag follows. */
  readonly line?: number;
  /** The distribution, for example `temurin` or `zulu-alpine`. */
  readonly distribution?: string;
}

const distributions = [
  'zulu-alpine',
  'corretto',
  'debian',
  'zulu',
  'msopenjdk',
  'temurin',
  'adoptopenjdk',
  'alpine',
  'hpcc',
] as const;

/**
 * Reads the tag of an image reference such as `adaptris/interlok:5.0.1-temurin` or `registry:5000/x:4-zulu@sha256:…`.
 *
 * A moving tag names no release (`latest` and `snapshot` follow 5.x, `4` and `4-snapshot` follow 4.x): the caller decides.
 *
 * @see adaptris/docker-interlok:.github/workflows/docker-publish.yml@main
 */
export function parseImageTag(image: string): ImageTag {
  const name = image.split('@', 1)[0] ?? '';
  const colon = name.lastIndexOf(':');
  if (colon === -1 || name.includes('/', colon)) return {};
  const tag = name.slice(colon + 1);
  const distribution = distributions.find((d) => tag.endsWith(`-${d}`));
  const version = distribution === undefined ? tag : tag.slice(0, -distribution.length - 1);
  const suffix = distribution === undefined ? {} : { distribution };
  const release = parseRelease(version);
  if (release !== undefined && /^\d+\.\d+\.\d+/.test(version)) return { ...suffix, release, line: release.major };
  if (version === 'latest' || version === 'snapshot') return { ...suffix, line: 5 };
  const line = /^([345])(?:-snapshot)?$/.exec(version);
  return line === null ? suffix : { ...suffix, line: Number(line[1]) };
}
