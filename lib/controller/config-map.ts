import { ConfigMap } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { removeImmutableFalse } from '../objects';

/** Props of a {@link ControllerConfigMap}. */
export interface ControllerConfigMapProps {
  readonly name: string;
  readonly data: Readonly<Record<string, string>>;
}

/** The settings of HAProxy. The controller follows changes while it runs, so the name has no hash and no pod restarts. */
export class ControllerConfigMap extends ConfigMap {
  public constructor(scope: Construct, id: string, props: ControllerConfigMapProps) {
    super(scope, id, { metadata: { name: props.name }, data: { ...props.data } });
    removeImmutableFalse(this.apiObject);
  }
}
