import { collapse, foldedByDefault, formatHtml, formatMermaid, formatSvg, type Picture } from '../../lib';
import { WrongUse } from '../wrong-use';

/** The formats of a picture. */
export const pictureFormats = ['html', 'svg', 'mermaid'] as const;

export type PictureFormat = (typeof pictureFormats)[number];

/** Whether a format is that of a picture. */
export function isPictureFormat(format: string): format is PictureFormat {
  return pictureFormats.some((each) => each === format);
}

/**
 * What writes pictures in a format.
 *
 * @param adapter the name of the one to draw. Default: all, in a format that can have several
 */
export function pictureWriter(format: PictureFormat, adapter?: string): (pictures: readonly Picture[]) => string {
  return (pictures) => {
    const chosen = pictures.filter(({ title }) => adapter === undefined || title === adapter);
    const names = pictures.map(({ title }) => title).join(', ');
    if (pictures.length === 0) throw new WrongUse('there is no adapter to draw');
    if (chosen.length === 0) throw new WrongUse(`--adapter: got '${adapter}', expected one of ${names}`);
    if (format === 'html') return formatHtml(chosen);
    const [picture, ...others] = chosen;
    if (picture === undefined || others.length > 0)
      throw new WrongUse(`--format ${format}: has one picture; say --adapter with one of ${names}`);
    const readable = collapse(picture, foldedByDefault(picture));
    return format === 'svg' ? formatSvg(readable) : formatMermaid(readable);
  };
}
