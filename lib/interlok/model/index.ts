export type {
  Adapter,
  Channel,
  ConnectsOut,
  FileUse,
  HealthCheck,
  Listener,
  MetricsEndpoint,
  Protocol,
  Route,
  RouteMatch,
  Workflow,
} from './adapter';
export { adapterOf } from './adapter-of';
export { brokerFileUses } from './broker-files';
export { type ChannelSite, readChannels, type WorkflowSite } from './channels';
export { Components } from './components';
export {
  connectionFinder,
  type ConnectionOfConsumer,
  type ConnectionSite,
  idOfLookupName,
  readConnections,
  resolveShared,
  sharedConnectionsOf,
} from './connections';
export { fileUsesOf, readFileUses } from './file-uses';
export type { ListenerSite } from './listener-site';
export { readListeners } from './listeners';
export { reasonToConnect } from './outbound';
export { type ManagementJetty, readManagementJetty } from './management-jetty';
export type { PortProblem } from './port-value';
export { pathInPod } from './path-in-pod';
export type { PathProblem } from './route-path';
export { type ConsumerSite, isHttpConsumer, readConsumers } from './routes';
export { loggingOfProperties } from './logging-properties';
export { logFilesOf, loggingSetting } from './logging';
export { processConnectionsOut } from './process-outbound';
