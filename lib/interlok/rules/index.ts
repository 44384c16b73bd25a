import type { Finding, Rule } from '../../findings/finding';
import type { Reading } from '../reading/reading';
import { bootstrapRules } from './loads/bootstrap';
import { componentRules } from './loads/components';
import { fileRules } from '../files/file-rules';
import { idRules } from './loads/ids';
import { pathRules } from './loads/paths';
import { portRules } from './loads/ports';
import { readingRules } from '../reading/reading-rules';
import { releaseRules } from './loads/releases';
import { replicaRules } from './replicas/replicas';
import type { RuleCheck } from './rule-check';
import { secretFileRules } from './secrets/secret-files';
import { secretRules } from './secrets/secrets';
import { securityRules } from './pods/security';
import { sharedComponentRules } from './loads/shared-components';
import { topicRules } from './replicas/topics';
import { variableRules } from './loads/variables';
import { workflowRules } from './loads/workflows';

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
export const rules: readonly Rule[] = [
  ...Object.values(fileRules),
  ...Object.values(readingRules),
  ...checks.map(({ rule }) => rule),
];

/** Applies the rules to what was read. */
export function check(reading: Reading): readonly Finding[] {
  return checks.flatMap((each) => [...each.check(reading)]);
}
