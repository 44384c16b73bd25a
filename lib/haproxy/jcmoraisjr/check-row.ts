import { checkPath } from '../check-path';
import type { OptionRow } from '../option-table';
import { CheckMethod, ServerCheck } from '../options';
import { haproxyTime } from '../time';

/** The health check. It is off until one of its keys is there, hence the interval always is. */
export const checkRow: OptionRow<'healthCheck'> = (value, context) => {
  const { draft } = context;
  const { kind, check } = value ?? ServerCheck.tcp();
  if (kind === 'none') return;
  draft.onService('health-check-interval', check.interval === undefined ? '2s' : haproxyTime(check.interval));
  if (check.rise !== undefined) draft.onService('health-check-rise-count', check.rise);
  if (check.fall !== undefined) draft.onService('health-check-fall-count', check.fall);
  if (check.timeout !== undefined)
    draft.lines('check', 'healthCheck.timeout', `timeout check ${haproxyTime(check.timeout)}`);
  if (kind === 'tcp') return;
  const path = checkPath(check, context);
  if (path === undefined) return;
  const method = check.method ?? CheckMethod.OPTIONS;
  // The key has no method; HAProxy's own is OPTIONS.
  if (method === CheckMethod.OPTIONS) draft.onService('health-check-uri', path);
  else draft.lines('check', 'healthCheck.method', `option httpchk ${method} ${path}`);
};
