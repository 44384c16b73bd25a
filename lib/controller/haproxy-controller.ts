/** The ingress controllers that {@link HaproxyIngressController} can set up. */
export enum HaproxyController {
  /** `haproxytech/kubernetes-ingress`: HAProxy 3.2, runs without root as it comes. */
  HAPROXYTECH = 'haproxytech',
  /** `jcmoraisjr/haproxy-ingress`: HAProxy 2.8, redispatch and retries on by default. */
  JCMORAISJR = 'jcmoraisjr',
}
