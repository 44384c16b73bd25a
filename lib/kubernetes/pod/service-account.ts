import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';

/** Props of an {@link AdapterServiceAccount}. */
export interface AdapterServiceAccountProps {
  readonly name: string;
  readonly labels: Record<string, string>;
}

/** The pods' own identity, without a token: Interlok never talks to the Kubernetes API. */
export class AdapterServiceAccount extends kplus.ServiceAccount {
  public constructor(scope: Construct, id: string, props: AdapterServiceAccountProps) {
    super(scope, id, { metadata: { name: props.name, labels: props.labels }, automountToken: false });
  }
}
