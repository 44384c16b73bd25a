import { k8s } from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { clusterScoped } from '../objects';
import { because } from '../origins';
import { fromProps } from './prop-origins';
import type { ControllerSettings } from './settings';

/** Props of a {@link ControllerIngressClass}. */
export interface ControllerIngressClassProps {
  readonly name: string;
  /** The controller that serves the class, as the controller itself spells it. */
  readonly controller: string;
  /** Makes it the class of Ingresses that name none. */
  readonly isDefault: boolean;
  readonly settings: ControllerSettings;
}

/** The class by which Ingresses ask for this controller. */
export class ControllerIngressClass extends k8s.KubeIngressClass {
  public constructor(scope: Construct, id: string, props: ControllerIngressClassProps) {
    super(scope, id, {
      metadata: {
        name: props.name,
        annotations: props.isDefault ? { 'ingressclass.kubernetes.io/is-default-class': 'true' } : undefined,
      },
      spec: { controller: props.controller },
    });
    clusterScoped(this);
    const { settings } = props;
    because(this, () => [
      fromProps(settings, 'metadata.name', ['ingressClass'], 'the name by which an Ingress chooses the controller'),
      fromProps(settings, 'metadata.annotations', ['defaultIngressClass'], 'Ingresses without a class have this one'),
      fromProps(
        settings,
        'spec.controller',
        ['controller', 'ingressClass'],
        'the class as the controller itself spells it',
      ),
    ]);
  }
}
