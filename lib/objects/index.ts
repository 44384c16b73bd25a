export { addCommonMetadata } from './common-metadata';
export { DisruptionBudget } from './disruption-budget';
export { FAITHFUL_TEXT, isFaithful, needsQuotes, writeFaithfully } from './faithful-yaml';
export { ImageReference } from './image-reference';
export { recommendedLabels, selectorLabels, type SelectorLabels } from './labels';
export { MetricsMonitor } from './metrics-monitor';
export { checkAnnotations, checkLabel, checkLabels, checkNamespace, checkObjectName, checkOwnNamespace } from './names';
export { canonicalQuantity } from './quantities';
export { PodSecurityLevel, SecuredNamespace } from './namespace';
export { changeOutput, type Output } from './output';
export {
  clusterScoped,
  hardenPodTemplate,
  pointerSegment,
  removeEmptyExternalIps,
  removeImmutableFalse,
  spreadOverHostsAndZones,
} from './patches';
