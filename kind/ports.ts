import { connect } from 'node:net';
import { UserError } from '../lib/errors/user-error';
import type { PortMapping } from './cluster-config';

const CONNECT_TIMEOUT_MS = 1_000;

/**
 * Throws a UserError that names each host port on which something listens already.
 *
 * It connects instead of listening, for listening on ports below 1024 is refused to ordinary users.
 */
export async function checkPortsFree(mappings: readonly PortMapping[], file: string): Promise<void> {
  const wanted = mappings.filter(({ hostPort }) => hostPort > 0);
  const answers = await Promise.all(wanted.map((mapping) => isListening(mapping)));
  const taken = wanted.filter((_, index) => answers[index]).map(({ hostPort }) => hostPort);
  if (taken.length === 0) return;
  const ports = taken.length === 1 ? `port ${taken.join()} is` : `ports ${taken.join(' and ')} are`;
  throw new UserError(
    [
      `${ports} in use on 127.0.0.1, and the cluster needs ${taken.length === 1 ? 'it' : 'them'}`,
      `next: stop what listens there (docker ps shows containers; lsof -i :${taken.join(' -i :')} all programs),`,
      `      or set another hostPort in ${file}, for example 8080 for 80 and 8443 for 443`,
    ].join('\n'),
  );
}

function isListening({ hostPort, listenAddress }: PortMapping): Promise<boolean> {
  const host = listenAddress === '0.0.0.0' ? '127.0.0.1' : listenAddress;
  return new Promise((resolve) => {
    const socket = connect({ host, port: hostPort, timeout: CONNECT_TIMEOUT_MS });
    const done = (listening: boolean) => {
      socket.destroy();
      resolve(listening);
    };
    socket.on('connect', () => done(true));
    socket.on('error', () => done(false));
    socket.on('timeout', () => done(false));
  });
}
