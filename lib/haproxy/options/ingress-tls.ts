/** Where the certificate of the Ingress comes from. Needs `hosts`: a TLS entry without hosts does nothing. */
export class IngressTls {
  /** An existing Secret of type `kubernetes.io/tls` in the namespace of the Ingress. */
  public static secret(secretName: string): IngressTls {
    return new IngressTls('secret', undefined, secretName);
  }

  /**
   * A cert-manager Issuer in the namespace of the Ingress, which fills the Secret.
   * @param name the Issuer
   * @param secretName the Secret; the name of the Ingress with `-tls` by default
   * @see https://cert-manager.io/docs/usage/ingress/
   */
  public static issuer(name: string, secretName?: string): IngressTls {
    return new IngressTls('issuer', name, secretName);
  }

  /**
   * A cert-manager ClusterIssuer, which fills the Secret.
   * @param name the ClusterIssuer
   * @param secretName the Secret; the name of the Ingress with `-tls` by default
   * @see https://cert-manager.io/docs/usage/ingress/
   */
  public static clusterIssuer(name: string, secretName?: string): IngressTls {
    return new IngressTls('cluster-issuer', name, secretName);
  }

  private constructor(
    public readonly kind: 'secret' | 'issuer' | 'cluster-issuer',
    /** Name of the issuer. */
    public readonly issuerName?: string,
    /** Name of the Secret; where undefined, the construct derives it from the name of the Ingress. */
    public readonly secretName?: string,
  ) {}
}
