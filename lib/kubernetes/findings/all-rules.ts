import type { Rule } from '../../findings/finding';
import { rules as interlokRules } from '../../interlok/rules/index';
import { kubernetesRules } from './rules';

/** Every rule there is, sorted by id: those about a configuration, and those about what becomes of it in manifests. */
export const allRules: readonly Rule[] = [...interlokRules, ...kubernetesRules].sort((a, b) => (a.id < b.id ? -1 : 1));
