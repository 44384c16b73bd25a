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
export { flowOf } from './flow-of';
