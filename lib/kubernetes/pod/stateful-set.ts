import { JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import { removeEmptyExternalIps } from '../../objects';
import { DEFAULT_REPLICAS } from '../props';
import { AdapterPods, podsOfWorkload } from './adapter-pods';
import type { AdapterPodsProps } from './adapter-pods-props';
import { claimTemplates } from './claims';

/** Pods that each have a number, by which they find their own storage again. */
export class AdapterStatefulSet extends kplus.StatefulSet {
  private readonly pods: AdapterPods;
  private readonly selector: Readonly<Record<string, string>>;

  public constructor(scope: Construct, id: string, own: AdapterPodsProps) {
    super(scope, id, {
      ...podsOfWorkload(own),
      // As for a Deployment, where cdk8s-plus has another default.
      replicas: own.props.replicas ?? DEFAULT_REPLICAS,
      service: new HeadlessService(scope, `${id}-service`, own),
      // The pods know nothing of each other. In order, a version that never gets ready would have to be deleted by hand.
      podManagementPolicy: kplus.PodManagementPolicy.PARALLEL,
    });
    this.selector = own.selectorLabels;
    this.pods = new AdapterPods(this, this.apiObject, own);
    this.apiObject.addJsonPatch(JsonPatch.add('/spec/volumeClaimTemplates', claimTemplates(own)));
  }

  /**
   * Whether a container beside Interlok may connect to other systems, as one that was added through cdk8s-plus may.
   * Known at the synth.
   */
  public get othersConnect(): boolean {
    return this.pods.othersConnect;
  }

  /** The stable labels, not the hashed one of cdk8s-plus: what selects this StatefulSet later, selects by these. */
  public override toPodSelectorConfig(): kplus.PodSelectorConfig {
    return { labelSelector: kplus.LabelSelector.of({ labels: { ...this.selector } }) };
  }
}

/** Gives each pod a name in the cluster's DNS. Nothing asks it for a port, so it has none, which cdk8s-plus cannot say. */
class HeadlessService extends kplus.Service {
  public constructor(scope: Construct, id: string, { name, labels, selectorLabels }: AdapterPodsProps) {
    super(scope, id, {
      metadata: { name: `${name}-pods`, labels },
      clusterIP: 'None',
      ports: [{ port: 1 }],
    });
    for (const [key, value] of Object.entries(selectorLabels)) this.selectLabel(key, value);
    removeEmptyExternalIps(this.apiObject);
    this.apiObject.addJsonPatch(JsonPatch.remove('/spec/ports'));
  }
}
