import type { Severity } from '../../../../lib/findings/finding';
import type { ReadOptions } from '../../../../lib/interlok';

/** A configuration directory, and how it is read. */
export interface Case {
  readonly files: Readonly<Record<string, string | Buffer>>;
  /** Files of a directory that is laid over the first one. */
  readonly over?: Readonly<Record<string, string | Buffer>>;
  /** Symbolic links by name, with what they lead to. */
  readonly links?: Readonly<Record<string, string>>;
  readonly options?: ReadOptions;
  /** Other rules that find something in it too. */
  readonly also?: readonly string[];
}

/** A configuration in which a rule finds something. */
export interface FailingCase extends Case {
  /** Where, as `file:line:column`, or `file@text` for where that text first stands in the file; without the directory. */
  readonly at: string;
  /** @default 'error' */
  readonly severity?: Severity;
  /** Part of the message and hint. */
  readonly says: string;
}

/** What a rule lets pass, and what not. */
export interface RuleCases {
  readonly good: readonly Case[];
  readonly bad: readonly FailingCase[];
}

/** By the id of the rule. */
export type CasesByRule = Readonly<Record<string, RuleCases>>;

/** A good bootstrap.properties with more lines behind its own three. */
export function bootstrap(...lines: readonly string[]): string {
  return [
    'adapterConfigUrl.0=file://localhost/./config/adapter.xml',
    'startAdapterQuietly=false',
    'operationTimeout=30000',
    ...lines,
  ].join('\n');
}

/** An adapter on lines: the id on line 2, what is given from line 3 on. */
export function adapter(...lines: readonly string[]): string {
  return ['<adapter>', '<unique-id>a</unique-id>', ...lines, '</adapter>'].join('\n');
}

/** An adapter with one channel: its id on line 5, what is given from line 6 on. */
export function channel(...lines: readonly string[]): string {
  return adapter('<channel-list>', '<channel>', '<unique-id>c</unique-id>', ...lines, '</channel>', '</channel-list>');
}

/** An adapter with one workflow on a connection that does nothing: its id on line 8, what is given from line 9 on. */
export function workflow(...lines: readonly string[]): string {
  return channel(
    '<workflow-list>',
    '<standard-workflow>',
    '<unique-id>w</unique-id>',
    ...lines,
    '</standard-workflow>',
    '</workflow-list>',
  );
}

/** A consume connection with a port of its own, on one line. */
export function http(port: number | string, more = ''): string {
  return `<consume-connection class="jetty-http-connection"><port>${port}</port>${more}</consume-connection>`;
}

/** A workflow with a consumer of a path, on one line. */
export function serving(id: string, path: string): string {
  return `<standard-workflow><unique-id>${id}</unique-id><consumer class="jetty-message-consumer">${path}</consumer></standard-workflow>`;
}

/** An adapter with one consumer on a connection of its own: the connection on line 6, the workflow on line 8. */
export function served(path: string, connection = http(8081)): string {
  return channel(connection, '<workflow-list>', serving('w', path), '</workflow-list>');
}
