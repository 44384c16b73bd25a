export type { Manifest } from './manifests';
export { pictureOf } from './picture-of';
