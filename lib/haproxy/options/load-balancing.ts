/** How HAProxy picks the pod for a request: one of its balancing algorithms, with its parameters. */
export class LoadBalancing {
  /** The pod with the fewest open requests; suits requests of unequal length. */
  public static leastConnections(): LoadBalancing {
    return new LoadBalancing('leastconn');
  }

  /** One pod after the other. */
  public static roundRobin(): LoadBalancing {
    return new LoadBalancing('roundrobin');
  }

  /**
   * The first pod with a free connection, so that few pods are busy; needs a limit of connections per pod.
   *
   * The order of the pods differs between controller replicas of haproxytech/kubernetes-ingress.
   *
   * @see https://github.com/haproxytech/kubernetes-ingress/issues/823
   */
  public static first(): LoadBalancing {
    return new LoadBalancing('first');
  }

  /**
   * The same pod for the same client address, as long as the number of pods does not change.
   *
   * The order of the pods differs between controller replicas of haproxytech/kubernetes-ingress.
   *
   * @see https://github.com/haproxytech/kubernetes-ingress/issues/823
   */
  public static source(): LoadBalancing {
    return new LoadBalancing('source');
  }

  /** The same pod for the same path (without the query). */
  public static path(): LoadBalancing {
    return new LoadBalancing('uri');
  }

  /**
   * The same pod for the same value of a parameter in the query; round robin without it.
   * @param name the parameter, for example `customer`
   */
  public static queryParameter(name: string): LoadBalancing {
    return new LoadBalancing('url_param', name);
  }

  /**
   * The same pod for the same value of a request header; round robin without it.
   * @param name the header, for example `X-Customer`
   */
  public static header(name: string): LoadBalancing {
    return new LoadBalancing('hdr', name);
  }

  /**
   * A few random pods, then the least loaded of them; what several controller replicas agree on best.
   * @param draws how many pods are drawn, a whole number of at least 1
   */
  public static random(draws = 2): LoadBalancing {
    return new LoadBalancing('random', draws);
  }

  private constructor(
    /** HAProxy's name of the algorithm. */
    public readonly algorithm: 'leastconn' | 'roundrobin' | 'first' | 'source' | 'uri' | 'url_param' | 'hdr' | 'random',
    /** Header or parameter name, or the number of draws. */
    public readonly parameter?: string | number,
  ) {}

  /** The value as HAProxy's `balance` keyword and both controllers' annotations take it. */
  public toString(): string {
    if (this.parameter === undefined) return this.algorithm;
    return this.algorithm === 'url_param' ? `url_param ${this.parameter}` : `${this.algorithm}(${this.parameter})`;
  }
}
