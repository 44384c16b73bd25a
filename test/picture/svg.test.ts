import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { formatSvg, type Picture, type PictureNode } from '../../lib';
import { layoutOf } from '../../lib/picture/layout';
import { aNode, aPicture } from './a-picture';

/** Any picture: groups in groups, arrows of every kind, those in a circle and to oneself aside. */
const anyPicture: fc.Arbitrary<Picture> = fc
  .array(fc.record({ group: fc.nat(), isGroup: fc.boolean(), label: fc.string({ unit: 'binary' }) }), {
    minLength: 1,
    maxLength: 12,
  })
  .chain((all) => {
    const nodes = all.map(({ group, isGroup, label }, index): PictureNode => {
      const groups = all.slice(0, index).flatMap((each, at) => (each.isGroup ? [`n${at}`] : []));
      const own = groups[group % (groups.length + 1)];
      return aNode(`n${index}`, { isGroup, label, ...(own !== undefined && { group: own }) });
    });
    const leaves = nodes.filter(({ isGroup }) => !isGroup).map(({ id }) => id);
    if (leaves.length < 2) return fc.constant(aPicture(nodes));
    const end = fc.constantFrom(...leaves);
    return fc
      .uniqueArray(fc.tuple(end, end, fc.constantFrom('', ' calls')), {
        maxLength: 15,
        selector: ([a, b]) => `${a} ${b}`,
      })
      .map((pairs) =>
        aPicture(
          nodes,
          pairs.filter(([a, b]) => a !== b).map(([a, b, label]) => `${a} ${b}${label}`),
        ),
      );
  });

/** Whether one box stands in another one. */
function isWithin(
  inner: { x: number; y: number; width: number; height: number },
  outer: { x: number; y: number; width: number; height: number },
): boolean {
  const slack = 0.5;
  return (
    inner.x >= outer.x - slack &&
    inner.y >= outer.y - slack &&
    inner.x + inner.width <= outer.x + outer.width + slack &&
    inner.y + inner.height <= outer.y + outer.height + slack
  );
}

describe('formatSvg', () => {
  test('given any picture, then it is well-formed, everything is within it, and what is in a group stands in its frame', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        new SaxesParser({ xmlns: true }).write(formatSvg(picture)).close();
        const { boxes, width, height } = layoutOf(picture);
        const boxOf = new Map(boxes.map((box) => [box.node.id, box]));
        for (const box of boxes) {
          const frame = boxOf.get(box.node.group ?? '');
          expect(isWithin(box, frame ?? { x: 0, y: 0, width, height })).toBe(true);
        }
        const leaves = boxes.filter(({ node }) => !boxes.some((each) => each.node.group === node.id));
        for (const a of leaves) for (const b of leaves) if (a !== b) expect(isWithin(a, b)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  test('given text that looks like markup, then it is text', () => {
    const svg = formatSvg(aPicture([aNode('a', { label: '<b>&"\u0000' })]));
    expect(svg).toContain('&lt;b&gt;&amp;&quot;');
    expect(svg).not.toContain('\u0000');
  });

  test('given findings, then their number is marked, an error before a warning', () => {
    const svg = formatSvg(
      aPicture([
        aNode('a', {
          findings: [
            { severity: 'warning', text: 'w' },
            { severity: 'error', text: 'e' },
          ],
        }),
        aNode('b'),
      ]),
    );
    expect(svg.match(/class="badge \w+"/g)).toEqual(['class="badge error"']);
    expect(svg).toContain('>2</text>');
  });

  test('given what is outside of the pods, then it stands before or after them, never above or below', () => {
    const nodes = [
      aNode('client'),
      aNode('pods', { isGroup: true }),
      ...['a', 'b', 'c', 'd'].map((id) => aNode(id, { group: 'pods' })),
      aNode('database'),
      aNode('source'),
    ];
    const picture = aPicture(nodes, ['client a', 'a b', 'b c', 'c d', 'a database', 'source c']);
    const at = new Map(layoutOf(picture).boxes.map((box) => [box.node.id, box]));
    const frame = at.get('pods');

    expect(at.get('database')?.x).toBeGreaterThan((frame?.x ?? 0) + (frame?.width ?? Infinity));
    expect((at.get('source')?.x ?? 0) + (at.get('source')?.width ?? 0)).toBeLessThan(frame?.x ?? 0);
  });
});
