import { type Origin, propOf } from '../origins';
import type { ControllerSettings } from './settings';

/** An origin that follows from props of the controller, for example `networkPolicy.clients`, or from their defaults. */
export function fromProps({ given }: ControllerSettings, field: string, props: readonly string[], why: string): Origin {
  return { field, sources: props.map((prop) => propOf(prop, valueAt(given, prop))), why };
}

function valueAt(props: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[key] : undefined,
      props,
    );
}
