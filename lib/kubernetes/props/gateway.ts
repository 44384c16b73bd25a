import type { Duration } from 'cdk8s';

/** A Gateway of the Gateway API, in place of an ingress controller. */
export interface InterlokGateway {
  /** The Gateway, which exists already. */
  readonly name: string;
  /**
   * The namespace of the Gateway. One of its listeners must admit routes of the adapter's namespace (`allowedRoutes`).
   * @default - that of the adapter
   */
  readonly namespace?: string;
  /**
   * The listener of the Gateway that requests come in by. Name the one for HTTPS: without a name the route attaches to
   * every listener that admits it, the one for plain HTTP among them.
   * @default - every listener
   */
  readonly sectionName?: string;
  /**
   * How long the Gateway waits for the whole of a request, in whole milliseconds; an extended feature of the Gateway API,
   * which not every implementation has.
   * @default - the implementation's own
   */
  readonly timeout?: Duration;
}
