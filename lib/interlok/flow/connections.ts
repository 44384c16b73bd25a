import { type ListenerSite, resolveShared, sharedConnectionsOf } from '../model';
import type { Reading } from '../reading';
import type { XmlElement } from '../xml';
import { exchangesOf } from './exchanges';
import type { FlowConnection } from './flow';
import type { Parts } from './parts';

/** What listens beside the connections of the file: the management Jetty, JMX and the like. */
const keyOfProcess = ({ component, port }: ListenerSite): string => `process-${component}-${port.port ?? ''}`;

/** The connections of a flow, and who uses which. */
export class Connections {
  private readonly shared: ReadonlyMap<string, XmlElement>;
  private readonly drawn = new Map<XmlElement, string>();

  public constructor(
    private readonly reading: Reading,
    root: XmlElement,
    private readonly parts: Parts,
  ) {
    const { channels, connections } = reading;
    this.shared = sharedConnectionsOf(root);
    const listening = connections
      .filter(({ opens, port }) => opens && port !== undefined)
      .map(({ element }) => element);
    const ofChannels = channels.flatMap(({ consumeConnection, produceConnection }) =>
      [consumeConnection, produceConnection].flatMap((each) => each ?? []),
    );
    for (const element of new Set([...this.shared.values(), ...ofChannels, ...listening]))
      if (listening.includes(element) || isDrawn(element, reading)) this.drawn.set(element, parts.claim(element));
  }

  /** The connections and sockets of the flow; once every part is claimed. */
  public all(): readonly FlowConnection[] {
    const { listeners } = this.reading;
    const sockets = new Map(listeners.map((site) => [site.connection?.element, site]));
    const ofProcess = listeners
      .filter(({ connection }) => connection === undefined)
      .map((site): FlowConnection => ({
        ...site.port.at,
        key: keyOfProcess(site),
        type: site.component,
        until: site.port.at,
        exchanges: [],
        ...listens(site),
      }));
    const ofFile = [...this.drawn.keys()].map((element): FlowConnection => {
      const site = sockets.get(element);
      const part = this.parts.partOf(element);
      return site === undefined ? part : { ...part, ...listens(site) };
    });
    return [...ofProcess, ...ofFile];
  }

  /** The key of a connection, a shared one found by its name. @default - it is not drawn */
  public keyOf(element: XmlElement | undefined): string | undefined {
    if (element === undefined) return undefined;
    const found = resolveShared(element, this.shared, this.reading.components);
    return found === undefined ? undefined : this.drawn.get(found);
  }

  /** The key of the management Jetty. @default - there is none */
  public get managementJetty(): string | undefined {
    const site = this.reading.listeners.find(
      ({ connection, component }) => connection === undefined && component === 'jetty',
    );
    return site === undefined ? undefined : keyOfProcess(site);
  }
}

function listens({ protocol, port }: ListenerSite): Pick<FlowConnection, 'listens'> {
  return port.port === undefined ? {} : { listens: { protocol, port: port.port } };
}

/** A connection that connects, or may. One that stands for another, and one that is nothing, are not drawn. */
function isDrawn(element: XmlElement, { components }: Reading): boolean {
  return element.descendants().some((each) => exchangesOf(each, components).length > 0);
}
