import { spawnSync } from 'node:child_process';

/** Whether HAProxy is installed. */
const installed = spawnSync('haproxy', ['-v']).status === 0;

/** `describe` where HAProxy is installed, else a skipped one, with a message how to get it. */
export function describeWithHaproxy(name: string, tests: () => void): void {
  if (installed) describe(name, tests);
  else {
    process.stderr.write(`skipped: ${name}: haproxy is not installed (apt-get install haproxy)\n`);
    describe.skip(name, tests);
  }
}

/** What every configuration begins with. */
export const preamble = `defaults
  mode http
  timeout connect 5s
  timeout client 5s
  timeout server 5s
`;

/** A frontend with its backend, as the controllers lay them out: snippets before servers. */
export function site(parts: {
  readonly name: string;
  readonly bind: string;
  readonly frontend?: readonly string[];
  readonly backend: readonly string[];
  readonly server: string;
}): string {
  const indented = (lines: readonly string[]): string => lines.map((line) => `  ${line}\n`).join('');
  return `
frontend ${parts.name}
  bind ${parts.bind}
${indented(parts.frontend ?? [])}  default_backend ${parts.name}

backend ${parts.name}
${indented(parts.backend)}  server SRV_1 ${parts.server}
  server SRV_2 127.0.0.1:1 disabled
`;
}
