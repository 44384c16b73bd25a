import type { ConsumerSite, WorkflowSite } from '../model';
import type { Reading } from '../reading';
import type { XmlElement } from '../xml';
import type { Connections } from './connections';
import { exchangesOf } from './exchanges';
import type { FlowConsumer, FlowStep } from './flow';
import type { Parts } from './parts';
import { type ServiceSite, servicesFrom } from './services';

/** What the steps of a flow are made with. */
export interface Surroundings {
  readonly reading: Reading;
  readonly parts: Parts;
  readonly connections: Connections;
}

/** The parts of a workflow, of which none is made yet. */
export interface WorkflowSites {
  readonly site: WorkflowSite;
  readonly services: readonly ServiceSite[];
  readonly producer?: XmlElement;
}

/** Finds the parts of a workflow, and claims them. */
export function claimWorkflow(site: WorkflowSite, { reading: { components }, parts }: Surroundings): WorkflowSites {
  const { element, consumer } = site;
  parts.claim(element);
  if (consumer !== undefined) parts.claim(consumer);
  const producer =
    element.child('producer') ??
    element.children.find((child) => components.isA(child, '~core.AdaptrisMessageProducer'));
  const collection =
    element.child('service-collection') ??
    element.children.find((child) => components.isA(child, '~core.ServiceCollection'));
  const services = collection === undefined ? [] : servicesFrom(collection, components);
  claimServices(services, parts);
  if (producer !== undefined) parts.claim(producer);
  return { site, services, ...(producer === undefined ? {} : { producer }) };
}

function claimServices(services: readonly ServiceSite[], parts: Parts): void {
  for (const { element, inside } of services) {
    parts.claim(element);
    claimServices(inside, parts);
  }
}

/** A service with those inside of it. */
export function serviceOf({ element, inside }: ServiceSite, surroundings: Surroundings): FlowStep {
  return { ...stepOf(element, surroundings), steps: inside.map((each) => serviceOf(each, surroundings)) };
}

/**
 * A step without those inside of it.
 *
 * @param connection what it uses when it names none itself
 */
export function stepOf(element: XmlElement, { parts, connections }: Surroundings, connection?: XmlElement): FlowStep {
  const own = element.child('connection');
  const key = connections.keyOf(own) ?? connections.keyOf(connection);
  return { ...parts.partOf(element), ...(key === undefined ? {} : { connection: key }), steps: [] };
}

/** What takes the messages of a workflow in. */
export function consumerOf(
  element: XmlElement,
  surroundings: Surroundings,
  connection: XmlElement | undefined,
): FlowConsumer {
  const { reading, connections } = surroundings;
  const site: ConsumerSite | undefined = reading.consumers.find((each) => each.element === element);
  const step = stepOf(element, surroundings, site?.connection ?? connection);
  const key = site?.embedded === true ? connections.managementJetty : step.connection;
  return {
    ...step,
    ...(key === undefined ? {} : { connection: key }),
    ...(site?.path.path === undefined ? {} : { path: site.path.path }),
    ...(site?.methods === undefined ? {} : { methods: site.methods }),
  };
}

/**
 * What else below an element has to do with the surroundings: of each place the outermost component, the parts that were
 * claimed left out. Claims them.
 */
export function claimOthers(element: XmlElement, surroundings: Surroundings): readonly XmlElement[] {
  const { parts } = surroundings;
  const { components } = surroundings.reading;
  const reaches = (each: XmlElement): boolean =>
    exchangesOf(each, components).length > 0 || each.children.some((child) => !parts.has(child) && reaches(child));
  return element.children.flatMap((child): readonly XmlElement[] => {
    if (parts.has(child) || !reaches(child)) return [];
    const isComponent = components.classOf(child) !== undefined || components.isUnknownComponent(child);
    if (!isComponent || child.children.some((each) => parts.has(each))) return claimOthers(child, surroundings);
    parts.claim(child);
    return [child];
  });
}
