import type { ApiObject } from 'cdk8s';

const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi'];
const DECIMAL = ['m', '', 'k', 'M', 'G', 'T', 'P'];

/**
 * A quantity as the API server stores it, in the largest unit that leaves no rest: `1Gi` for `1024Mi`, `1` for `1000m`.
 * What is no whole number of a unit stays as it is.
 */
export function canonicalQuantity(text: string): string {
  const [, digits, unit = ''] = /^([1-9]\d*)([a-zA-Z]*)$/.exec(text) ?? [];
  const units = unit.endsWith('i') ? BINARY : DECIMAL;
  const base = unit.endsWith('i') ? 1024 : 1000;
  let at = units.indexOf(unit);
  let number = Number(digits);
  if (digits === undefined || at < 0 || !Number.isSafeInteger(number)) return text;
  while (number % base === 0 && at < units.length - 1) {
    number /= base;
    at++;
  }
  return `${number}${units[at] ?? ''}`;
}

/**
 * Writes the quantities of a pod template as the API server stores them. With any other spelling `kubectl apply` of an
 * unchanged manifest sends a patch, and says `configured`.
 */
export function storeQuantitiesAsTheServer(workload: ApiObject): void {
  const toJson = workload.toJson.bind(workload);
  // Not a JsonPatch, for a container that is added later has quantities too.
  workload.toJson = () => inPlaces(toJson(), '') as object;
}

const QUANTITY = /\/(?:limits|requests)\/[^/]+$|\/emptyDir\/sizeLimit$/;

function inPlaces(value: unknown, path: string): unknown {
  if (Array.isArray(value)) return value.map((item, index) => inPlaces(item, `${path}/${index}`));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, inPlaces(item, `${path}/${key}`)]));
  }
  return typeof value === 'string' && QUANTITY.test(path) ? canonicalQuantity(value) : value;
}
