import { isSince, type Release } from './release';

/** A port that a management component opens beside those that have rules of their own (jetty and jmx). */
export interface ComponentPort {
  readonly protocol: 'http' | 'tcp';
  /** The key in bootstrap.properties that sets the port. @default - none is known */
  readonly key?: string;
  readonly port: number;
}

/** A management component or pre-processor. */
export interface Component {
  readonly name: string;
  /** Fully qualified class names that mean the same. */
  readonly classNames?: readonly string[];
  /** Artefacts that it needs beyond the stock image, for the release. Empty: the stock image has it. */
  jars(release: Release): readonly string[];
  readonly ports?: readonly ComponentPort[];
}

const stock = (): readonly string[] => [];
const jar =
  (...names: readonly string[]) =>
  (): readonly string[] =>
    names;

/** `com.adaptris:interlok-rest-…` since 4.0, one jar for them all before. */
const rest =
  (...names: readonly string[]) =>
  (release: Release): readonly string[] =>
    isSince(release, '4.0') ? ['interlok-rest-base', ...names] : ['interlok-workflow-rest-services'];

/**
 * Management components by name.
 *
 * @see adaptris/interlok-docs:docs/pages/user-guide/adapter-bootstrap.md and adaptris/interlok-workflow-rest-services:README.md
 */
export const managementComponents: readonly Component[] = [
  { name: 'jetty', classNames: ['com.adaptris.core.management.jetty.JettyServerComponent'], jars: stock },
  { name: 'jmx', classNames: ['com.adaptris.core.management.jmx.JmxRemoteComponent'], jars: stock },
  { name: 'health-check', jars: rest('interlok-rest-health-check') },
  { name: 'rest', jars: rest() },
  { name: 'cluster-rest', jars: rest('interlok-rest-cluster') },
  { name: 'metrics-jvm', jars: rest('interlok-rest-metrics-jvm') },
  { name: 'metrics-interlok', jars: rest('interlok-rest-metrics-profiler') },
  { name: 'metrics-provider-prometheus', jars: rest('interlok-rest-provider-prometheus') },
  { name: 'profiler-prometheus', jars: jar('interlok-profiler-prometheus') },
  { name: 'kubernetes-metrics', jars: jar('interlok-kubernetes') },
  {
    name: 'jolokia',
    jars: jar('interlok-jolokia'),
    ports: [{ protocol: 'http', key: 'jolokiaPort', port: 8081 }],
  },
  {
    name: 'activemq',
    jars: jar('interlok-activemq'),
    ports: [61616, 5672, 61613, 1883].map((port) => ({ protocol: 'tcp', port })),
  },
  { name: 'artemis', jars: jar('interlok-artemis'), ports: [{ protocol: 'tcp', port: 61616 }] },
  { name: 'cluster', jars: jar('interlok-cluster-manager'), ports: [{ protocol: 'tcp', port: 7878 }] },
  { name: 'shell', jars: jar('interlok-shell'), ports: [{ protocol: 'tcp', port: 2222 }] },
];

/**
 * Pre-processors by name.
 *
 * @see adaptris/interlok-docs:docs/pages/advanced/advanced-configuration-pre-processors.md
 */
export const preProcessors: readonly Component[] = [
  ...['variableSubstitution', 'varsub', 'environmentVariables', 'systemProperties'].map((name) => ({
    name,
    jars: (release: Release): readonly string[] => (isSince(release, '4.1') ? [] : ['interlok-varsub']),
  })),
  { name: 'xinclude', jars: jar('interlok-xinclude') },
  { name: 'xslt', jars: jar('interlok-config-conditional') },
  { name: 'schema', jars: jar('interlok-schema-tools') },
];

const byClassName = new Map(
  managementComponents.flatMap(({ name, classNames = [] }) => classNames.map((c) => [c, name])),
);

/** The name of a management component, whatever form names it; the text itself when it is not known. */
export function componentName(name: string): string {
  return byClassName.get(name) ?? name;
}
