import type { Finding } from '../findings';
import type { Adapter } from '../interlok';
import type { Drain } from './drain';
import type { InterlokProps } from './interlok-props';

/** What loads, but fails in a pod or behind an Ingress. */
export function podFindings(adapter: Adapter, drain: Drain, props: InterlokProps): Finding[] {
  void adapter;
  void drain;
  void props;
  return [];
}
