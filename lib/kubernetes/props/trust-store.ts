import type { Variable } from './variable';

/**
 * Certificate authorities that the adapter trusts, in a PKCS 12 or JKS file of a Secret or ConfigMap that exists. They
 * take the place of the JDK's own: a store that is to trust the public ones too must hold them.
 */
export interface TrustStore {
  /**
   * Name of the Secret that holds the file. Exactly one of this and `configMapName`.
   * @default - a ConfigMap holds it
   */
  readonly secretName?: string;
  /**
   * Name of the ConfigMap that holds the file.
   * @default - a Secret holds it
   */
  readonly configMapName?: string;
  /** The key of the file, for example `'bundle.p12'`. A key that is not there keeps the pod from starting. */
  readonly key: string;
  /**
   * The password of the file: text, or a key of a Secret. With none, Java reads a file that has one as empty and says
   * nothing, so it has to be given; a file without a password takes any.
   */
  readonly password: string | Variable;
}
