import { decodeXml } from './files';
import { type Flow, flowOf } from './flow';
import type { ReadOptions } from './read-options';
import { readReading } from './reading';

/** What goes through an adapter, with the files that say so. */
export interface FlowReading {
  /** @default - there is no adapter, or it is malformed */
  readonly flow?: Flow;
  /** The text of a file of the configuration, by its path as places have it. @default - it is none, or no text */
  readonly textOf: (file: string) => string | undefined;
}

/**
 * Reads what goes through the adapter of a configuration directory.
 *
 * @param config as of `readConfiguration`
 */
export function readFlow(config: string | readonly string[], options: ReadOptions = {}): FlowReading {
  const reading = readReading(config, options);
  const flow = flowOf(reading);
  const files = new Map([...reading.filesOnDisk.values()].map((file) => [reading.displayPath(file.path), file]));
  const textOf = (file: string): string | undefined => {
    const found = files.get(file);
    return found === undefined ? undefined : decodeXml(found.bytes).text;
  };
  return { ...(flow === undefined ? {} : { flow }), textOf };
}
