import { Duration, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { completePodTemplate, type ControllerWorkloadProps, podProps } from './pod-template';

/** Pods count as available only after this time, so that a rollout does not outrun the balancer in front. */
const MIN_READY_SECONDS = 5;

/** A number of controller pods, apart from each other where the cluster can. */
export class ControllerDeployment extends kplus.Deployment {
  private readonly ownLabels: Readonly<Record<string, string>>;

  public constructor(scope: Construct, id: string, props: ControllerWorkloadProps) {
    super(scope, id, {
      ...podProps(props),
      replicas: props.settings.replicas,
      minReady: Duration.seconds(MIN_READY_SECONDS),
      // With host ports, a pod more than planned would find the port taken.
      strategy:
        props.settings.exposure.type === 'HostPorts'
          ? kplus.DeploymentStrategy.recreate()
          : kplus.DeploymentStrategy.rollingUpdate({
              maxUnavailable: kplus.PercentOrAbsolute.absolute(0),
              maxSurge: kplus.PercentOrAbsolute.absolute(1),
            }),
    });
    this.ownLabels = props.selectorLabels;
    completePodTemplate(this, this.apiObject, props);
  }

  /** The stable labels, not the hashed one of cdk8s-plus: what selects this Deployment later, selects by these. */
  public override toPodSelectorConfig(): kplus.PodSelectorConfig {
    return { labelSelector: kplus.LabelSelector.of({ labels: { ...this.ownLabels } }) };
  }
}

/** One controller pod on each node. */
export class ControllerDaemonSet extends kplus.DaemonSet {
  private readonly ownLabels: Readonly<Record<string, string>>;

  public constructor(scope: Construct, id: string, props: ControllerWorkloadProps) {
    super(scope, id, { ...podProps(props), minReadySeconds: MIN_READY_SECONDS });
    this.ownLabels = props.selectorLabels;
    completePodTemplate(this, this.apiObject, props);
    const hostPorts = props.settings.exposure.type === 'HostPorts';
    const rollingUpdate: kplus.k8s.RollingUpdateDaemonSet = {
      maxUnavailable: kplus.k8s.IntOrString.fromNumber(hostPorts ? 1 : 0),
      maxSurge: kplus.k8s.IntOrString.fromNumber(hostPorts ? 0 : 1),
    };
    this.apiObject.addJsonPatch(JsonPatch.add('/spec/updateStrategy', { type: 'RollingUpdate', rollingUpdate }));
  }

  /** The stable labels, not the hashed one of cdk8s-plus: what selects this DaemonSet later, selects by these. */
  public override toPodSelectorConfig(): kplus.PodSelectorConfig {
    return { labelSelector: kplus.LabelSelector.of({ labels: { ...this.ownLabels } }) };
  }
}
