export { type ImageTag, parseImageTag } from './image-tag';
export { componentName, portsOfComponent } from './management-components';
export {
  compareReleases,
  defaultRelease,
  formatRelease,
  isSince,
  javaVersion,
  parseRelease,
  type Release,
} from './release';
