import { existsSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { UserError } from '../lib/errors/user-error';

/** A port of the node that is a port of this machine. */
export interface PortMapping {
  readonly containerPort: number;
  readonly hostPort: number;
  readonly listenAddress: string;
}

interface ClusterFile {
  readonly nodes?: readonly { readonly extraPortMappings?: readonly Partial<PortMapping>[] }[];
}

/** Reads the port mappings of a kind cluster file. Throws a UserError when there is no such file, or no YAML in it. */
export function readPortMappings(file: string): readonly PortMapping[] {
  if (!existsSync(file)) throw new UserError(`config: no file ${file}`);
  const document = parseDocument(readFileSync(file, 'utf8'));
  const [error] = document.errors;
  if (error !== undefined) throw new UserError(`${file}: ${error.message}`);
  const { nodes = [] } = (document.toJS() ?? {}) as ClusterFile;
  return nodes
    .flatMap(({ extraPortMappings = [] }) => extraPortMappings)
    .map(({ containerPort = 0, hostPort = 0, listenAddress = '0.0.0.0' }) => {
      return { containerPort, hostPort, listenAddress };
    });
}

/** Where the controller listens for plain HTTP: at its node port, or at its host port. */
const HTTP_PORTS: readonly number[] = [30080, 80];

/** The URL of the article's request, at the host port that leads to the controller's port for plain HTTP. */
export function defaultUrl(mappings: readonly PortMapping[]): string {
  const port = mappings.find(({ containerPort }) => HTTP_PORTS.includes(containerPort))?.hostPort ?? 80;
  return new URL(`http://localhost:${port}/hello-world`).href;
}
