import { nearMatches } from '../../lib/errors/near-matches';

describe('nearMatches', () => {
  it.each([
    ['typo', 'prot-conflict', ['port-conflict']],
    ['upper case', 'PORT-CONFLICT', ['port-conflict']],
    ['part of the name', 'conflict', ['port-conflict']],
    ['another word altogether', 'xyzzy-plugh', []],
    ['a word far too long', 'x'.repeat(100_000), []],
  ])('given a %s, then it finds what was meant', (_, word, expected) => {
    expect(nearMatches(word, ['path-missing', 'port-conflict'])).toEqual(expected);
  });

  it('given a candidate of a letter or two, then being part of the word makes it no near one', () => {
    expect(nearMatches('listens', ['e', 'i', 'listen'])).toEqual(['listen']);
  });

  it('given several near ones, then the nearest comes first and there are three at most', () => {
    expect(nearMatches('aaaa', ['aabb', 'aaab', 'aaac', 'aaaa'])).toEqual(['aaaa', 'aaab', 'aaac']);
  });
});
