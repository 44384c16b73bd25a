import type { Located } from '../../findings';
import type { BootstrapProperties } from '../files';
import { decodeInteger, parseInteger } from '../java';
import { componentName, isSince, type Release } from '../releases';
import type { Variables } from '../variables';
import type { XmlElement } from '../xml';
import { connectorsIn, deploysWebapps, hostOf, JettyProperties, type ManagementConnector } from './jetty-xml';
import { type PortValue, readPort } from './port-value';

/** The management Jetty: the `jetty` component of bootstrap.properties. */
export interface ManagementJetty {
  /** Where the component is named. */
  readonly at: Located;
  readonly connectors: readonly ManagementConnector[];
  /** Whether it deploys the web UI that the stock image carries. */
  readonly deploysUi: boolean;
}

/** What the management Jetty depends on beside bootstrap.properties. */
export interface ManagementJettyInput {
  readonly release: Release;
  /** The root of the XML that `webServerConfigUrl` names. @default - it is not in the directory, or malformed */
  readonly configuration?: XmlElement;
  /** Environment variables of the process. */
  readonly environment: Variables;
}

/**
 * What the management Jetty listens on: the connectors of the XML that `webServerConfigUrl` names, else `webServerPort`, else
 * the failsafe XML with `jetty.http.port`. Up to 3.10.1 there is no failsafe XML: `webServerPort` is 8080 by default.
 *
 * @returns undefined when the component is not enabled
 * @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core/management/jetty/ServerBuilder.java@5.0.3
 */
export function readManagementJetty(
  bootstrap: BootstrapProperties,
  { configuration, environment, release }: ManagementJettyInput,
): ManagementJetty | undefined {
  const component = bootstrap.managementComponents.find(({ name }) => componentName(name) === 'jetty');
  if (component === undefined) return undefined;
  const properties = new JettyProperties(bootstrap, environment);
  const connectors = configuration === undefined ? [] : connectorsIn(configuration, properties);
  if (connectors.length > 0 && configuration !== undefined)
    return { at: component.at, connectors, deploysUi: deploysWebapps(configuration) && isStock(properties) };
  const byPort =
    bootstrap.get('webServerConfigUrl') === undefined &&
    (bootstrap.get('webServerPort') !== undefined || !isSince(release, '3.10.2'));
  const connector = byPort ? portConnector(bootstrap, component.at) : failsafeConnector(properties, component.at);
  return { at: component.at, connectors: [connector], deploysUi: plainDeploysUi(bootstrap, properties, byPort) };
}

/** Where Interlok deploys web applications from, when that is the directory that the image has the UI in. */
const stockWebapps = /^(?:file:(?:\/\/localhost)?\/?)?(?:\.\/|\/?opt\/interlok\/)?webapps\/?$/;

function isStock(properties: JettyProperties): boolean {
  return stockWebapps.test(properties.find('jetty.deploy.monitoredPath')?.value.trim() ?? 'webapps');
}

/** With `webServerPort`, only what `webServerWebappUrl` names is deployed. */
function plainDeploysUi(bootstrap: BootstrapProperties, properties: JettyProperties, byPort: boolean): boolean {
  return byPort ? stockWebapps.test(bootstrap.get('webServerWebappUrl')?.value.trim() ?? '') : isStock(properties);
}

function portConnector(bootstrap: BootstrapProperties, at: Located): ManagementConnector {
  const set = bootstrap.get('webServerPort');
  const port = set === undefined ? defaultPort(at) : readPort(set.value, set.valueAt, parseInteger);
  return { protocol: 'http', port };
}

function defaultPort(at: Located): PortValue {
  return { text: '8080', at, port: 8080 };
}

function failsafeConnector(properties: JettyProperties, at: Located): ManagementConnector {
  const set = properties.find('jetty.http.port');
  const host = properties.find('jetty.http.host')?.value.trim();
  const port = set === undefined ? defaultPort(at) : readPort(set.value.trim(), set.at, decodeInteger);
  return { protocol: 'http', port, ...hostOf(host) };
}
