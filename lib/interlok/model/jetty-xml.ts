import type { Located } from '../../findings';
import type { BootstrapProperties } from '../files';
import { decodeInteger } from '../java';
import { unknownValue, type Variables } from '../variables';
import type { XmlElement } from '../xml';
import { type PortValue, readPort } from './port-value';

/** A connector of the management Jetty. */
export interface ManagementConnector {
  readonly protocol: 'http' | 'https';
  readonly port: PortValue;
  /** @default - every interface */
  readonly host?: string;
}

/** A value with the place that it comes from. */
interface ValueAt {
  readonly value: string;
  readonly at: Located;
}

/** Values for `<Property>`, `<SystemProperty>` and `<Env>` in a Jetty XML. */
export class JettyProperties {
  public constructor(
    private readonly bootstrap: BootstrapProperties,
    private readonly environment: Variables,
  ) {}

  /** The value that an element takes from outside of the XML. */
  public look(source: XmlElement, name: string): ValueAt | undefined {
    if (source.name === 'Env') return this.findVariable(name, source.at);
    return source.name === 'SystemProperty' ? this.findSystem(name) : this.find(name);
  }

  private findVariable(name: string, at: Located): ValueAt | undefined {
    if (!this.environment.has(name)) return undefined;
    return { value: this.environment.get(name) ?? unknownValue(name), at };
  }

  /** A `jetty.*` key of bootstrap.properties, which wins over the system property of that name. */
  public find(name: string): ValueAt | undefined {
    const own = name.startsWith('jetty.') ? this.bootstrap.get(name) : undefined;
    if (own !== undefined) return { value: own.value, at: own.valueAt };
    return name.startsWith('jetty.') ? this.findSystem(name) : undefined;
  }

  public findSystem(name: string): ValueAt | undefined {
    const value = this.bootstrap.systemProperties.get(name);
    const at = this.bootstrap.get(`sysprop.${name}`)?.valueAt ?? { file: this.bootstrap.properties.file };
    return value === undefined ? undefined : { value, at };
  }
}

/** Connectors in a Jetty XML: each `<New class="…Connector">` that sets a port. */
export function connectorsIn(root: XmlElement, properties: JettyProperties): readonly ManagementConnector[] {
  const connectors: ManagementConnector[] = [];
  const secure = secureConnectorsIn(root);
  for (const element of root.descendants()) {
    if (!isConnector(element)) continue;
    const setter = settingOf(element, 'port');
    if (setter === undefined) continue;
    const { text, at } = valueOf(setter, properties);
    const host = settingOf(element, 'host');
    const address = host === undefined ? undefined : valueOf(host, properties).text;
    connectors.push({
      protocol: secure.has(element) ? 'https' : 'http',
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
    ...source.childrenNamed('Deprecated').map((element) => element.text.trim()),
  ];
  for (const name of names) {
    const found = properties.look(source, name);
    if (found !== undefined) return { text: found.value, at: found.at };
  }
  const fallback = source.attributes.get('default');
  const element = source.child('Default');
  if (fallback !== undefined || element === undefined) return { text: fallback ?? '', at: source.at };
  return element.children.length > 0 ? valueOf(element, properties) : { text: element.text, at: element.textAt };
}

function isConnector(element: XmlElement): boolean {
  return element.name === 'New' && element.attributes.get('class')?.endsWith('Connector') === true;
}

/** The connectors that have something of TLS in them. */
function secureConnectorsIn(root: XmlElement): ReadonlySet<XmlElement> {
  const secure = new Set<XmlElement>();
  for (const element of root.descendants()) {
    if (!/(?:^|\.)Ssl[A-Za-z]*$/.test(element.attributes.get('class') ?? '')) continue;
    for (const around of [element, ...element.ancestors()]) {
      if (!isConnector(around)) continue;
      secure.add(around);
      break;
    }
  }
  return secure;
}

/** Whether a Jetty XML deploys web applications. */
export function deploysWebapps(root: XmlElement): boolean {
  for (const element of root.descendants())
    if (/(?:WebAppProvider|WebAppContext)$/.test(element.attributes.get('class') ?? '')) return true;
  return false;
}

/** The address, unless it is every interface. */
export function hostOf(host: string | undefined): { readonly host?: string } {
  const trimmed = host?.trim();
  return trimmed === undefined || trimmed === '' || trimmed === '0.0.0.0' || trimmed === '::' ? {} : { host: trimmed };
}
