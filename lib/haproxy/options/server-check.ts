import type { Duration } from 'cdk8s';

/** How often a pod is checked, and how many answers count. */
export interface CheckTiming {
  /**
   * Time between two checks of a pod.
   * @default Duration.seconds(2)
   */
  readonly interval?: Duration;
  /**
   * Good checks after which a pod is up again.
   * @default 2
   */
  readonly rise?: number;
  /**
   * Failed checks after which a pod is down.
   * @default 3
   */
  readonly fall?: number;
  /**
   * Time that a connected pod has for its answer.
   * @default - the interval
   */
  readonly timeout?: Duration;
}

/** The method of an HTTP check. */
export enum CheckMethod {
  /** Answered by Interlok's servlet itself: no workflow runs. */
  OPTIONS = 'OPTIONS',
  /** Runs the workflow of a consumer's path; for paths that no workflow serves. */
  GET = 'GET',
  /** Runs the workflow of a consumer's path; for paths that no workflow serves. */
  HEAD = 'HEAD',
}

/** An HTTP check. Statuses 2xx and 3xx are good. */
export interface HttpCheck extends CheckTiming {
  /**
   * The path that is asked.
   * @default - the first path that answers OPTIONS without running a workflow
   */
  readonly path?: string;
  /** @default CheckMethod.OPTIONS */
  readonly method?: CheckMethod;
}

/** How HAProxy itself checks the pods, beside Kubernetes' readiness probe: it notices a dead pod earlier. */
export class ServerCheck {
  /** A pod is up when it accepts a connection. */
  public static tcp(timing: CheckTiming = {}): ServerCheck {
    return new ServerCheck('tcp', timing);
  }

  /** A pod is up when it answers a request that runs no workflow. */
  public static http(check: HttpCheck = {}): ServerCheck {
    return new ServerCheck('http', check);
  }

  /** Kubernetes' readiness probe alone decides. */
  public static none(): ServerCheck {
    return new ServerCheck('none', {});
  }

  private constructor(
    public readonly kind: 'tcp' | 'http' | 'none',
    /** Timing, and for HTTP the request. */
    public readonly check: HttpCheck,
  ) {}
}
