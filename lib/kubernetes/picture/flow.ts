import type { Exchange, Flow, FlowChannel, FlowConnection, FlowPart, FlowStep, FlowWorkflow } from '../../interlok';
import type { NodeKind } from '../../picture';
import type { Drawing } from './drawing';
import { holds, spanOf } from './places';
import { counted } from './pods';

/** Draws what goes on inside of the pods, and what it has to do with the surroundings. */
export function drawFlow(drawing: Drawing, flow: Flow, frame: string): void {
  const channelOf = (connection: FlowConnection): string =>
    flow.channels.find((channel) => holds(channel, connection))?.key ?? frame;
  for (const channel of flow.channels) drawChannelFrame(drawing, channel, frame);
  for (const connection of flow.connections) {
    const { listens } = connection;
    const lines = listens === undefined ? [] : [`listens on ${listens.port} (${listens.protocol})`];
    drawPart(drawing, connection, 'connection', channelOf(connection), lines);
  }
  for (const channel of flow.channels) {
    for (const workflow of channel.workflows) drawWorkflow(drawing, workflow);
    for (const other of channel.others) drawStep(drawing, other, channel.key);
  }
  for (const other of flow.others) {
    drawPart(drawing, other, 'step', frame);
    drawExchanges(drawing, other);
  }
  for (const connection of flow.connections) drawConnected(drawing, connection, flow);
}

function drawChannelFrame(drawing: Drawing, channel: FlowChannel, group: string): void {
  const name = channel.id === undefined ? 'channel' : `channel ${channel.id}`;
  const lines = [counted(channel.workflows.length, 'workflow'), ...(channel.autoStart ? [] : ['does not start'])];
  drawing.add({ id: channel.key, kind: 'channel', label: name, lines, group, isGroup: true }, ...spanOf(channel));
  for (const workflow of channel.workflows) {
    const { id, key, type, services, consumer } = workflow;
    const route = consumer === undefined ? [] : routeOf(consumer);
    const takes = consumer === undefined || route.length > 0 ? route : [consumer.type];
    const about = [[...(id === undefined ? [] : [type]), counted(services.length, 'service')].join(', '), ...takes];
    const node = {
      id: key,
      kind: 'workflow',
      label: id ?? type,
      lines: about,
      group: channel.key,
      isGroup: true,
    } as const;
    drawing.add(node, ...spanOf(workflow));
  }
}

function routeOf({ path, methods }: NonNullable<FlowWorkflow['consumer']>): readonly string[] {
  return path === undefined ? [] : [[...(methods ?? []), path].join(' ')];
}

function drawWorkflow(drawing: Drawing, { key, consumer, services, producer, others }: FlowWorkflow): void {
  let before: string | undefined;
  if (consumer !== undefined) {
    drawPart(drawing, consumer, 'consumer', key, routeOf(consumer));
    drawExchanges(drawing, consumer);
    if (consumer.connection !== undefined) drawing.connect(consumer.connection, consumer.key);
    before = consumer.key;
  }
  for (const service of services) before = drawStep(drawing, service, key, before);
  if (producer !== undefined) drawStep(drawing, producer, key, before, 'producer');
  for (const other of others) drawStep(drawing, other, key);
}

/** Draws a step and those inside of it, and an arrow from the one before. Returns the step. */
function drawStep(drawing: Drawing, step: FlowStep, group: string, before?: string, kind: NodeKind = 'step'): string {
  drawPart(drawing, step, kind, group);
  if (before !== undefined) drawing.connect(before, step.key);
  drawExchanges(drawing, step);
  if (step.connection !== undefined) drawing.connect(step.key, step.connection);
  let inside = step.key;
  for (const each of step.steps) inside = drawStep(drawing, each, group, inside);
  return step.key;
}

function drawPart(
  drawing: Drawing,
  part: FlowPart,
  kind: NodeKind,
  group: string,
  lines: readonly string[] = [],
): void {
  const label = part.id ?? part.type;
  const about = part.id === undefined || part.id === part.type ? lines : [part.type, ...lines];
  drawing.add({ id: part.key, kind, label, lines: about, group }, ...spanOf(part));
}

/** What a connection reaches: messages come from there for its consumers, and go there from those that use it otherwise. */
function drawConnected(drawing: Drawing, connection: FlowConnection, { channels }: Flow): void {
  const workflows = channels.flatMap((channel) => channel.workflows);
  const feeds = workflows.some(({ consumer }) => consumer?.connection === connection.key);
  const isUsed = drawing.isReached(connection.key);
  for (const exchange of connection.exchanges) {
    const outside = drawOutside(drawing, exchange);
    if (feeds) drawing.connect(outside, connection.key, 'receives');
    if (isUsed || !feeds) drawing.connect(connection.key, outside, feeds || isUsed ? 'sends' : 'connects');
  }
}

function drawExchanges(drawing: Drawing, part: FlowPart): void {
  for (const exchange of part.exchanges) {
    const outside = drawOutside(drawing, exchange);
    if (exchange.how === 'reads' || exchange.how === 'polls') drawing.connect(outside, part.key, exchange.how);
    else drawing.connect(part.key, outside, exchange.how);
  }
}

function drawOutside(drawing: Drawing, { how, what }: Exchange): string {
  const kind = how === 'calls' || how === 'polls' ? 'outside' : 'files';
  // An address has characters that no id has.
  const id = `${kind}-${Buffer.from(what).toString('hex')}`;
  return drawing.add({ id, kind, label: what });
}
