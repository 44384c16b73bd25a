export { type PreProcessor, readPreProcessors, substitutionModes } from './pre-processors';
export { processEnvironment } from './process-variables';
export { substitute } from './substitute';
export type { Substitution, VariableAt, VariableUse } from './substitution';
export { displayUnknown, hasUnknown, unknownValue } from './unknown-value';
export { variablesIn } from './variable-text';
export { maximumLength, type Variables } from './variable-values';
export type { SubstitutionSources } from './variables-files';
