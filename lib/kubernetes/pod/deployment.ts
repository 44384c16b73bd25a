import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { Rollout } from '../props';
import { AdapterPods, podsOfWorkload } from './adapter-pods';
import type { AdapterPodsProps } from './adapter-pods-props';
import { rolloutOf } from './rollout';

/** A number of pods that are all the same. */
export class AdapterDeployment extends kplus.Deployment {
  private readonly pods: AdapterPods;

  public constructor(
    scope: Construct,
    id: string,
    private readonly own: AdapterPodsProps,
  ) {
    super(scope, id, { ...podsOfWorkload(own), strategy: strategyOf(rolloutOf(own.adapter, own.props)) });
    this.pods = new AdapterPods(this, this.apiObject, own);
  }

  /**
   * Whether a container beside Interlok may connect to other systems, as one that was added through cdk8s-plus may.
   * Known at the synth.
   */
  public get othersConnect(): boolean {
    return this.pods.othersConnect;
  }

  /** The stable labels, not the hashed one of cdk8s-plus: what selects this Deployment later, selects by these. */
  public override toPodSelectorConfig(): kplus.PodSelectorConfig {
    return { labelSelector: kplus.LabelSelector.of({ labels: { ...this.own.selectorLabels } }) };
  }
}

function strategyOf(rollout: Rollout): kplus.DeploymentStrategy {
  if (rollout === Rollout.RECREATE) return kplus.DeploymentStrategy.recreate();
  return kplus.DeploymentStrategy.rollingUpdate({
    maxUnavailable: kplus.PercentOrAbsolute.absolute(0),
    maxSurge: kplus.PercentOrAbsolute.absolute(1),
  });
}
