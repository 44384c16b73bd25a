import { ApiObject } from 'cdk8s';
import type { Construct } from 'constructs';
import { canonicalQuantity } from '../../lib/objects/quantities';
import { isJson } from './json';

/**
 * Fields that an object was given, by props or by patches, and that do not come out: the classes generated from a schema
 * keep what that schema knows, and drop the rest without a word.
 */
export function lostFields(scope: Construct): string[] {
  return scope.node
    .findAll()
    .filter((construct) => ApiObject.isApiObject(construct))
    .flatMap((object) => {
      const given: unknown = ApiObject.prototype.toJson.call(object);
      // Of the class: what an object changes in its own output, it changes on purpose.
      const written: unknown = (Object.getPrototypeOf(object) as ApiObject).toJson.call(object);
      return lost(given, written).map((path) => `${object.kind} ${object.name}: ${path}`);
    });
}

function lost(given: unknown, out: unknown, path = ''): string[] {
  // The value of a Quantity or an IntOrString, which are classes on the way in.
  if (isJson(given) && Object.keys(given).join() === 'value' && !isJson(out)) return lost(given['value'], out, path);
  if (Array.isArray(given))
    return given.flatMap((item: unknown, index) =>
      lost(item, Array.isArray(out) ? (out[index] as unknown) : undefined, `${path}/${index}`),
    );
  if (isJson(given)) {
    // Names in TypeScript differ from those in JSON by capitals alone: clusterIp and clusterIP.
    const fields = new Map(Object.entries(isJson(out) ? out : {}).map(([name, value]) => [name.toLowerCase(), value]));
    if (!isJson(out)) return [path];
    return Object.entries(given).flatMap(([name, value]) =>
      lost(value, fields.get(name.toLowerCase()), `${path}/${name}`),
    );
  }
  // Quantities come out as the API server stores them.
  const same = out === given || (typeof given === 'string' && out === canonicalQuantity(given));
  return same ? [] : [path];
}
