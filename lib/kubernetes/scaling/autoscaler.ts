import type { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import type { Adapter } from '../../interlok';
import { because } from '../../origins';
import type { Drain } from '../pod';
import { DEFAULT_REPLICAS, type InterlokAutoscaling, type InterlokProps, type WorkloadKind } from '../props';
import { autoscalerOrigins } from './autoscaler-origins';
import { CpuAutoscaler } from './cpu-autoscaler';
import { LoadAutoscaler } from './load-autoscaler';
import { type LoadSource, loadSignals } from './load-signals';

/** What {@link addAutoscaler} is told of the adapter. */
export interface AutoscalerProps extends Omit<LoadSource, 'load' | 'service'> {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly containerName: string;
  readonly kind: WorkloadKind;
  readonly drain: Drain;
  readonly adapter: Adapter;
  /** What the user asked for. */
  readonly props: InterlokProps;
}

/**
 * Adds the autoscaler that the prop asks for; none when another one decides.
 * @throws PropsError - where the load cannot be told
 */
export function addAutoscaler(
  scope: Construct,
  subject: string,
  autoscaling: InterlokAutoscaling,
  props: AutoscalerProps,
): ApiObject | undefined {
  const scaler = autoscaler(scope, subject, autoscaling, props);
  if (scaler !== undefined) because(scaler, () => autoscalerOrigins(autoscaling, props));
  return scaler;
}

function autoscaler(
  scope: Construct,
  subject: string,
  { minReplicas = DEFAULT_REPLICAS, maxReplicas, cpu, load }: InterlokAutoscaling,
  props: AutoscalerProps,
): ApiObject | undefined {
  const limits = { ...props, minReplicas, maxReplicas };
  if (cpu !== undefined) return new CpuAutoscaler(scope, 'autoscaler', { ...limits, cpu });
  if (load === undefined) return undefined;
  const signals = loadSignals(subject, { ...props, load, service: props.name });
  return new LoadAutoscaler(scope, 'autoscaler', { ...limits, prometheus: load.prometheus, signals });
}
