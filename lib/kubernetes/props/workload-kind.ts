import type { InterlokProps } from './interlok-props';

/** What runs the pods. */
export type WorkloadKind = 'Deployment' | 'StatefulSet';

/** Pods with storage of their own are those of a StatefulSet. */
export function workloadKind({ storage = [] }: Pick<InterlokProps, 'storage'>): WorkloadKind {
  return storage.some(({ perPod }) => perPod === true) ? 'StatefulSet' : 'Deployment';
}
