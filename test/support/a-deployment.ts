import type { Chart } from 'cdk8s';
import type { InterlokProps } from '../../lib';
import type { Adapter, ConfigFile } from '../../lib/interlok';
import { ConfigurationMap } from '../../lib/kubernetes/configuration/config-map';
import { configMapContent } from '../../lib/kubernetes/configuration/config-map-content';
import { AdapterDeployment } from '../../lib/kubernetes/pod/deployment';
import { drain } from '../../lib/kubernetes/pod/drain';
import { InterlokImage } from '../../lib/kubernetes/props/interlok-image';
import { exposedPorts } from '../../lib/kubernetes/traffic/ports';
import { AdapterServiceAccount } from '../../lib/kubernetes/pod/service-account';
import { aListener, anAdapter, aRoute } from './adapters';
import { LABELS, SELECTOR } from './constructs';

/** What {@link aDeployment} is made from. */
export interface DeploymentParts {
  readonly adapter?: Adapter;
  readonly props?: Partial<InterlokProps>;
  /** Paths of the files in the ConfigMap. */
  readonly files?: readonly string[];
  readonly image?: InterlokImage;
}

/** The Deployment of an adapter with one consumer on port 8081, named `orders`. */
export function aDeployment(chart: Chart, parts: DeploymentParts = {}): AdapterDeployment {
  const { adapter = anAdapter([aListener(8081, [aRoute('/*')])]), props = {}, image = InterlokImage.DEFAULT } = parts;
  const content = configMapContent((parts.files ?? ['adapter.xml']).map(aFile));
  const common = { name: 'orders', labels: LABELS };
  const configMap = new ConfigurationMap(chart, 'config-map', { ...common, content });
  return new AdapterDeployment(chart, 'deployment', {
    ...common,
    selectorLabels: SELECTOR,
    adapter,
    image,
    ports: exposedPorts(adapter, []),
    drain: drain(adapter, { preStopSeconds: 15 }),
    serviceAccount: new AdapterServiceAccount(chart, 'account', common),
    ...(image.configurationInside ? {} : { configMap }),
    furtherFiles: [],
    items: image.configurationInside ? [] : content.items,
    props: { config: 'config', ...props },
  });
}

function aFile(path: string): ConfigFile {
  return { path, bytes: Buffer.from('x'), text: 'x', generated: false };
}
