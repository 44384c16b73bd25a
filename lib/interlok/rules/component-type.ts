import { aliasOf } from '../model';
import type { Reading } from '../reading';
import type { XmlElement } from '../xml';

/** Aliases that only the rules must know, by fully qualified class name. */
const aliases: ReadonlyMap<string, string> = new Map([
  ['com.adaptris.core.FileBackedMessageFactory', 'file-backed-message-factory'],
  ['com.adaptris.core.lms.FileBackedMessageFactory', 'file-backed-message-factory'],
  ['com.adaptris.core.QuartzCronPoller', 'quartz-cron-poller'],
  ['com.adaptris.core.FixedIntervalPoller', 'fixed-interval-poller'],
  ['com.adaptris.core.fs.AggregatingFsConsumer', 'aggregating-fs-consumer'],
  ['com.adaptris.core.fs.MovingNonDeletingFsConsumer', 'moving-non-deleting-fs-consumer'],
  ['com.adaptris.core.fs.TraversingFsConsumer', 'traversing-fs-consumer'],
  ['com.adaptris.core.lms.LargeFsConsumer', 'large-fs-consumer'],
  ['com.adaptris.core.lms.LargeFsProducer', 'large-fs-producer'],
  ['com.adaptris.core.ftp.FtpConsumer', 'ftp-consumer'],
  ['com.adaptris.core.ftp.RelaxedFtpConsumer', 'relaxed-ftp-consumer'],
  ['com.adaptris.core.http.jetty.retry.FilesystemRetryStore', 'retry-store-filesystem'],
  ['com.adaptris.core.jms.JmsConsumer', 'jms-consumer'],
  ['com.adaptris.core.jms.PasConsumer', 'jms-topic-consumer'],
  ['com.adaptris.core.mail.RawMailConsumer', 'raw-mail-consumer'],
  ['com.adaptris.core.mail.DefaultMailConsumer', 'default-mail-consumer'],
]);

/** The alias of the component that an element configures, whatever form the file uses. */
export function typeOf(element: XmlElement): string {
  const type = aliasOf(element);
  return aliases.get(type) ?? type;
}

/** Every element of one of the types that Interlok starts, in document order. */
export function startedOfType(reading: Reading, types: ReadonlySet<string>): XmlElement[] {
  const found = [...(reading.document?.descendants() ?? [])].filter((element) => types.has(typeOf(element)));
  return found.filter((element) => isStarted(reading, element));
}

const stoppedChannels = new WeakMap<Reading, ReadonlySet<XmlElement>>();

/** Whether Interlok starts the part of the adapter that an element is in: no channel around it has `auto-start` false. */
export function isStarted(reading: Reading, element: XmlElement): boolean {
  let stopped = stoppedChannels.get(reading);
  if (stopped === undefined) {
    stopped = new Set(reading.channels.filter(({ autoStart }) => !autoStart).map((channel) => channel.element));
    stoppedChannels.set(reading, stopped);
  }
  if (stopped.size === 0) return true;
  for (const around of element.ancestors()) if (stopped.has(around)) return false;
  return true;
}

/** The text of a child, trimmed; empty where there is none. */
export function trimmedChild(element: XmlElement, name: string): string {
  return element.childText(name)?.trim() ?? '';
}
