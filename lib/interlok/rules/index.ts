import type { Finding, Rule } from '../../findings/finding';
import type { Reading } from '../reading';
import { bootstrapRules } from './bootstrap';
import { componentRules } from './components';
import { idRules } from './ids';
import { pathRules } from './paths';
import { portRules } from './ports';
import { readingRules } from './reading-rules';
import { releaseRules } from './releases';
import { replicaRules } from './replicas';
import type { RuleCheck } from './rule-check';
import { secretFileRules } from './secret-files';
import { secretRules } from './secrets';
import { securityRules } from './security';
import { sharedComponentRules } from './shared-components';
import { topicRules } from './topics';
import { variableRules } from './variables';
import { workflowRules } from './workflows';

const checks: readonly RuleCheck[] = [
  ...idRules,
  ...sharedComponentRules,
  ...portRules,
  ...pathRules,
  ...releaseRules,
  ...componentRules,
  ...bootstrapRules,
  ...variableRules,
  ...workflowRules,
  ...securityRules,
  ...secretRules,
  ...secretFileRules,
  ...replicaRules,
  ...topicRules,
];

/** Every rule about an Interlok configuration, the reader's own included. */
export const rules: readonly Rule[] = [...Object.values(readingRules), ...checks.map(({ rule }) => rule)];

/** Applies the rules to what was read. */
export function check(reading: Reading): readonly Finding[] {
  return checks.flatMap((each) => [...each.check(reading)]);
}
