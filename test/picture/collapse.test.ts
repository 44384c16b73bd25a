import { collapse, foldedByDefault } from '../../lib';
import { aNode, aPicture } from './a-picture';

const finding = { severity: 'warning', text: 'adapter.xml:1:1 warning: so it is' } as const;
const picture = aPicture(
  [
    aNode('before'),
    aNode('outer', { isGroup: true }),
    aNode('inner', { isGroup: true, group: 'outer' }),
    aNode('a', { group: 'inner', findings: [finding] }),
    aNode('b', { group: 'inner' }),
    aNode('c', { group: 'outer' }),
  ],
  ['before a', 'before b', 'a b', 'b c calls', 'a c writes'],
);

describe('collapse', () => {
  test('given a folded group, then its arrows are at its box, each once, and what was found inside is marked on it', () => {
    const { nodes, edges } = collapse(picture, new Set(['inner']));

    expect(nodes.map(({ id }) => id)).toEqual(['before', 'outer', 'inner', 'c']);
    expect(nodes[2]).toMatchObject({ isGroup: false, findings: [finding] });
    expect(edges).toEqual([
      { from: 'before', to: 'inner' },
      { from: 'inner', to: 'c', label: 'calls, writes' },
    ]);
  });

  test('given a folded group in a folded one, then the outer one is drawn alone', () => {
    expect(collapse(picture, new Set(['inner', 'outer'])).nodes.map(({ id }) => id)).toEqual(['before', 'outer']);
  });

  test('given nothing that is folded, then the picture is as it was', () => {
    expect(collapse(picture, new Set())).toEqual(picture);
  });
});

describe('foldedByDefault', () => {
  const workflows = (count: number): ReturnType<typeof aPicture> =>
    aPicture(
      Array.from({ length: count }, (_, index) => [
        aNode(`w${index}`, { kind: 'workflow', isGroup: true }),
        ...['x', 'y', 'z'].map((name) => aNode(`${name}${index}`, { group: `w${index}` })),
      ]).flat(),
    );

  test('given few boxes, then nothing is folded', () => {
    expect([...foldedByDefault(workflows(3))]).toEqual([]);
  });

  test('given sixty workflows, then each is one box', () => {
    expect(foldedByDefault(workflows(60)).size).toBe(60);
  });
});
