/** What kind of cluster the manifests are for. */
export enum Platform {
  /** Any Kubernetes. */
  KUBERNETES = 'kubernetes',
  /**
   * OpenShift, whose SCC `restricted-v2` gives each namespace a user and a group of its own and refuses any other: user,
   * group and fsGroup are left out, and everything else stays hardened.
   */
  OPENSHIFT = 'openshift',
}
