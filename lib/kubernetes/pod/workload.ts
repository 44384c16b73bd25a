import type * as kplus from 'cdk8s-plus-27';

/** What runs the pods of an adapter. */
export type AdapterWorkload = kplus.Deployment | kplus.StatefulSet;
