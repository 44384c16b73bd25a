/** How a new version of the pods takes the place of the old one. */
export enum Rollout {
  /** A new pod gets ready before an old one goes: no request is refused. */
  ROLLING = 'rolling',
  /** All old pods go before the first new one comes: nothing is answered between them, and no two versions run at once. */
  RECREATE = 'recreate',
}
