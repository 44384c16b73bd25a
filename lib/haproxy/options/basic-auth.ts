/** Asks for a user and a password. */
export interface BasicAuth {
  /**
   * An existing Secret in the namespace of the Ingress. The two controllers read different forms:
   * haproxytech wants one key for each user with a crypt(3) hash as its value (plain text is refused); jcmoraisjr
   * wants one key `auth` with a line `user:hash`, or `user::password`, for each user.
   */
  readonly secretName: string;
  /**
   * What browsers show when they ask.
   * @default 'Protected Content'
   */
  readonly realm?: string;
}
