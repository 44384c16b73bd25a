import { checkPath } from '../check-path';
import type { OptionRow } from '../option-table';
import { CheckMethod, ServerCheck } from '../options';
import { haproxyTime } from '../time';

/** The health check: TCP unless a request is named. */
export const checkRow: OptionRow<'healthCheck'> = (value, context) => {
  const { draft } = context;
  const { kind, check } = value ?? ServerCheck.tcp();
  draft.onService('check', kind !== 'none');
  if (kind === 'none') return;
  if (kind === 'http') {
    const path = checkPath(check, context);
    if (path !== undefined) draft.onService('check-http', `${check.method ?? CheckMethod.OPTIONS} ${path}`);
  }
  if (check.interval !== undefined) draft.onService('check-interval', haproxyTime(check.interval));
  if (check.timeout !== undefined) draft.onService('timeout-check', haproxyTime(check.timeout));
  if (check.rise !== undefined) draft.server('rise', 'healthCheck.rise', check.rise);
  if (check.fall !== undefined) draft.server('fall', 'healthCheck.fall', check.fall);
};
