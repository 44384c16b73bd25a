export { clientIdRules } from './client-ids';
export { replicaRules } from './replicas';
export { topicRules } from './topics';
