export { allRules } from './all-rules';
export { findNoHttp, podFindings } from './pod-findings';
export { findExposedManagement } from './exposed-management';
