import { type Finding, finding, type Rule } from '../../../findings';
import { type PropertyEntry, trailingBlank } from '../../files';
import { parseBoolean, parseLong } from '../../java';
import type { Reading } from '../../reading';
import type { RuleCheck } from '../rule-check';

const bootstrapValueIgnored: Rule = {
  id: 'bootstrap-value-ignored',
  severity: 'warning',
  what: 'Interlok cannot read a value in bootstrap.properties, or does not look a key up in these upper and lower case letters.',
  why: 'It goes on with its default and says nothing: an `operationTimeout` of `30s`, `30_000` or `30000` with a blank behind it is 120000, and what is neither true nor false is what it would be without the line.',
  since: 'all',
  fix: 'Write whole milliseconds, `true` or `false`, without white space behind them, and the key as it is documented.',
};

/** Rules about values that Interlok passes over. */
export const bootstrapValueRules: readonly RuleCheck[] = [{ rule: bootstrapValueIgnored, check: checkValues }];

/** Switches other than `startAdapterQuietly`, which has a rule of its own, with what they are by default. */
const switches: Readonly<Record<string, boolean>> = {
  enableLocalJndiServer: false,
  httpEnableProxyAuth: true,
  loggingReconfigure: true,
  useJavaLangManagementFactory: true,
};

/** Keys that are looked up as they are; those that are not here, in any case. */
const exactKeys = new Map(
  [
    ...['operationTimeout', 'webServerConfigUrl', 'webServerPort', 'webServerWebappUrl'],
    ...['variable-substitution', 'environment-variables', 'system-properties'].flatMap((group) =>
      ['impl', 'varprefix', 'varpostfix'].map((key) => `${group}.${key}`),
    ),
    'variable-substitution.url.useHostname',
  ].map((key) => [key.toLowerCase(), key]),
);

function checkValues({ bootstrapOnDisk: bootstrap }: Reading): Finding[] {
  return [
    ...checkTimeout(bootstrap.get('operationTimeout')),
    ...Object.entries(switches).flatMap(([key, byDefault]) => checkSwitch(bootstrap.getIgnoringCase(key), byDefault)),
    ...checkSwitch(bootstrap.get('variable-substitution.url.useHostname'), false),
    ...bootstrap.properties.effective().flatMap(checkKey),
  ];
}

function checkTimeout(entry: PropertyEntry | undefined): Finding[] {
  if (entry === undefined) return [];
  const millis = parseLong(entry.value);
  if (millis !== undefined && millis >= 1) return [];
  const what = millis === undefined ? 'no whole number' : 'less than 1';
  const trimmed = parseLong(entry.value.trim());
  const isBlank = trimmed !== undefined && trimmed >= 1;
  const hint = isBlank ? withoutBlank(entry) : "write milliseconds, for example '30000'";
  const message = `operationTimeout is ${displayValue(entry)}, which is ${what}: Interlok takes its default, 120000`;
  return [
    finding(bootstrapValueIgnored, entry.valueAt, { message, hint, ...(isBlank ? { fix: { kind: 'trim' } } : {}) }),
  ];
}

function checkSwitch(entry: PropertyEntry | undefined, byDefault: boolean): Finding[] {
  if (entry === undefined || entry.value === '' || parseBoolean(entry.value) !== undefined) return [];
  const known = parseBoolean(entry.value.trim()) !== undefined;
  const message = `${entry.key} is ${displayValue(entry)}, which is neither true nor false: Interlok takes its default, ${String(byDefault)}`;
  return [
    finding(bootstrapValueIgnored, entry.valueAt, {
      message,
      hint: known ? withoutBlank(entry) : "write 'true' or 'false'",
      ...(known ? { fix: { kind: 'trim' } } : {}),
    }),
  ];
}

function checkKey({ key, at }: PropertyEntry): Finding[] {
  const exact = exactKeys.get(key.toLowerCase());
  if (exact === undefined || exact === key) return [];
  const message = `Interlok does not read '${key}': upper and lower case matter in this key`;
  return [finding(bootstrapValueIgnored, at, { message, hint: `write '${exact}'` })];
}

/** A value for messages, with the white space that nobody sees named. */
export function displayValue({ value }: Pick<PropertyEntry, 'value'>): string {
  return trailingBlank(value) ? `'${value}', with a blank behind it` : `'${value}'`;
}

/** The hint for a value that would do without the white space behind it. */
export function withoutBlank({ value }: Pick<PropertyEntry, 'value'>): string {
  return `write '${value.trim()}' without the blank`;
}
