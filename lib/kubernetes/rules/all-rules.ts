import type { Rule } from '../../findings';
import { rules as interlokRules } from '../../interlok';
import { kubernetesRules } from './rule-definitions';

/** Every rule there is, sorted by id: those about a configuration, and those about what becomes of it in manifests. */
export const allRules: readonly Rule[] = [...interlokRules, ...kubernetesRules].sort((a, b) => (a.id < b.id ? -1 : 1));
