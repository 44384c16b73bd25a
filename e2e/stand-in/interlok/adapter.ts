import type { Element } from './xml';
import { child, readXml, text } from './xml';

/** What a workflow does with a message, in order. */
export type Step =
  | { readonly kind: 'template'; readonly text: string }
  | { readonly kind: 'wait'; readonly milliseconds: number }
  | { readonly kind: 'write'; readonly directory: string }
  | { readonly kind: 'call'; readonly url: string };

export interface Workflow {
  readonly path: string;
  /** Messages at a time. */
  readonly concurrency: number;
  readonly pooling: boolean;
  readonly steps: readonly Step[];
  /** Status of an answer; Interlok's own default is an error. */
  readonly status: number;
}

export interface Channel {
  readonly port: number;
  readonly workflows: readonly Workflow[];
}

const UNITS: Readonly<Record<string, number>> = { MILLISECONDS: 1, SECONDS: 1000, MINUTES: 60_000 };

/** Reads the channels of adapter.xml. Throws what Interlok would refuse it for. */
export function readAdapter(document: string): Channel[] {
  const adapter = readXml(document);
  refuseUnknownClasses(adapter);
  const channels = (child(adapter, 'channel-list')?.children ?? []).map(readChannel);
  const ports = channels.map(({ port }) => port);
  const twice = ports.find((port, index) => ports.indexOf(port) !== index);
  if (twice !== undefined) throw new Error(`java.net.BindException: Address already in use: ${twice}`);
  return channels;
}

/** Classes by their full name come from jars that the stock image does not have. */
function refuseUnknownClasses(element: Element): void {
  const name = element.attributes['class'] ?? '';
  if (name.includes('.') && !name.startsWith('com.adaptris.core.')) {
    throw new Error(`com.thoughtworks.xstream.mapper.CannotResolveClassException: ${name}`);
  }
  element.children.forEach(refuseUnknownClasses);
}

function readChannel(channel: Element): Channel {
  const connection = child(channel, 'consume-connection');
  if (connection?.attributes['class'] !== 'jetty-http-connection') {
    throw new Error(`the stand-in has no ${connection?.attributes['class'] ?? 'connection'}`);
  }
  const workflows = (child(channel, 'workflow-list')?.children ?? []).map(readWorkflow);
  const paths = workflows.map(({ path }) => path);
  if (new Set(paths).size < paths.length) throw new Error('Multiple servlets map to path');
  return { port: Number(text(connection, 'port') ?? 8080), workflows };
}

function readWorkflow(workflow: Element): Workflow {
  const pooling = workflow.name === 'pooling-workflow';
  if (!pooling && workflow.name !== 'standard-workflow') throw new Error(`the stand-in has no ${workflow.name}`);
  const path = text(workflow, 'consumer/path');
  if (path === undefined) throw new Error('java.lang.NullPointerException: path');
  if (path === '/' || !/^(\/.*)?$/.test(path)) throw new Error(`Servlet Spec 12.2 violation: '${path}'`);
  const services = child(workflow, 'service-collection/services')?.children ?? [];
  return {
    path,
    pooling,
    concurrency: pooling ? Number(text(workflow, 'pool-size') ?? 10) : 1,
    steps: services.map(readStep),
    status: Number(/_(\d+)$/.exec(text(workflow, 'producer/status-provider/default-status') ?? '')?.[1] ?? 500),
  };
}

function readStep(service: Element): Step {
  if (service.name === 'payload-from-template') return { kind: 'template', text: text(service, 'template') ?? '' };
  if (service.name === 'wait-service') {
    const interval = Number(text(service, 'wait-interval/interval') ?? 20);
    const unit = UNITS[text(service, 'wait-interval/unit') ?? 'SECONDS'] ?? 1000;
    return { kind: 'wait', milliseconds: interval * unit };
  }
  const producer = child(service, 'producer');
  switch (producer?.attributes['class']) {
    case 'fs-producer':
      return { kind: 'write', directory: new URL(text(producer, 'base-directory-url') ?? '').pathname };
    case 'standard-http-producer':
      return { kind: 'call', url: text(producer, 'url') ?? '' };
  }
  throw new Error(`the stand-in has no ${service.name} ${producer?.attributes['class'] ?? ''}`);
}
