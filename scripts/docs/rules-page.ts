import type { Rule } from '../../lib/findings/finding';

/** Reasons by the id of a rule. */
export type Reasons = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * docs/rules.md: every rule under an anchor of its id, in the order of the ids.
 * @param silent when a rule has nothing to say, as the names of cases that are tested
 */
export function rulesPage(rules: readonly Rule[], silent: Reasons): string {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const sections = sorted.map((rule) => section(rule, Object.keys(silent[rule.id] ?? {})));
  return [introduction, table(sorted), ...sections].join('\n\n') + '\n';
}

const introduction = `# Rules

What the synth and \`npm run check\` look for in an Interlok configuration, and in what becomes of it. An error stops the synth before anything is written; a warning does not.

A finding has the place, the severity, what is wrong, what to do about it, and the id of the rule:

\`\`\`
config/adapter.xml:14:13: error: <destination> of jetty-message-consumer was removed in 4.0.0, and this is 5.0.1; write <path>/orders</path> instead [unknown-element]
\`\`\`

Findings can be silenced by the id of their rule: with the prop \`silence: ['id']\` of the chart, or with \`npm run check -- some/config --silence id\`. An id that no rule has is an error. Some rules cannot be silenced: where they find something, there is nothing to make manifests of; these say so.

A finding that is not true is a fault of the rule. Under **Silent when** stand cases that look like a finding and are none; each is a test, in \`test/interlok/rules/silent\` and \`test/kubernetes/rules/silent.ts\`.

This page is made from the rules themselves: \`node scripts/run.mjs scripts/docs/write-rules-page.ts\`.`;

function table(rules: readonly Rule[]): string {
  const rows = rules.map(
    ({ id, severity, since, what }) => `| [${id}](#${id}) | ${severity} | ${since} | ${cell(what)} |`,
  );
  return ['| rule | severity | releases | finds |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function section(rule: Rule, reasons: readonly string[]): string {
  const silence =
    rule.silenceable === false
      ? 'Cannot be silenced: without the fix there is nothing to make manifests of.'
      : `\`silence: ['${rule.id}']\``;
  return [
    `## ${rule.id}`,
    sentence(rule.what),
    [
      `- **Severity**: ${rule.severity}`,
      `- **Releases**: ${rule.since}`,
      `- **Why**: ${sentence(rule.why)}`,
      `- **Fix**: ${sentence(rule.fix)}`,
      ...(reasons.length === 0 ? [] : [`- **Silent when**: ${reasons.map(escaped).join('; or ')}`]),
      `- **Silence**: ${silence}`,
    ].join('\n'),
  ].join('\n\n');
}

/** With a capital and a full stop, whether or not the rule has them. */
function sentence(text: string): string {
  const isFileName = /^[\w-]+\.[a-z]/.test(text);
  const capital = isFileName ? text : text.charAt(0).toUpperCase() + text.slice(1);
  return escaped(/[.!?]$/.test(capital) ? capital : `${capital}.`);
}

function cell(text: string): string {
  return sentence(text).replaceAll('|', '\\|');
}

/** Angle brackets and asterisks outside of code would be markup. */
function escaped(text: string): string {
  return text
    .split('`')
    .map((part, i) => (i % 2 === 0 ? part.replace(/[<*_]/g, '\\$&') : part))
    .join('`');
}
