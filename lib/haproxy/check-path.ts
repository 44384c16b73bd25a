import { isPath } from './formats';
import type { RowContext } from './option-table';
import type { HttpCheck } from './options';

/** The path of an HTTP check; undefined, with a problem, where there is none or where it would fail healthy pods. */
export function checkPath(check: HttpCheck, { draft, backend }: RowContext): string | undefined {
  if (backend.ports > 1) {
    draft.problem(
      'healthCheck',
      'an HTTP check',
      `ServerCheck.tcp(), for the request would be sent to each of the ${backend.ports} ports of the Service`,
    );
    return undefined;
  }
  const path = check.path ?? (isPath(backend.healthPath ?? '') ? backend.healthPath : undefined);
  if (path === undefined)
    draft.problem(
      'healthCheck.path',
      undefined,
      'a path, for none is known that answers OPTIONS without running a workflow; or ServerCheck.tcp()',
    );
  return path;
}
