export { offerPicture, picturesLater } from './later';
export { collapse, foldedByDefault } from './collapse';
export { formatMermaid } from './mermaid';
export type { NodeKind, Picture, PictureEdge, PictureField, PictureFinding, PictureNode, Span } from './picture';
export { formatSvg } from './svg';
export { formatHtml } from './html';
