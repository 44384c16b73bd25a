import type { Adapter, Listener } from '../../interlok';

/** A port that the container, the Service and the NetworkPolicy share. */
export interface ExposedPort {
  /** Unique among the pod's ports, at most 15 characters: `http`, `https`, `jmx`, `tcp`, and `http-8082` for a second one. */
  readonly name: string;
  readonly number: number;
  readonly listener: Listener;
}

/** Whether other pods can reach a listener: not one that is bound to the loopback interface. */
export function isReachable(listener: Listener): boolean {
  return listener.host === undefined || !/^(localhost|127\..*|::1|\[::1\])$/.test(listener.host);
}

/** The listeners that HTTP consumers of the adapter answer on, in the order in which they open. */
export function consumerListeners(adapter: Adapter): readonly Listener[] {
  return adapter.listeners.filter((listener) => listener.routes.length > 0 && isReachable(listener));
}

/** The ports that the adapter offers: those of its HTTP consumers, and the further ones that were asked for. */
export function exposedPorts(adapter: Adapter, further: readonly number[]): readonly ExposedPort[] {
  const consumers = consumerListeners(adapter);
  const asked = adapter.listeners.filter(
    (listener) => further.includes(listener.port) && isReachable(listener) && !consumers.includes(listener),
  );
  const ports: ExposedPort[] = [];
  for (const listener of [...consumers, ...asked]) {
    if (ports.some((port) => port.number === listener.port)) continue;
    const taken = ports.some((port) => port.name === listener.protocol);
    const name = taken ? `${listener.protocol}-${listener.port}` : listener.protocol;
    ports.push({ name, number: listener.port, listener });
  }
  return ports;
}
