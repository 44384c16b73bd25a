import type { Located } from '../../findings';
import type { ComponentClass } from '../catalogue';
import type { BootstrapProperties } from '../files';
import { componentName } from '../releases';
import { hasUnknown } from '../variables';
import type { XmlElement } from '../xml';
import type { ConnectsOut } from './adapter';
import type { Components } from './components';

/** Management components that answer but never call; of these, the catalogue knows the names and the modules alone. */
const answering: ReadonlySet<string> = new Set(['jetty', 'jmx', 'health-check', 'rest']);

/** Pre-processors that only replace text; the catalogue does not say what they do. */
const replacing: ReadonlySet<string> = new Set([
  'variableSubstitution',
  'varsub',
  'environmentVariables',
  'systemProperties',
]);

/**
 * Classes that run what the configuration gives them, which may do anything, and all that extend them. The catalogue's tag
 * `scripting` is not inherited, and the executor of commands does not have it.
 */
const running: readonly string[] = [
  '~core.services.ScriptingServiceImp',
  '~core.scripting.services.ScriptingServiceImp',
  '~core.services.system.SystemCommandExecutorService',
  '~jruby.ScriptWrapper',
];

/** Kinds of parts that call a server by themselves, whatever they are part of. */
const calling: ReadonlySet<string> = new Set([
  'access-token-builder',
  'aws-credentials-provider-builder',
  'jms-vendor',
]);

/**
 * What may open connections to other systems, each component once. Nothing does only when every component is known to stay
 * inside of the process, no pre-processor fetches anything, and no management component calls out. The web UI and a JMX
 * server on a broker call out, and so may a component that nobody knows.
 */
export function connectionsOut(
  root: XmlElement | undefined,
  components: Components,
  bootstrap: BootstrapProperties,
  ui: boolean,
): readonly ConnectsOut[] {
  const found = new Map<string, ConnectsOut>();
  const add = (component: string, because: string, at: Located): void => {
    const key = `${component}\0${because}`;
    if (!found.has(key)) found.set(key, { ...at, component, because });
  };
  const { properties, managementComponents, preProcessors } = bootstrap;
  const file = { file: properties.file };
  if (root === undefined) add('adapter.xml', 'cannot be read', file);
  if (ui) add('jetty', 'deploys the web UI, which calls out', file);
  const jmx = bootstrap.getIgnoringCase('jmxserviceurl');
  if (jmx !== undefined && jmx.value.trim() !== '' && !/^service:jmx:jmxmp:/i.test(jmx.value.trim()))
    add('jmx', 'is served by a broker', jmx.at);
  for (const { name, at } of preProcessors)
    if (!replacing.has(name)) add(name, 'is a pre-processor that may fetch what it includes', at);
  for (const { name, at } of managementComponents)
    if (!answering.has(componentName(name))) add(name, 'is a management component that may call out', at);
  for (const element of root?.descendants() ?? []) {
    const because = reasonToConnect(element, components);
    if (because !== undefined) add(components.typeOf(element), because, element.at);
  }
  return [...found.values()];
}

/** Why a component, or the text of a field, may connect to other systems. @default - it does not */
export function reasonToConnect(element: XmlElement, components: Components): string | undefined {
  const known = components.classOf(element);
  if (known === undefined)
    return components.isUnknownComponent(element)
      ? 'is a component that nobody knows'
      : reasonOfText(element, components);
  if (known.isOpaque) return 'is a component known by its name alone';
  if (known.connectsTo !== undefined || calling.has(known.kind ?? ''))
    return `connects to other systems${known.protocol === undefined ? '' : ` (${known.protocol})`}`;
  if (known.listen !== undefined && isTalking(known)) return `talks to its like (${known.listen.proto})`;
  if (running.some((name) => known.isA(name))) return 'runs what it is given';
  if (isUndescribed(known, components)) return 'is a component of your own that may connect to other systems';
  return isOpen(known) ? 'may connect to other systems' : undefined;
}

/** Kinds of components that work with messages, and may do anything with them. */
const working: ReadonlySet<string> = new Set(['service', 'consumer', 'producer', 'connection']);

/** A component of one's own of which neither it nor what it extends says whether it connects. */
function isUndescribed(known: ComponentClass, components: Components): boolean {
  const says = known.network ?? known.listen ?? known.route;
  return says === undefined && !known.isAbstract && working.has(known.kind ?? '') && components.isOwn(known);
}

/** A cluster or a multicast group is joined from both sides. */
function isTalking({ listen }: ComponentClass): boolean {
  return listen?.proto === 'cluster' || listen?.proto === 'udp-multicast';
}

/** A connection of which nothing is known, or a cache that is not of the process itself. */
function isOpen(known: ComponentClass): boolean {
  const { kind, listen, network, isAbstract, module } = known;
  if (isAbstract) return false;
  if (kind === 'connection') return listen === undefined && network === undefined;
  return kind === 'cache' && module !== 'interlok-core';
}

/** Fields that name where something is: on this host or on another. */
const naming = /(?:^|-)(?:url|urls|uri|location|address|endpoint|schema|destination)$/;

/** The URL of a stylesheet or a schema may be one of another host, or one that is known at run time alone. */
function reasonOfText(element: XmlElement, components: Components): string | undefined {
  const { children, name, text } = element;
  if (children.length > 0 || !naming.test(name) || isOwnPath(element, components)) return undefined;
  const isElsewhere = /^\s*(?!file:|jar:)[a-z][a-z0-9+-]*:\/\/[^\s/]/i.test(text) || hasUnknown(text);
  return isElsewhere ? `may name another system in <${name}>` : undefined;
}

/** Before 4.0 the path that an HTTP consumer answers may be a URL, of which the host is not read. */
function isOwnPath({ name, parent }: XmlElement, components: Components): boolean {
  if (name !== 'destination' || parent?.parent === undefined) return false;
  return components.classOf(parent.parent)?.route !== undefined;
}
