import type { ApiObject } from 'cdk8s';
import type { Origin } from './origin';

/** What was told of an object: each runs only when somebody asks. */
export type Told = readonly (() => readonly Origin[])[];

/** Objects, with what was told of them. */
export type ToldObjects = Map<ApiObject, Told>;

const told = new WeakMap<ApiObject, (() => readonly Origin[])[]>();

/** Registered, as the collector of findings is: the program that runs an app installs it before the app is loaded. */
const key = Symbol.for('cdk8s-interlok.told');

/** Collects every object that something is told of from now on, in the order in which it is. */
export function collectTold(): ReadonlyMap<ApiObject, Told> {
  const objects: ToldObjects = new Map();
  holder()[key] = objects;
  return objects;
}

function holder(): { [key]?: ToldObjects } {
  return globalThis as { [key]?: ToldObjects };
}

/**
 * Keeps why fields of an object are what they are. Called where the values are made; nothing is worked out until somebody
 * asks. Of two that speak of the same field the one that was told first counts.
 */
export function because(object: ApiObject, origins: () => readonly Origin[]): void {
  const known = told.get(object) ?? [];
  known.push(origins);
  if (known.length > 1) return;
  told.set(object, known);
  holder()[key]?.set(object, known);
}

/** What was told of an object, in the order in which it was. */
export function toldOf(object: ApiObject): Told {
  return told.get(object) ?? [];
}
