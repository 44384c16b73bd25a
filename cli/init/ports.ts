import type { Listener } from '../../lib';
import { asRow, noPlace, nothing, type Part } from './translation';
import { isMap, listOf, shown, textOf, type YamlMap } from './yaml-values';

/**
 * The ports of the service: adapter.xml says what there is to serve, and only what is no consumer's port needs a prop.
 *
 * @param listeners what the adapter listens on
 */
export function translatePorts(service: YamlMap, listeners: readonly Listener[]): readonly Part[] {
  const settings = ['ports', 'expose'].flatMap((setting) =>
    listOf(service[setting]).map((value) => ({ setting, value, ports: containerPorts(value) })),
  );
  const extra = new Set<number>();
  const rows = settings.map(({ setting, value, ports }) => {
    const found = listeners.filter(({ port }) => ports.includes(port));
    for (const { port } of found.filter(isNoConsumers)) extra.add(port);
    return asRow(setting, isMap(value) ? ports.join(', ') : shown(value), became(ports, found));
  });
  return [...rows, ...(extra.size === 0 ? [] : [{ props: { expose: `[${[...extra].join(', ')}]` } }])];
}

function became(ports: readonly number[], found: readonly Listener[]): string {
  if (ports.length === 0) return noPlace('it is no port');
  const [first] = found;
  if (first === undefined) return noPlace('nothing in the configuration listens there');
  if (found.some(isNoConsumers))
    return `expose: [${found
      .filter(isNoConsumers)
      .map(({ port }) => port)
      .join(', ')}]`;
  return nothing(`the ${first.component} of adapter.xml says so, and the Service and the Ingress lead there`);
}

function isNoConsumers({ routes }: Listener): boolean {
  return routes.length === 0;
}

/** The ports inside the container: of `80:8081`, `127.0.0.1:80:8081/tcp`, `3000-3005` or the long form. */
function containerPorts(value: unknown): readonly number[] {
  const text = isMap(value) ? textOf(value['target']) : textOf(value);
  const [, first, last = first] = /(?:^|:)(\d+)(?:-(\d+))?(?:\/\w+)?$/.exec(text ?? '') ?? [];
  if (first === undefined) return [];
  const count = Math.min(Number(last) - Number(first) + 1, 100);
  return Array.from({ length: Math.max(count, 0) }, (_, i) => Number(first) + i);
}
