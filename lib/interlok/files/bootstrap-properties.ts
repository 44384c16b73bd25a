import type { Located } from '../../findings';
import { parseBoolean, parseLong } from '../java';
import { componentName } from '../releases';
import type { PropertiesFile, PropertyEntry } from './properties';

/** A name out of a list in a property, with its place. */
export interface NamedAt {
  readonly name: string;
  readonly at: Located;
}

/** Interlok's own `operationTimeout`, in milliseconds. */
export const defaultOperationTimeoutMillis = 120_000;

/**
 * What bootstrap.properties says, with Interlok's defaults where it says nothing.
 *
 * @see adaptris/interlok:interlok-core/src/main/java/com/adaptris/core/management/BootstrapProperties.java@5.0.3
 */
export class BootstrapProperties {
  /** Values of `adapterConfigUrl*`, their keys sorted as strings; the first is the primary one. */
  public readonly adapterConfigUrls: readonly PropertyEntry[];
  /** `sysprop.X` keys and `-DX` options: system properties of the process. */
  public readonly systemProperties: ReadonlyMap<string, string>;
  private readonly entries: ReadonlyMap<string, PropertyEntry>;
  private components: readonly NamedAt[] | undefined;
  private processors: readonly NamedAt[] | undefined;

  public constructor(
    public readonly properties: PropertiesFile,
    /** `-D` options of the JVM, which override four of the keys. */
    jvmOptions: ReadonlyMap<string, string> = new Map(),
  ) {
    const entries = new Map(properties.effective().map((entry) => [entry.key, entry]));
    for (const [option, key] of overrides) {
      const value = jvmOptions.get(option);
      const at = { file: properties.file };
      if (value !== undefined && value.trim() !== '') entries.set(key, { key, value, at, valueAt: at });
    }
    this.entries = entries;
    this.adapterConfigUrls = this.startingWith('adapterConfigUrl');
    const own = [...entries.values()].filter(({ key }) => key.toLowerCase().startsWith('sysprop.'));
    this.systemProperties = new Map([...jvmOptions, ...own.map(({ key, value }) => [key.slice(8), value] as const)]);
  }

  /** The entry of a key that Interlok looks up as it is. */
  public get(key: string): PropertyEntry | undefined {
    return this.entries.get(key);
  }

  /** The entry of a key that Interlok looks up in any case. */
  public getIgnoringCase(key: string): PropertyEntry | undefined {
    const exact = this.entries.get(key);
    if (exact !== undefined) return exact;
    const lower = key.toLowerCase();
    return [...this.entries.values()].find((entry) => entry.key.toLowerCase() === lower);
  }

  /** Entries whose keys start with a prefix in any case, sorted by key as strings. */
  public startingWith(prefix: string): readonly PropertyEntry[] {
    const lower = prefix.toLowerCase();
    const found = [...this.entries.values()].filter(({ key }) => key.toLowerCase().startsWith(lower));
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** A key that is `true` or `false` in any of Java's spellings. */
  public isEnabled(key: string, byDefault: boolean): boolean {
    return parseBoolean(this.getIgnoringCase(key)?.value ?? '') ?? byDefault;
  }

  /** Names in `managementComponents`, in order. */
  public get managementComponents(): readonly NamedAt[] {
    return (this.components ??= namesIn(this.getIgnoringCase('managementComponents')));
  }

  /** Names in `preProcessors`, in order. */
  public get preProcessors(): readonly NamedAt[] {
    return (this.processors ??= namesIn(this.getIgnoringCase('preProcessors')));
  }

  /** Whether Interlok hides the reason when it cannot start; true unless the file says otherwise. */
  public get startAdapterQuietly(): boolean {
    return this.isEnabled('startAdapterQuietly', true);
  }

  /** `operationTimeout` in milliseconds; what is no positive whole number counts as absent. */
  public get operationTimeoutMillis(): number {
    const millis = parseLong(this.get('operationTimeout')?.value ?? '') ?? 0;
    return millis < 1 ? defaultOperationTimeoutMillis : millis;
  }

  /** Whether a management component is enabled. */
  public hasComponent(name: string): boolean {
    return this.managementComponents.some((component) => componentName(component.name) === name);
  }
}

/** System properties that override keys, since 3.6.2. */
const overrides = [
  ['interlok.config.url', 'adapterConfigUrl'],
  ['interlok.logging.url', 'loggingConfigUrl'],
  ['interlok.jmxserviceurl', 'jmxserviceurl'],
  ['interlok.mgmt.components', 'managementComponents'],
] as const;

/** `-Dname=value` options in the variables that the image's entrypoint passes to java, or that java reads; later ones win. */
export function jvmOptionsIn(environment: Readonly<Record<string, string | undefined>>): ReadonlyMap<string, string> {
  const options = new Map<string, string>();
  for (const variable of ['JAVA_TOOL_OPTIONS', 'JDK_JAVA_OPTIONS', 'JVM_ARGS', 'JAVA_OPTS', '_JAVA_OPTIONS']) {
    for (const word of (environment[variable] ?? '').split(/\s+/)) {
      const equals = word.indexOf('=');
      if (word.startsWith('-D') && equals > 2) options.set(word.slice(2, equals), word.slice(equals + 1));
    }
  }
  return options;
}

/** Placing a name takes time that grows with the list; behind this many, the place is that of the list. */
const mostPlaced = 100;

/** The `:`-separated names in a value as they are, each with its place: Interlok takes no white space away. */
function namesIn(entry: PropertyEntry | undefined): readonly NamedAt[] {
  if (entry === undefined) return [];
  const names: NamedAt[] = [];
  let offset = 0;
  for (const part of entry.value.split(':')) {
    const name = part;
    const index = offset + part.length - part.trimStart().length;
    const placed = names.length < mostPlaced ? entry.placeOf?.(index) : undefined;
    if (name !== '') names.push({ name, at: placed ?? entry.valueAt });
    offset += part.length + 1;
  }
  return names;
}
