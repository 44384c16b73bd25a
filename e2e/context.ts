import type { Adapters } from './adapters';
import type { E2eProps } from './options';
import type { Report } from './report';
import type { Manifest, TestCluster } from './test-cluster';

/** What every check has at hand. */
export interface Context {
  readonly props: E2eProps;
  readonly report: Report;
  readonly cluster: TestCluster;
  readonly adapters: Adapters;
  /** The manifests of dist/, as they are. */
  readonly dist: readonly Manifest[];
  /** Appended to the sentences that HAProxy in the controller's place stands for. */
  readonly carried: string;
}

/** Names of the namespaces of dist/. */
export const HELLO = 'hello-world';
export const CONTROLLER = 'haproxy-controller';

/** The name of a namespace of the tests. */
export function namespaceOf({ props }: Context, suffix: string): string {
  return `${props.prefix}-${suffix}`;
}

/** A URL of the controller that dist/ has. */
export function urlOf({ props }: Context, path: string): URL {
  return new URL(path, props.baseUrl);
}
