import type { Located } from '../findings/finding';
import type { BootstrapProperties } from './bootstrap-properties';
import { componentName } from './components';
import { decodeInteger, parseInteger } from './java-values';
import { readPort } from './port-value';
import type { PortValue } from './port-value';
import type { XmlElement } from './xml-element';

/** A connector of the management Jetty. */
export interface ManagementConnector {
  readonly protocol: 'http' | 'https';
  readonly port: PortValue;
  /** @default - every interface */
  readonly host?: string;
}

/** The management Jetty: the `jetty` component of bootstrap.properties. */
export interface ManagementJetty {
  /** Where the component is named. */
  readonly at: Located;
  readonly connectors: readonly ManagementConnector[];
  /** Whether it deploys the web UI that the stock image carries. */
  readonly deploysUi: boolean;
}

/**
 * What the management Jetty listens on: the connectors of the XML that `webServerConfigUrl` names, else `webServerPort`, else
 * Jetty's failsafe XML with `jetty.http.port`.
 *
 * @param configuration the root of that XML, when it is in the directory and well-formed
 * @returns undefined when the component is not enabled
 * @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core/management/jetty/ServerBuilder.java@5.0.3
 */
export function readManagementJetty(
  bootstrap: BootstrapProperties,
  configuration: XmlElement | undefined,
): ManagementJetty | undefined {
  const component = bootstrap.managementComponents.find(({ name }) => componentName(name) === 'jetty');
  if (component === undefined) return undefined;
  const properties = new JettyProperties(bootstrap);
  const connectors = configuration === undefined ? [] : connectorsIn(configuration, properties);
  if (connectors.length > 0 && configuration !== undefined)
    return { at: component.at, connectors, deploysUi: deploysWebapps(configuration) && isStock(properties) };
  const connector = plainConnector(bootstrap, properties, component.at);
  return { at: component.at, connectors: [connector], deploysUi: plainDeploysUi(bootstrap, properties) };
}

/** Where Interlok deploys web applications from, when that is the directory that the image has the UI in. */
const stockWebapps = /^(?:file:(?:\/\/localhost)?\/?)?(?:\.\/|\/?opt\/interlok\/)?webapps\/?$/;

function isStock(properties: JettyProperties): boolean {
  return stockWebapps.test(properties.find('jetty.deploy.monitoredPath')?.value.trim() ?? 'webapps');
}

/** With `webServerPort`, only what `webServerWebappUrl` names is deployed. */
function plainDeploysUi(bootstrap: BootstrapProperties, properties: JettyProperties): boolean {
  const byPort = bootstrap.get('webServerConfigUrl') === undefined && bootstrap.get('webServerPort') !== undefined;
  return byPort ? stockWebapps.test(bootstrap.get('webServerWebappUrl')?.value.trim() ?? '') : isStock(properties);
}

function plainConnector(bootstrap: BootstrapProperties, properties: JettyProperties, at: Located): ManagementConnector {
  const webServerPort = bootstrap.get('webServerConfigUrl') === undefined ? bootstrap.get('webServerPort') : undefined;
  if (webServerPort !== undefined)
    return { protocol: 'http', port: readPort(webServerPort.value, webServerPort.valueAt, parseInteger) };
  const set = properties.find('jetty.http.port');
  const host = properties.find('jetty.http.host')?.value.trim();
  const port = set === undefined ? { text: '8080', at, port: 8080 } : readPort(set.value.trim(), set.at, decodeInteger);
  return { protocol: 'http', port, ...hostOf(host) };
}

/** Values for `<Property>` and `<SystemProperty>` in a Jetty XML. */
class JettyProperties {
  public constructor(private readonly bootstrap: BootstrapProperties) {}

  /** A `jetty.*` key of bootstrap.properties, which wins over the system property of that name. */
  public find(name: string): { readonly value: string; readonly at: Located } | undefined {
    const own = name.startsWith('jetty.') ? this.bootstrap.get(name) : undefined;
    if (own !== undefined) return { value: own.value, at: own.valueAt };
    return name.startsWith('jetty.') ? this.findSystem(name) : undefined;
  }

  public findSystem(name: string): { readonly value: string; readonly at: Located } | undefined {
    const value = this.bootstrap.systemProperties.get(name);
    const at = this.bootstrap.get(`sysprop.${name}`)?.valueAt ?? { file: this.bootstrap.properties.file };
    return value === undefined ? undefined : { value, at };
  }
}

/** Connectors in a Jetty XML: each `<New class="…Connector">` that sets a port. */
function connectorsIn(root: XmlElement, properties: JettyProperties): readonly ManagementConnector[] {
  const connectors: ManagementConnector[] = [];
  for (const element of root.descendants()) {
    if (element.name !== 'New' || element.attributes.get('class')?.endsWith('Connector') !== true) continue;
    const setter = settingOf(element, 'port');
    if (setter === undefined) continue;
    const { text, at } = valueOf(setter, properties);
    const host = settingOf(element, 'host');
    const address = host === undefined ? undefined : valueOf(host, properties).text;
    connectors.push({
      protocol: isSecure(element) ? 'https' : 'http',
      port: readPort(text.trim(), at, decodeInteger),
      ...hostOf(address),
    });
  }
  return connectors;
}

function settingOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find(
    (child) => (child.name === 'Set' || child.name === 'Arg') && child.attributes.get('name') === name,
  );
}

/** The text of a setter, or the property that it takes its value from. */
function valueOf(setter: XmlElement, properties: JettyProperties): { readonly text: string; readonly at: Located } {
  const source = setter.children.find(({ name }) => ['Property', 'SystemProperty', 'Env'].includes(name));
  if (source === undefined) return { text: setter.text, at: setter.textAt };
  const names = [
    source.attributes.get('name') ?? source.childText('Name')?.trim() ?? '',
    ...(source.attributes.get('deprecated') ?? '').split(','),
  ];
  for (const name of names) {
    const found = source.name === 'SystemProperty' ? properties.findSystem(name) : properties.find(name);
    if (found !== undefined && source.name !== 'Env') return { text: found.value, at: found.at };
  }
  const fallback = source.attributes.get('default');
  const element = source.child('Default');
  if (fallback !== undefined || element === undefined) return { text: fallback ?? '', at: source.at };
  return element.children.length > 0 ? valueOf(element, properties) : { text: element.text, at: element.textAt };
}

function isSecure(connector: XmlElement): boolean {
  for (const element of connector.descendants())
    if (/(?:^|\.)Ssl[A-Za-z]*$/.test(element.attributes.get('class') ?? '')) return true;
  return false;
}

function deploysWebapps(root: XmlElement): boolean {
  for (const element of root.descendants())
    if (/(?:WebAppProvider|WebAppContext)$/.test(element.attributes.get('class') ?? '')) return true;
  return false;
}

function hostOf(host: string | undefined): { readonly host?: string } {
  const trimmed = host?.trim();
  return trimmed === undefined || trimmed === '' || trimmed === '0.0.0.0' || trimmed === '::' ? {} : { host: trimmed };
}
