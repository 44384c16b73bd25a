export {
  Catalogue,
  joinOwnComponents,
  knownRelease,
  type OwnComponents,
  readOwnComponents,
  unknownModules,
  unknownRelease,
} from './catalogue';
export type { Configuration } from './configuration';
export { adapterDirectories, type AdapterDirectory, configFile, type ConfigFile, isDirectory } from './files';
export type {
  Exchange,
  Flow,
  FlowChannel,
  FlowConnection,
  FlowConsumer,
  FlowPart,
  FlowStep,
  FlowWorkflow,
} from './flow';
export { type FixedFile, fixFile } from './fixes';
export { type JvmOption, jvmOptionsOf, jvmSize, lastOption } from './java';
export type {
  Adapter,
  Channel,
  FileUse,
  HealthCheck,
  Listener,
  MetricsEndpoint,
  Protocol,
  Route,
  RouteMatch,
  Workflow,
} from './model';
export { readConfiguration } from './read-configuration';
export { type FlowReading, readFlow } from './read-flow';
export { type LoggingOptions, type LogLevel } from './files';
export type { LastingDirectory, ReadOptions } from './read-options';
export {
  compareReleases,
  defaultRelease,
  formatRelease,
  type ImageTag,
  isSince,
  javaVersion,
  parseImageTag,
  parseRelease,
  type Release,
} from './releases';
export { rules } from './rules';
export { editorSchema, type EditorSchemaOptions } from './schema';
export { unknownValue } from './variables';
