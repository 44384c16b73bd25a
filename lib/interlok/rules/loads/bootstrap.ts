import { nearMatches } from '../../../errors';
import { type Finding, finding, type Fix, type Rule } from '../../../findings';
import { mayBeInPod, targetOf } from '../../files';
import { parseBoolean } from '../../java';
import type { Reading } from '../../reading';
import { isSince } from '../../releases';
import { readPreProcessors, substitutionModes } from '../../variables';
import type { RuleCheck } from '../rule-check';
import { displayValue, withoutBlank } from './bootstrap-values';
import { logsAtTrace } from './trace-logging';

const bootstrapIncomplete: Rule = {
  id: 'bootstrap-incomplete',
  severity: 'error',
  what: 'There is no bootstrap.properties, or it has no `adapterConfigUrl`, and completing it is switched off.',
  why: 'Interlok looks for adapter.xml in its working directory, finds none, and ends with exit code 0: a CrashLoopBackOff with "Completed".',
  since: 'all',
  fix: 'Add `adapterConfigUrl.0=file://localhost/./config/adapter.xml`, or have the configuration completed.',
};

const severalAdapterConfigUrls: Rule = {
  id: 'several-adapter-config-urls',
  severity: 'error',
  what: 'bootstrap.properties has more than one `adapterConfigUrl` with a file URL.',
  why: 'At its start Interlok overwrites every file but the first with the substituted configuration. On a read-only mount that fails; elsewhere it writes secrets to the disk.',
  since: 'all',
  fix: 'Keep the first alone.',
};

const quietStart: Rule = {
  id: 'quiet-start',
  severity: 'warning',
  what: '`startAdapterQuietly` is true, or absent, which is the same.',
  why: 'Since 3.11 a load that fails ends with exit code 0 and no message; a start that fails leaves a process without ports.',
  since: 'all',
  fix: 'Set `startAdapterQuietly=false` in bootstrap.properties.',
};

const unknownSubstitutionMode: Rule = {
  id: 'unknown-substitution-mode',
  severity: 'error',
  what: 'The `impl` of a substituting pre-processor is none that Interlok knows. Upper and lower case matter.',
  why: 'The load fails with an IllegalArgumentException.',
  since: 'all',
  fix: 'Write SIMPLE, SIMPLE_WITH_LOGGING, STRICT or STRICT_WITH_LOGGING.',
};

const substitutionLogsValues: Rule = {
  id: 'substitution-logs-values',
  severity: 'warning',
  what: 'The `impl` of a substituting pre-processor is one with logging, and log4j2 writes the logger VariableSubstitution at TRACE.',
  why: 'It logs the name and value of every variable, for environmentVariables the whole environment: secrets end up in the log of the pod.',
  since: 'all',
  fix: 'Write SIMPLE or STRICT, or give the root or the logger VariableSubstitution another level than TRACE.',
};

/** Rules about bootstrap.properties. */
export const bootstrapRules: readonly RuleCheck[] = [
  { rule: bootstrapIncomplete, check: checkComplete },
  { rule: severalAdapterConfigUrls, check: checkUrls },
  { rule: quietStart, check: checkQuiet },
  { rule: unknownSubstitutionMode, check: checkModes },
  { rule: substitutionLogsValues, check: checkLogging },
];

function checkComplete({ bootstrap, options, document: root }: Reading): Finding[] {
  // An image that has the configuration in it may have this file elsewhere.
  if (root === undefined || options.complete !== false || options.bakedIn === true) return [];
  if (bootstrap.adapterConfigUrls.length > 0) return [];
  return [
    finding(
      bootstrapIncomplete,
      { file: bootstrap.properties.file },
      {
        message: 'nothing tells Interlok where adapter.xml is: adapterConfigUrl is missing',
        hint: 'add adapterConfigUrl.0=file://localhost/./config/adapter.xml',
      },
    ),
  ];
}

function checkUrls({ bootstrap }: Reading): Finding[] {
  const files = bootstrap.adapterConfigUrls.filter(({ value }) => ['config', 'file'].includes(targetOf(value).kind));
  const [primary, ...all] = files;
  // What is the same to the letter is left alone.
  const others = all.filter(({ value }) => value !== primary?.value);
  return others.map((entry) =>
    finding(severalAdapterConfigUrls, entry.at, {
      // A volume of its own can be written to.
      ...(mayBeInPod(targetOf(entry.value)) ? { severity: 'warning' } : {}),
      message: `${entry.key} names a second file, which Interlok overwrites at its start`,
      hint: `keep ${primary?.key ?? 'the first'} alone`,
    }),
  );
}

function checkQuiet({ bootstrap, options, document: root }: Reading): Finding[] {
  if (root === undefined || !bootstrap.startAdapterQuietly) return [];
  const entry = bootstrap.getIgnoringCase('startAdapterQuietly');
  // What the image has elsewhere is not known.
  if (entry === undefined && options.bakedIn === true && !bootstrap.properties.isOnDisk) return [];
  const unread = entry !== undefined && entry.value !== '' && parseBoolean(entry.value) === undefined;
  const message =
    entry === undefined || entry.value === ''
      ? 'startAdapterQuietly is not set, and true by default: failures leave no message'
      : unread
        ? `startAdapterQuietly is ${displayValue(entry)}, which is neither true nor false, and true by default: failures leave no message`
        : `startAdapterQuietly is ${entry.value}: failures leave no message`;
  const trimmed = parseBoolean(entry?.value.trim() ?? '') === false;
  const hint = unread && trimmed ? withoutBlank(entry) : 'set startAdapterQuietly=false';
  const fix: Fix | undefined = entry === undefined ? undefined : { kind: 'set', value: 'false' };
  const at = entry?.at ?? { file: bootstrap.properties.file };
  return [finding(quietStart, at, { message, hint, ...(fix === undefined ? {} : { fix }) })];
}

function checkModes({ bootstrap }: Reading): Finding[] {
  return readPreProcessors(bootstrap)
    .filter(({ implKnown, kind }) => !implKnown && kind !== 'other')
    .map(({ impl, implAt, at }) => {
      const near = substitutionModes.find((mode) => mode.toLowerCase() === impl.toLowerCase());
      const [guess] =
        near === undefined
          ? nearMatches(impl, ['SIMPLE', 'SIMPLE_WITH_LOGGING', 'STRICT', 'STRICT_WITH_LOGGING'])
          : [near];
      const message = `'${impl}' is no substitution mode`;
      return finding(unknownSubstitutionMode, implAt ?? at, { message, hint: `write '${guess ?? 'SIMPLE'}'` });
    });
}

function checkLogging(reading: Reading): Finding[] {
  const { bootstrap, release } = reading;
  if (!readPreProcessors(bootstrap).some(({ logging }) => logging)) return [];
  // The logger of that name writes what is replaced.
  if (!logsAtTrace(reading, 'VariableSubstitution')) return [];
  return readPreProcessors(bootstrap)
    .filter(({ logging }) => logging)
    .map(({ impl, implAt, at, strict, name }) => {
      const mode = strict ? 'STRICT' : 'SIMPLE';
      const message = `'${impl}' makes ${name} log the value of every variable`;
      return finding(substitutionLogsValues, implAt ?? at, {
        message,
        hint: `write '${isSince(release, '3.9.3') ? mode : mode.toLowerCase()}'`,
      });
    });
}
