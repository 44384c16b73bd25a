export { AdapterDeployment } from './deployment';
export { AdapterStatefulSet } from './stateful-set';
export { drain, drainSources, type Drain } from './drain';
export { AdapterServiceAccount } from './service-account';
export { shutdownTimes } from './shutdown-times';
export { heapFor, memoryLimit } from './java-memory';
export { writableDirectories } from './writable-directories';
