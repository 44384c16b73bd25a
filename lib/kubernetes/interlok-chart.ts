import { type ApiObject, Chart } from 'cdk8s';
import type * as kplus from 'cdk8s-plus-27';
import type { Construct } from 'constructs';
import type { Adapter } from '../interlok';
import { addCommonMetadata, checkNamespace, checkOwnNamespace, SecuredNamespace, writeFaithfully } from '../objects';
import { adapterLabels } from './adapter-labels';
import { because } from '../origins';
import { commonOrigins } from './common-origins';
import { chartObjects } from './chart-objects';
import { Interlok } from './interlok';
import { checkProps, InterlokImage, type InterlokProps } from './props';

/** Props of an {@link InterlokChart}. */
export interface InterlokChartProps extends Omit<InterlokProps, 'name'> {
  /**
   * A namespace that exists already.
   * @default - the chart makes one, named after itself, that admits only pods which meet Pod Security `restricted`
   */
  readonly namespace?: string;
}

/**
 * A chart with one Interlok adapter: one file of manifests, named after the chart's id, as is every object in it.
 *
 * @example
 * new InterlokChart(app, 'hello-world', { config: 'config', replicas: 3 });
 */
export class InterlokChart extends Chart {
  /** The adapter and all objects made for it. */
  public readonly interlok: Interlok;

  /**
   * @throws PropsError - naming every wrong prop
   * @throws ConfigurationError - with everything that Interlok would refuse, each with file, line and column
   */
  public constructor(scope: Construct, id: string, props: InterlokChartProps) {
    const { namespace, ...rest } = props;
    checkProps(`InterlokChart '${id}'`, id, rest, [
      ...checkNamespace('namespace', namespace),
      ...(namespace === undefined ? checkOwnNamespace('id', id) : []),
      ...('name' in rest ? [{ field: 'name', value: rest.name, expected: 'no name: the id of the chart is it' }] : []),
    ]);
    super(scope, id, { namespace: namespace ?? id, disableResourceNameHashes: true });
    if (namespace === undefined) {
      const own = new SecuredNamespace(this, 'namespace', {
        name: id,
        labels: adapterLabels(id, InterlokImage.of(props.image)),
      });
      addCommonMetadata(own, props);
      writeFaithfully(own);
      because(own, () => commonOrigins(this, id, rest));
    }
    this.interlok = new Interlok(this, 'interlok', { ...rest, name: id });
  }

  /** What the configuration directory says: channels, listeners, routes. */
  public get adapter(): Adapter {
    return this.interlok.adapter;
  }

  /** @default - none when the image carries the configuration */
  public get configMap(): kplus.ConfigMap | undefined {
    return this.interlok.configMap;
  }

  /** What runs the pods: a StatefulSet with storage that is `perPod`, otherwise a Deployment. */
  public get workload(): kplus.Deployment | kplus.StatefulSet {
    return this.interlok.workload;
  }

  /** @throws UserError - with storage that is `perPod`: there is a StatefulSet then, in `workload` */
  public get deployment(): kplus.Deployment {
    return this.interlok.deployment;
  }

  /** @default - none when nothing of the adapter is to be reached */
  public get service(): kplus.Service | undefined {
    return this.interlok.service;
  }

  /** @default - none without HTTP consumers, with `gateway`, or when `ingress` is false */
  public get ingress(): kplus.Ingress | undefined {
    return this.interlok.ingress;
  }

  /** The HTTPRoutes to the Gateway; empty without `gateway`. */
  public get httpRoutes(): readonly ApiObject[] {
    return this.interlok.httpRoutes;
  }

  /** @default - none without `autoscaling`, or when another one decides */
  public get autoscaler(): ApiObject | undefined {
    return this.interlok.autoscaler;
  }

  public get serviceAccount(): kplus.IServiceAccount {
    return this.interlok.serviceAccount;
  }

  /** The manifests, at a cost that does not grow with the number of charts in the app. */
  public override toJson(): unknown[] {
    return chartObjects(this, () => super.toJson());
  }
}
