import type * as kplus from 'cdk8s-plus-27';
import type { Adapter, ConfigFile } from '../../interlok';
import type { ConfigMapItem, ConfigurationMap } from '../configuration';
import type { InterlokImage, InterlokProps } from '../props';
import type { ExposedPort, MetricsPort } from '../traffic';
import type { Drain } from './drain';

/** What the pods of an adapter are made from. */
export interface AdapterPodsProps {
  readonly name: string;
  readonly labels: Record<string, string>;
  readonly selectorLabels: Readonly<Record<string, string>>;
  readonly adapter: Adapter;
  readonly image: InterlokImage;
  readonly ports: readonly ExposedPort[];
  /** @default - no metrics are read from the pods */
  readonly metricsPort?: MetricsPort;
  readonly drain: Drain;
  readonly serviceAccount: kplus.IServiceAccount;
  /** @default - the configuration is part of the image */
  readonly configMap?: ConfigurationMap;
  readonly items: readonly ConfigMapItem[];
  /** Files outside of the configuration directory, by their places in the container. */
  readonly furtherFiles: readonly ConfigFile[];
  /** What the user asked for. */
  readonly props: InterlokProps;
}
