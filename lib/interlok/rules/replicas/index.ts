export { clientIdRules } from './client-ids';
export { fileConsumerRules } from './file-consumers';
export { fileStoreRules } from './file-stores';
export { replicaRules } from './replicas';
export { topicRules } from './topics';
