import type { Located } from '../../findings';
import type { Protocol } from '../model';

/** What goes through an adapter: who comes in where, what is done with a message, and what is called for it. */
export interface Flow extends FlowPart {
  /** Where one comes in or goes out: connections, and what of the process itself listens. In the order of the file. */
  readonly connections: readonly FlowConnection[];
  readonly channels: readonly FlowChannel[];
  /** What has to do with the surroundings outside of any channel. */
  readonly others: readonly FlowPart[];
}

/** A part of the adapter, from its start tag to its end tag. */
export interface FlowPart extends Located {
  /** What other parts call it; unique within the flow. */
  readonly key: string;
  /** The alias of the component, for example `standard-workflow`. */
  readonly type: string;
  /**
   * The `<unique-id>`.
   * @default - it has none
   */
  readonly id?: string;
  /** Where it ends, in the same file. */
  readonly until: Located;
  /** What it has to do with the surroundings, parts inside of it left out. */
  readonly exchanges: readonly Exchange[];
}

/** Something outside of the process that a part has to do with, positioned at what says so. */
export interface Exchange extends Located {
  /** `calls` and `polls` another system, `reads` and `writes` files, `keeps` state in them. */
  readonly how: 'calls' | 'polls' | 'reads' | 'writes' | 'keeps';
  /** The address without a login and without parameters, the path, or the reason where neither is known. */
  readonly what: string;
}

/** A connection, or a socket of the process itself. */
export interface FlowConnection extends FlowPart {
  /** @default - it opens no port */
  readonly listens?: { readonly protocol: Protocol; readonly port: number };
}

/** A service, a producer, or another component that does something with a message. */
export interface FlowStep extends FlowPart {
  /**
   * The key of the connection that it uses.
   * @default - none that is drawn
   */
  readonly connection?: string;
  /** Services inside of it, those that only put them in a row left out. */
  readonly steps: readonly FlowStep[];
}

/** What takes messages in. */
export interface FlowConsumer extends FlowStep {
  /** The path that it answers, as a servlet has it. */
  readonly path?: string;
  /** @default - every method */
  readonly methods?: readonly string[];
}

export interface FlowWorkflow extends FlowPart {
  readonly consumer?: FlowConsumer;
  readonly services: readonly FlowStep[];
  readonly producer?: FlowStep;
  /** What else of it has to do with the surroundings: interceptors, error handlers. */
  readonly others: readonly FlowStep[];
}

export interface FlowChannel extends FlowPart {
  readonly autoStart: boolean;
  readonly workflows: readonly FlowWorkflow[];
  readonly others: readonly FlowStep[];
}
