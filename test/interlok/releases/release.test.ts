import {
  compareReleases,
  formatRelease,
  isSince,
  javaVersion,
  parseImageTag,
  parseRelease,
} from '../../../lib/interlok/index';
import type { Release } from '../../../lib/interlok/index';

function release(text: string): Release {
  const parsed = parseRelease(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
}

describe('parseRelease', () => {
  test.each([
    ['5.0.1', '5.0.1'],
    ['4.9.3-RELEASE', '4.9.3'],
    ['3.11', '3.11.0'],
    ['v4.0.0', '4.0.0'],
  ])('given %s, when read, then it is %s', (text, expected) => expect(formatRelease(release(text))).toBe(expected));

  test.each(['', '5', 'latest', '5.0.1.2', '5.x', '-1.0.0'])('given %j, when read, then it is none', (text) => {
    expect(parseRelease(text)).toBeUndefined();
  });
});

describe('a release', () => {
  test('given releases, when compared, then parts count as numbers', () => {
    expect(compareReleases(release('3.9.3'), release('3.10.0'))).toBeLessThan(0);
    expect([
      isSince(release('4.10.0'), '4.2'),
      isSince(release('4.1.9'), '4.2'),
      isSince(release('4.2.0'), '4.2'),
    ]).toEqual([true, false, true]);
  });

  test.each([
    ['3.12.0', 8],
    ['4.9.3', 11],
    ['5.0.1', 17],
  ])('given %s, when asked for Java, then it is %d', (text, java) => expect(javaVersion(release(text))).toBe(java));
});

describe('parseImageTag', () => {
  test.each([
    ['adaptris/interlok:5.0.1-temurin', { release: release('5.0.1'), line: 5, distribution: 'temurin' }],
    ['adaptris/interlok:4.9.3-zulu-alpine', { release: release('4.9.3'), line: 4, distribution: 'zulu-alpine' }],
    ['adaptris/interlok:3.6.4', { release: release('3.6.4'), line: 3 }],
    [
      'registry:5000/adaptris/interlok:5.0.1-debian@sha256:00',
      { release: release('5.0.1'), line: 5, distribution: 'debian' },
    ],
    ['adaptris/interlok:snapshot-zulu-alpine', { line: 5, distribution: 'zulu-alpine' }],
    ['adaptris/interlok:4-temurin', { line: 4, distribution: 'temurin' }],
    ['adaptris/interlok:4-snapshot-corretto', { line: 4, distribution: 'corretto' }],
    ['adaptris/interlok:latest-debian', { line: 5, distribution: 'debian' }],
    ['adaptris/interlok:latest', { line: 5 }],
    ['registry:5000/orders', {}],
    ['orders:build-17', {}],
    ['', {}],
  ])('given %s, when read, then it says %j', (image, expected) => expect(parseImageTag(image)).toEqual(expected));
});
