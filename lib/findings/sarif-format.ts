import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Location, Log, ReportingDescriptor, Result } from 'sarif';
import type { Finding, Located, Rule } from './finding';
import { sortFindings } from './sort';

/** Where the page that explains the rules lies, in the repository. */
const rulesPage = 'docs/rules.md';

/** What the log says of the tool. */
export interface SarifTool {
  /** Every rule that the tool has, found or not. */
  readonly rules: readonly Rule[];
  /**
   * The page that explains the rules; each rule is an anchor on it.
   * @default 'docs/rules.md'
   */
  readonly rulesPage?: string;
  /**
   * Version of this project.
   * @default - not said
   */
  readonly version?: string;
}

/**
 * The findings as a SARIF 2.1.0 document, without a newline at the end.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function formatSarif(findings: readonly Finding[], tool: SarifTool): string {
  const page = tool.rulesPage ?? rulesPage;
  const indexes = new Map(tool.rules.map((rule, i) => [rule.id, i]));
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: 'cdk8s-interlok',
            ...(tool.version === undefined ? {} : { version: tool.version }),
            rules: tool.rules.map((rule) => descriptor(rule, page)),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: sortFindings(findings).map((finding) => result(finding, indexes.get(finding.rule))),
      },
    ],
  };
  return JSON.stringify(log, undefined, 2);
}

function descriptor(rule: Rule, page: string): ReportingDescriptor {
  return {
    id: rule.id,
    shortDescription: { text: rule.what },
    fullDescription: { text: rule.why },
    // No helpUri: that has to be absolute, and where this repository is published is not known.
    help: { text: `${rule.fix} See ${page}#${rule.id}.` },
    defaultConfiguration: { level: rule.severity },
  };
}

function result(finding: Finding, ruleIndex: number | undefined): Result {
  return {
    ruleId: finding.rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: finding.severity,
    message: { text: `${finding.message}; ${finding.hint}` },
    locations: [location(finding)],
  };
}

function location({ file, line, column }: Located): Location {
  const region =
    line === undefined ? {} : { startLine: line, ...(column === undefined ? {} : { startColumn: column }) };
  return {
    physicalLocation: {
      artifactLocation: { uri: toUri(file) },
      ...(line === undefined ? {} : { region }),
    },
  };
}

function toUri(file: string): string {
  return isAbsolute(file) ? pathToFileURL(file).href : file.split('/').map(encodeURIComponent).join('/');
}
