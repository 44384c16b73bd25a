import type { Track } from './race';

const WIDTH = 720;
const HEIGHT = 420;
const MARGIN = { left: 64, right: 190, top: 40, bottom: 52 };
const COLORS = ['#0b6e4f', '#c1121f', '#2667ff', '#9c6644', '#6a4c93'];

/** Time against the number of adapters, both on logarithmic axes, as an SVG document. */
export function plot(tracks: readonly Track[]): string {
  const points = tracks.flatMap(({ times }) => times);
  const x = scale(
    points.map(({ adapters }) => adapters),
    [MARGIN.left, WIDTH - MARGIN.right],
  );
  const y = scale(
    points.map(({ wall }) => wall / 1000),
    [HEIGHT - MARGIN.bottom, MARGIN.top],
  );
  const bottom = HEIGHT - MARGIN.bottom;
  const right = WIDTH - MARGIN.right;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<title>Time of one synth against the number of adapters</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    ...x.ticks.map(
      (n) =>
        `<path d="M${x.at(n)} ${MARGIN.top}V${bottom}" stroke="#ddd"/>` +
        `<text x="${x.at(n)}" y="${bottom + 18}" text-anchor="middle">${n}</text>`,
    ),
    ...y.ticks.map(
      (n) =>
        `<path d="M${MARGIN.left} ${y.at(n)}H${right}" stroke="#ddd"/>` +
        `<text x="${MARGIN.left - 8}" y="${round(y.at(n) + 4)}" text-anchor="end">${n} s</text>`,
    ),
    `<text x="${(MARGIN.left + right) / 2}" y="${HEIGHT - 12}" text-anchor="middle">adapters</text>`,
    `<text x="${MARGIN.left}" y="24" font-size="14">Time of one synth (both axes logarithmic)</text>`,
    ...labelled(tracks, y.at).flatMap(({ track, label }, i) => {
      const color = COLORS[i % COLORS.length] ?? '#000';
      const at = track.times.map(({ adapters, wall }) => [x.at(adapters), y.at(wall / 1000)] as const);
      return [
        `<polyline points="${at.map((p) => p.join(',')).join(' ')}" fill="none" stroke="${color}" stroke-width="2"/>`,
        ...at.map(([cx, cy]) => `<circle cx="${cx}" cy="${cy}" r="3" fill="${color}"/>`),
        `<text x="${right + 10}" y="${label}" fill="${color}">${escape(track.name)}</text>`,
      ];
    }),
    '</svg>\n',
  ].join('\n');
}

/** The tracks with the height of their names, beside their last points but never on each other. */
function labelled(tracks: readonly Track[], at: (seconds: number) => number): { track: Track; label: number }[] {
  const wanted = tracks.filter(({ times }) => times.length > 0);
  const byHeight = wanted
    .map((track) => ({ track, label: round(at((track.times.at(-1)?.wall ?? 1) / 1000) + 4) }))
    .sort((a, b) => a.label - b.label);
  byHeight.forEach((entry, i) => {
    const above = byHeight[i - 1];
    if (above && entry.label < above.label + 16) entry.label = above.label + 16;
  });
  return wanted.flatMap((track) => byHeight.filter((entry) => entry.track === track));
}

/** A logarithmic scale over some numbers, with the powers of ten (and those around) as ticks. */
function scale(numbers: readonly number[], [from, to]: readonly [number, number]) {
  const low = Math.floor(Math.log10(Math.min(...numbers)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...numbers))));
  const at = (n: number): number => round(from + ((Math.log10(n) - low) / (high - low)) * (to - from));
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => Number((10 ** (low + i)).toPrecision(1)));
  return { at, ticks };
}

const round = (n: number): number => Math.round(n * 10) / 10;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
