export { allRules } from './all-rules';
export { findNoHttp, podFindings } from './pod-findings';
