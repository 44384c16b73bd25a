import type { Finding } from '../../lib/findings/finding';

/** A finding of a made-up rule; the parts that a test is about are given. */
export function aFinding(parts: Partial<Finding> = {}): Finding {
  return {
    rule: 'a-rule',
    severity: 'error',
    message: 'something is wrong',
    hint: 'put it right',
    file: 'config/adapter.xml',
    ...parts,
  };
}
