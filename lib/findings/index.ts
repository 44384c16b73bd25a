export {
  collectFindings,
  type FindingsCollector,
  installCollector,
  installedCollector,
  reportFindings,
} from './collector';
export { ConfigurationError } from './configuration-error';
export type { Finding, Fix, Located, Rule, Severity } from './finding';
export { formatGithub } from './github-format';
export { formatJson } from './json-format';
export { formatJunit } from './junit-format';
export { finding } from './make-finding';
export { formatSarif, type SarifTool } from './sarif-format';
export { silence, type SilenceOptions } from './silence';
export { errorsAmong, sortFindings } from './sort';
export { type FindingStyle, formatText, summarize } from './text-format';
