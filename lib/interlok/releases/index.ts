export { componentName, managementComponents, preProcessors } from './components';
export { type ImageTag, parseImageTag } from './image-tag';
export {
  compareReleases,
  defaultRelease,
  formatRelease,
  isSince,
  javaVersion,
  parseRelease,
  type Release,
} from './release';
