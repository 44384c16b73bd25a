import type { Severity } from '../../../findings';
import type { Reading } from '../../reading';

/** An error where more than one replica would work on the same message. */
export function weight({ options }: Reading): Severity {
  return (options.instances ?? 1) > 1 ? 'error' : 'warning';
}

/** Where something happens, for messages. */
export function inReplicas({ options }: Reading): string {
  const instances = options.instances ?? 1;
  return instances > 1 ? ` in each of ${instances} replicas` : ' in every pod';
}
