import { type Finding, finding } from '../../findings';
import {
  type BootstrapProperties,
  type ConfigDirectory,
  type ConfigFile,
  describeTarget,
  isThisHost,
  leftOutReason,
  mayBeInPod,
  type PropertyEntry,
  targetOf,
  trailingBlank,
} from '../files';
import type { ReadOptions } from '../read-options';
import { readingRules } from './reading-rules';

/** The adapter's file, and what is wrong with how it is named. */
export interface AdapterFile {
  /** @default - there is none to read */
  readonly path?: string;
  readonly findings: readonly Finding[];
}

/** What the adapter's file is looked for in. */
export interface AdapterFileSources {
  readonly bootstrap: BootstrapProperties;
  readonly disk: ConfigDirectory;
  readonly files: ReadonlyMap<string, ConfigFile>;
  readonly options: ReadOptions;
}

const goodUrl = 'file://localhost/./config/adapter.xml';

/**
 * The file that Interlok loads: the first of the adapter's URLs behind which there is one. Where all of them lead out of the
 * directory, adapter.xml is read in its stead, so that the model stays complete beside the finding.
 *
 * @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core/management/BootstrapProperties.java (findAdapterResource)
 */
export function findAdapterFile(sources: AdapterFileSources): AdapterFile {
  const { bootstrap, disk, files, options } = sources;
  const [primary] = bootstrap.adapterConfigUrls;
  const plain = files.has('adapter.xml') ? { path: 'adapter.xml' } : {};
  if (primary === undefined) return { ...plain, findings: 'path' in plain ? [] : [missing(sources)] };
  const elsewhere: Finding[] = [];
  for (const entry of bootstrap.adapterConfigUrls) {
    const target = targetOf(entry.value);
    if (target.kind === 'config' && files.has(target.path)) {
      const findings = isThisHost(target.host) ? elsewhere : [...elsewhere, byFtp(entry, target.host ?? '')];
      return { path: target.path, findings };
    }
    if (target.kind !== 'config' && mayBeInPod(target, options.stockImage)) elsewhere.push(outside(entry, options));
  }
  const inside = bootstrap.adapterConfigUrls.some(({ value }) => targetOf(value).kind === 'config');
  if (inside || !('path' in plain)) return { findings: disk.files.length === 0 ? [] : [missing(sources)] };
  return { ...plain, findings: elsewhere.length > 0 ? elsewhere : [outside(primary, options)] };
}

/** The adapter comes from elsewhere, or from nowhere. */
function outside(entry: PropertyEntry, options: ReadOptions): Finding {
  const target = targetOf(entry.value);
  const where = describeTarget(entry, target);
  if (!mayBeInPod(target, options.stockImage))
    return finding(readingRules.adapterElsewhere, entry.valueAt, {
      message: `${where}, and the pod finds no adapter there`,
      hint: `write ${goodUrl}`,
    });
  return finding(readingRules.adapterElsewhere, entry.valueAt, {
    severity: 'warning',
    message: `${where}: what is derived here comes from the adapter.xml of the directory instead`,
    hint: `write ${goodUrl}, or keep the two the same`,
  });
}

function byFtp(entry: PropertyEntry, host: string): Finding {
  return finding(readingRules.adapterElsewhere, entry.valueAt, {
    message: `${entry.key} names the host '${host}', which Interlok would ask for the file by FTP`,
    hint: `write ${goodUrl}`,
  });
}

/** The adapter's file is not where it is said to be. */
function missing({ bootstrap, disk, options }: AdapterFileSources): Finding {
  const inside = bootstrap.adapterConfigUrls.find(({ value }) => targetOf(value).kind === 'config');
  const target = inside === undefined ? undefined : targetOf(inside.value);
  if (inside !== undefined && target?.kind === 'config') {
    const { path } = target;
    const what =
      options.externalFiles?.includes(path) === true
        ? 'comes from a Secret, and cannot be read here'
        : `is ${leftOutReason(path, disk.leftOut) ?? whyNotThere(path, disk)}`;
    const versioned = bootstrap.startingWith('vcs.workingcopy.url').length > 0;
    const trimmed = path.trim();
    const isBlank = trailingBlank(inside.value) && disk.files.some((file) => file.path === trimmed);
    const hint = isBlank
      ? `write '${inside.value.trim()}' without the blank behind it`
      : versioned
        ? 'add a checkout: version control cannot make one in a read-only directory'
        : 'add the file, or correct the URL';
    const message = `'${path}', which ${inside.key} names, ${what}`;
    const fix = isBlank ? { fix: { kind: 'trim' } as const } : {};
    return finding(readingRules.adapterMissing, inside.valueAt, { message, hint, ...fix });
  }
  const message = `'adapter.xml' is ${leftOutReason('adapter.xml', disk.leftOut) ?? whyNotThere('adapter.xml', disk)}`;
  const hint = 'add it, or name another directory';
  return finding(readingRules.adapterMissing, { file: disk.displayPath('adapter.xml') }, { message, hint });
}

function whyNotThere(path: string, { directories }: ConfigDirectory): string {
  return directories.has(path) ? 'a directory where a file should be' : 'not in the directory';
}
