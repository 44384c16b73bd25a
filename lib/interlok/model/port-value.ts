import type { Located } from '../../findings';
import { isPort } from '../java';
import { hasUnknown } from '../variables';

/** Why a text is no port: `unknown` where its value is known only at run time. */
export type PortProblem = 'unknown' | 'white-space' | 'unresolved' | 'not-a-number' | 'out-of-range';

/** A port as configured. */
export interface PortValue {
  /** As it is after substitution. */
  readonly text: string;
  readonly at: Located;
  /** @default - it is no port, see `problem` */
  readonly port?: number;
  /** @default - it is a port */
  readonly problem?: PortProblem;
}

/** Reads a port as a kind of number that Java knows. */
export function readPort(text: string, at: Located, parse: (text: string) => number | undefined): PortValue {
  if (hasUnknown(text)) return { text, at, problem: 'unknown' };
  const port = parse(text);
  if (port !== undefined) return isPort(port) ? { text, at, port } : { text, at, problem: 'out-of-range' };
  const start = text.indexOf('${');
  if (start !== -1 && text.includes('}', start)) return { text, at, problem: 'unresolved' };
  return { text, at, problem: text !== text.trim() && text.trim() !== '' ? 'white-space' : 'not-a-number' };
}
