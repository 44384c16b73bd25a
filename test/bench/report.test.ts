import { plot } from '../../bench/plot';
import { growthRows, markdownTable, startUpRows, targetRows, terminalTable } from '../../bench/report';

const tracks = [
  {
    name: 'this & that',
    times: [
      { adapters: 1, wall: 100, cpu: 90 },
      { adapters: 1000, wall: 5000, cpu: 4900 },
    ],
  },
  { name: 'other', times: [{ adapters: 1, wall: 3000, cpu: 4000 }] },
];

test('given the tracks of a race, when they are shown, then who dropped out has no time', () => {
  expect(growthRows(tracks)).toEqual({
    head: ['adapters', 'this & that, wall ms', 'other, wall ms'],
    rows: [
      ['1', '100 (100.0 each)', '3000 (3000.0 each)'],
      ['1000', '5000 (5.0 each)', '-'],
    ],
  });
});

test('given targets, when they are shown, then it says which are met, as printed', () => {
  const { rows } = targetRows([
    { what: 'a', value: 2.004, limit: 2 },
    { what: 'b', value: 2.006, limit: 2 },
  ]);

  expect(rows).toEqual([
    ['a', '2.00', '2', 'yes'],
    ['b', '2.01', '2', 'NO'],
  ]);
});

test('given start-up times, when they are shown, then they are also multiples of the start of Node', () => {
  const rows = startUpRows({ 'node -e 0': { wall: 50, cpu: 50 }, app: { wall: 90, cpu: 100 } });

  expect(markdownTable(rows)).toBe(
    [
      '| Hello World | wall ms | CPU ms | × node -e 0 |',
      '| --- | ---: | ---: | ---: |',
      '| node -e 0 | 50 | 50 | 1.0 |',
      '| app | 90 | 100 | 1.8 |',
    ].join('\n'),
  );
  expect(terminalTable(rows)).toContain('│ app         │ 90      │ 100    │ 1.8         │');
});

test('given the tracks of a race, when they are drawn, then each has a line, its points and its name', () => {
  const svg = plot(tracks);

  expect(svg.match(/<polyline/g)).toHaveLength(2);
  expect(svg.match(/<circle/g)).toHaveLength(3);
  expect(svg).toContain('>this &amp; that</text>');
  expect(svg).not.toMatch(/NaN|Infinity|undefined/);
});

test('given more time for more adapters, when it is drawn, then the points rise to the right', () => {
  const [first = [], last = []] = [...plot(tracks.slice(0, 1)).matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)"/g)].map(
    ([, x, y]) => [Number(x), Number(y)],
  );

  expect(Number(last[0])).toBeGreaterThan(Number(first[0]));
  expect(Number(last[1])).toBeLessThan(Number(first[1]));
});
