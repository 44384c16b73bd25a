export { collectFindings, installCollector, installedCollector, reportFindings } from './collector';
export { ConfigurationError } from './configuration-error';
export type { Finding, Located, Rule, Severity } from './finding';
export { finding } from './make-finding';
export { silence } from './silence';
export { errorsAmong, sortFindings } from './sort';
export { formatText, summarize } from './text-format';
