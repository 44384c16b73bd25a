import type { InterlokProps } from './interlok-props';

/** As cdk8s-plus has it for a Deployment that says nothing. */
export const DEFAULT_REPLICAS = 2;

/** How many pods there may be at once, beside those that a rollout adds. */
export function mostReplicas({ autoscaling, replicas }: Pick<InterlokProps, 'autoscaling' | 'replicas'>): number {
  return autoscaling?.maxReplicas ?? replicas ?? DEFAULT_REPLICAS;
}
