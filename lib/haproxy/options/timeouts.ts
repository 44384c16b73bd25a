import type { Duration } from 'cdk8s';

/** How long HAProxy waits. What is not given stays as the controller's ConfigMap, or its built-in value, has it. */
export interface Timeouts {
  /**
   * For a pod to accept a connection; one attempt, not all retries.
   * @default - the controller's, 5 s
   */
  readonly connect?: Duration;
  /**
   * For a pod to send something: the longest time that a workflow may take before its first byte.
   * @default - the controller's, 50 s
   */
  readonly server?: Duration;
  /**
   * For a pod to close, once the client's side is closed.
   * @default - the controller's
   */
  readonly serverFin?: Duration;
  /**
   * For a request to wait in HAProxy for a free pod, after which the client gets 503.
   * @default - the server timeout where there is a limit of connections per pod, else the controller's, 5 s
   */
  readonly queue?: Duration;
  /**
   * For a tunnel (WebSocket) without traffic.
   * @default - the controller's, 1 h
   */
  readonly tunnel?: Duration;
  /**
   * For a client to send its request. Not on haproxytech, where it belongs to the controller's ConfigMap.
   * @default - the controller's, 5 s
   */
  readonly httpRequest?: Duration;
  /**
   * For a client's next request on a connection. Not on haproxytech, where it belongs to the controller's ConfigMap.
   * @default - the controller's, 1 min
   */
  readonly keepAlive?: Duration;
}
