export { allRules } from './all-rules';
export { findInexpressiblePaths } from './inexpressible-paths';
export { metricsFindings } from './metrics-findings';
export { findNoHttp, podFindings } from './pod-findings';
export { findExposedManagement } from './exposed-management';
export { findJvmFiles } from './jvm-files';
export { findJvmMemory } from './jvm-memory';
export { findRefusedOptions } from './jvm-refused-options';
export { findLogFiles } from './log-files';
