/** Ports of the controller as clients see them. */
export interface ControllerPorts {
  readonly http: number;
  readonly https: number;
}

/** Options of {@link ControllerExposure.loadBalancer}. */
export interface LoadBalancerOptions {
  /**
   * Annotations of the Service, which is where cloud providers read what kind of load balancer to make.
   * @default - none
   */
  readonly annotations?: Readonly<Record<string, string>>;
  /**
   * Networks (CIDR) that may connect; the provider's load balancer enforces it.
   * @default - every network
   */
  readonly sourceRanges?: readonly string[];
  /**
   * Lets HAProxy see the client's own address (`externalTrafficPolicy: Local`). Without it, rate limits and allow
   * lists see the address of a node.
   * @default true
   */
  readonly preserveClientAddress?: boolean;
}

/** How traffic from outside the cluster reaches the controller. */
export class ControllerExposure {
  /** Through the load balancer of the cloud provider, at ports 80 and 443. For production. */
  public static loadBalancer(options: LoadBalancerOptions = {}): ControllerExposure {
    return new ControllerExposure('LoadBalancer', { http: 80, https: 443 }, options);
  }

  /**
   * At a port of every node: behind a load balancer of your own, or mapped to the host by kind. A new pod takes over
   * before the old one leaves, so that the controller is replaced without an outage.
   * @param ports Within the node port range of the cluster, which is 30000-32767 unless it was changed.
   */
  public static nodePort(ports: ControllerPorts = { http: 30080, https: 30443 }): ControllerExposure {
    return new ControllerExposure('NodePort', ports);
  }

  /**
   * At a port of each node that runs a controller pod, for single-node clusters without node ports to spare. Pod Security
   * allows host ports at the level `privileged` only, so the namespace that the chart makes has that level. Replacing the
   * pod refuses connections until the new one is up, for 16 to 41 s as measured: a port has room for one.
   */
  public static hostPorts(ports: ControllerPorts = { http: 80, https: 443 }): ControllerExposure {
    return new ControllerExposure('HostPorts', ports);
  }

  private constructor(
    public readonly type: 'LoadBalancer' | 'NodePort' | 'HostPorts',
    public readonly ports: ControllerPorts,
    /** Empty unless the type is `LoadBalancer`. */
    public readonly loadBalancerOptions: LoadBalancerOptions = {},
  ) {}
}
