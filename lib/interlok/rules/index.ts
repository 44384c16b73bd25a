import type { Finding, Rule } from '../../findings';
import { fileRules } from '../files';
import { type Reading, readingRules } from '../reading';
import { catalogueRules } from './components';
import {
  bootstrapRules,
  bootstrapValueRules,
  componentRules,
  idRules,
  methodRules,
  pathRules,
  portRules,
  sharedComponentRules,
  variableRules,
  variablesFileRules,
  workflowRules,
} from './loads';
import { securityRules } from './pods';
import { clientIdRules, fileConsumerRules, fileStoreRules, replicaRules, topicRules } from './replicas';
import type { RuleCheck } from './rule-check';
import { secretFileRules, secretRules } from './secrets';

const checks: readonly RuleCheck[] = [
  ...idRules,
  ...sharedComponentRules,
  ...portRules,
  ...pathRules,
  ...methodRules,
  ...catalogueRules,
  ...componentRules,
  ...bootstrapRules,
  ...bootstrapValueRules,
  ...variableRules,
  ...variablesFileRules,
  ...workflowRules,
  ...securityRules,
  ...secretRules,
  ...secretFileRules,
  ...fileConsumerRules,
  ...fileStoreRules,
  ...replicaRules,
  ...topicRules,
  ...clientIdRules,
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
