export { DisruptionBudget } from './disruption-budget';
export { recommendedLabels, selectorLabels, type SelectorLabels } from './labels';
export { checkLabel, checkNamespace, checkObjectName, checkOwnNamespace } from './names';
export { PodSecurityLevel, SecuredNamespace } from './namespace';
export {
  clusterScoped,
  hardenPodTemplate,
  removeEmptyExternalIps,
  removeImmutableFalse,
  spreadOverHostsAndZones,
} from './patches';
