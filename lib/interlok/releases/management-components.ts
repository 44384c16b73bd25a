/** A port that a management component opens beside those that have rules of their own (jetty and jmx). */
export interface ComponentPort {
  readonly protocol: 'http' | 'tcp';
  /** The key in bootstrap.properties that sets the port. @default - none is known */
  readonly key?: string;
  readonly port: number;
}

/**
 * Ports of management components, which are not in adapter.xml, and of which the catalogue knows no more than name and module.
 *
 * @see adaptris/interlok-docs:docs/pages/user-guide/adapter-bootstrap.md and adaptris/interlok-workflow-rest-services:README.md
 */
const ports: Readonly<Record<string, readonly ComponentPort[]>> = {
  jolokia: [{ protocol: 'http', key: 'jolokiaPort', port: 8081 }],
  activemq: [61616, 5672, 61613, 1883].map((port) => ({ protocol: 'tcp', port })),
  artemis: [{ protocol: 'tcp', port: 61616 }],
  cluster: [{ protocol: 'tcp', port: 7878 }],
  crash: [{ protocol: 'tcp', port: 2222 }],
  shell: [{ protocol: 'tcp', port: 2222 }],
};

/** The ports that a management component opens, by its name. */
export function portsOfComponent(name: string): readonly ComponentPort[] {
  return Object.hasOwn(ports, name) ? (ports[name] ?? []) : [];
}

/** Fully qualified class names that mean the same as a name. */
const names: ReadonlyMap<string, string> = new Map([
  ['com.adaptris.core.management.jetty.JettyServerComponent', 'jetty'],
  ['com.adaptris.core.management.jmx.JmxRemoteComponent', 'jmx'],
]);

/** The name of a management component, whatever form names it; the text itself when it is not known. */
export function componentName(name: string): string {
  return names.get(name) ?? name;
}
