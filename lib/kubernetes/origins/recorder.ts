import type { ApiObject } from 'cdk8s';
import type { Origin } from './origin';

type Told = () => readonly Origin[];

const told = new WeakMap<ApiObject, Told[]>();

/** Registered, as the collector of findings is: the program that runs an app installs it before the app is loaded. */
const key = Symbol.for('cdk8s-interlok.explained');

/** Collects every object that something is told of from now on, in the order in which they are made. */
export function collectTold(): ReadonlySet<ApiObject> {
  const objects = new Set<ApiObject>();
  holder()[key] = objects;
  return objects;
}

function holder(): { [key]?: Set<ApiObject> } {
  return globalThis as { [key]?: Set<ApiObject> };
}

/**
 * Keeps why fields of an object are what they are. Called where the values are made; nothing is worked out until somebody
 * asks. Of two that speak of the same field the one that was told first counts.
 */
export function because(object: ApiObject, origins: Told): void {
  holder()[key]?.add(object);
  const known = told.get(object);
  if (known === undefined) told.set(object, [origins]);
  else known.push(origins);
}

/** All that was told of an object, in the order in which it was. */
export function originsOf(object: ApiObject): readonly Origin[] {
  return (told.get(object) ?? []).flatMap((origins) => origins());
}
