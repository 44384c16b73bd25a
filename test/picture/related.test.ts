import { related } from '../../lib/picture/browser/related';
import { aNode, aPicture } from './a-picture';

const lines = (
  from: number,
  to: number,
  isOwn: boolean,
): { file: string; from: number; to: number; isOwn: boolean } => ({
  file: 'adapter.xml',
  from,
  to,
  isOwn,
});

/** Two paths that lead over one port to two consumers. */
const picture = aPicture(
  [
    aNode('client'),
    aNode('path-a', { spans: [lines(5, 5, false)] }),
    aNode('path-b', { spans: [lines(9, 9, false)] }),
    aNode('port', { spans: [lines(2, 2, false)] }),
    aNode('consumer-a', { spans: [lines(4, 6, true)] }),
    aNode('consumer-b', { spans: [lines(8, 10, true)] }),
    aNode('after-a', { spans: [lines(7, 7, true)] }),
    aNode('elsewhere'),
  ],
  [
    'client path-a',
    'client path-b',
    'path-a port',
    'path-b port',
    'port consumer-a',
    'port consumer-b',
    'consumer-a after-a',
  ],
);

describe('what is marked with a node', () => {
  test.each([
    ['path-a', ['client', 'path-a', 'port', 'consumer-a', 'after-a']],
    ['consumer-b', ['client', 'path-b', 'port', 'consumer-b']],
  ])('given %s, then its own way alone', (id, expected) => {
    expect([...related(picture, id)].sort()).toEqual([...expected].sort());
  });

  test('given what several ways go through, then all of them', () => {
    expect(related(picture, 'port').size).toBe(7);
  });

  test('given arrows in a circle, then each node once', () => {
    expect([...related(aPicture([aNode('a'), aNode('b')], ['a b', 'b a']), 'a')].sort()).toEqual(['a', 'b']);
  });
});
