import type { ChannelSite } from '../model';
import type { Reading } from '../reading';
import { Connections } from './connections';
import type { Flow, FlowChannel, FlowPart, FlowWorkflow } from './flow';
import { Parts } from './parts';
import {
  claimOthers,
  claimWorkflow,
  consumerOf,
  serviceOf,
  stepOf,
  type Surroundings,
  type WorkflowSites,
} from './steps';

/** What goes through the adapter that was read. @default - there is no adapter, or it is malformed */
export function flowOf(reading: Reading): Flow | undefined {
  const { document: root, channels, components } = reading;
  if (root === undefined) return undefined;
  const parts = new Parts(components);
  parts.claim(root);
  const connections = new Connections(reading, root, parts);
  const surroundings: Surroundings = { reading, parts, connections };
  // All are claimed before one is made: what is inside of a part belongs to it unless it is one itself.
  const sites = channels.map((channel) => {
    parts.claim(channel.element);
    const workflows = channel.workflows.map((site) => claimWorkflow(site, surroundings));
    const others = workflows.map(({ site }) => claimOthers(site.element, surroundings));
    return { channel, workflows, others, own: claimOthers(channel.element, surroundings) };
  });
  const outside = claimOthers(root, surroundings);
  return {
    ...parts.partOf(root),
    connections: connections.all(),
    channels: sites.map(({ channel, workflows, others, own }): FlowChannel => ({
      ...parts.partOf(channel.element),
      autoStart: channel.autoStart,
      workflows: workflows.map((site, index) => ({
        ...workflowOf(site, channel, surroundings),
        others: (others[index] ?? []).map((each) => stepOf(each, surroundings, channel.produceConnection)),
      })),
      others: own.map((each) => stepOf(each, surroundings)),
    })),
    others: [...outside.map((each) => stepOf(each, surroundings)), ...processParts(reading)],
  };
}

function workflowOf(
  { site, services, producer }: WorkflowSites,
  { consumeConnection, produceConnection }: ChannelSite,
  surroundings: Surroundings,
): Omit<FlowWorkflow, 'others'> {
  const { consumer } = site;
  return {
    ...surroundings.parts.partOf(site.element),
    ...(consumer === undefined ? {} : { consumer: consumerOf(consumer, surroundings, consumeConnection) }),
    services: services.map((each) => serviceOf(each, surroundings)),
    ...(producer === undefined ? {} : { producer: stepOf(producer, surroundings, produceConnection) }),
  };
}

/** What of the process connects out beside the adapter: management components, pre-processors. */
function processParts({ adapter }: Reading): readonly FlowPart[] {
  return adapter.connectsOut
    .filter(({ file }) => file !== adapter.file)
    .map(({ component, because, ...at }, index) => ({
      ...at,
      key: `process-${index}`,
      type: component,
      until: at,
      exchanges: [{ ...at, how: 'calls', what: because }],
    }));
}
