export { replicaRules } from './replicas';
export { topicRules } from './topics';
