import type { NodeKind } from './picture';

/** The hue of each kind, or none for grey. */
const HUES: Readonly<Record<NodeKind, number | undefined>> = {
  outside: undefined,
  files: 40,
  ingress: 210,
  service: 210,
  policy: 0,
  pods: undefined,
  process: undefined,
  connection: 280,
  channel: undefined,
  workflow: 170,
  consumer: 130,
  step: 170,
  producer: 25,
};

const colour = (kind: NodeKind, saturation: number, lightness: number): string =>
  HUES[kind] === undefined ? `hsl(220 8% ${lightness}%)` : `hsl(${HUES[kind]} ${saturation}% ${lightness}%)`;

const fills = (fill: number, stroke: number): string =>
  (Object.keys(HUES) as NodeKind[])
    .map((kind) => `.${kind}>rect{fill:${colour(kind, 55, fill)};stroke:${colour(kind, 45, stroke)}}`)
    .join('');

const theme = (isDark: boolean): string =>
  (isDark
    ? `${fills(20, 55)}.picture text{fill:#e6e8eb}.edge{stroke:#8b949e}.arrowhead{fill:#8b949e}.line,.edge-label{fill:#b3bac2}`
    : `${fills(94, 45)}.picture text{fill:#1c2024}.edge{stroke:#6a737d}.arrowhead{fill:#6a737d}.line,.edge-label{fill:#4a525a}`) +
  `.edge-label,.picture .title{stroke:${isDark ? '#16191d' : '#fff'}}.group>rect{fill-opacity:${isDark ? 0.35 : 0.45}}`;

/** The style of the drawing itself, without that of a page around it: by the reader's own choice of light or dark. */
export const pictureStyle = [
  '.picture{font:12px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}',
  '.label{font-weight:600}.line,.edge-label{font-size:11px}',
  '.edge{fill:none;stroke-width:1.3}.edge-label{text-anchor:middle}.edge-label,.title{paint-order:stroke;stroke-width:4px}',
  '.title{pointer-events:none}',
  '.node>rect{stroke-width:1.2}.group>rect{stroke-dasharray:4 3}.policy>rect{stroke-dasharray:2 2}',
  '.badge.error{fill:#d1242f}.badge.warning{fill:#bf8700}.picture .count{fill:#fff;font-size:11px;text-anchor:middle}',
  theme(false),
  `@media(prefers-color-scheme:dark){${theme(true)}}`,
].join('');

/** The same for a page that lets the reader choose: below an element with `data-theme`. */
export const chosenStyle = `[data-theme=light]{${theme(false)}}[data-theme=dark]{${theme(true)}}`;
