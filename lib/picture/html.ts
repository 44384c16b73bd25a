import { pageScript } from './page-script';
import { pageStyle } from './page-style';
import type { Picture } from './picture';
import { chosenStyle, pictureStyle } from './style';
import { escaped } from './svg';

/**
 * Writes pictures as one page that needs no network: one picks a box, and sees its lines and fields.
 *
 * @param pictures at least one
 */
export function formatHtml(pictures: readonly Picture[]): string {
  const [first] = pictures;
  const title = pictures.length === 1 && first !== undefined ? first.title : `${pictures.length} adapters`;
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    // Nothing is fetched, whatever a label says.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">`,
    `<title>${escaped(title)}</title>`,
    `<style>${pictureStyle}${chosenStyle}${pageStyle}</style>`,
    '</head>',
    '<body>',
    // In a script element a tag ends the script, wherever it stands.
    `<script type="application/json" id="data">${JSON.stringify(pictures).replace(/</g, '\\u003c')}</script>`,
    `<script>${pageScript}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}
