import { readClass } from './class-line';
import type { CatalogueFile, ClassRecord, ModuleRecord, PartRecord, ReleaseRecord } from './format';
import { keyOf } from './java-type';
import { SortedLines } from './sorted-lines';
import { compareVersions, parseVersion } from './version-range';
import type { Version } from './version-range';

/**
 * What is written of every class, in all releases. Nothing is parsed before somebody asks for it; what was parsed once stays.
 */
export class CatalogueRecords {
  private readonly lines: SortedLines;
  private readonly classes = new Map<string, ClassRecord | undefined>();
  private readonly values = new Map<string, unknown>();
  private newest: Version | undefined;
  private aliasesRead: Map<string, string[]> | undefined;
  private readonly ownAliases = new Map<string, string[]>();
  private readonly own: Readonly<Record<string, ClassRecord>>;
  private readonly ownModules = new Set<string>();
  private readonly ownEnums: Readonly<Record<string, readonly string[]>>;

  /**
   * @param text the catalogue's text
   * @param own classes and enums of one's own, which hide those of the text
   */
  public constructor(text: string, own: Pick<CatalogueFile, 'classes' | 'externalEnums'> = { classes: {} }) {
    this.lines = new SortedLines(text);
    this.own = own.classes;
    this.ownEnums = own.externalEnums ?? {};
    for (const [key, { a, m }] of Object.entries(own.classes)) {
      for (const module of m === undefined ? [] : typeof m === 'string' ? [m] : m.map(([name]) => name))
        this.ownModules.add(module);
      for (const alias of a === undefined ? [] : typeof a === 'string' ? [a] : a.map(([name]) => name)) {
        this.ownAliases.set(alias, [...(this.ownAliases.get(alias) ?? []), key]);
      }
    }
  }

  /** What is written of a class, by its full name or the catalogue's short one. */
  public record(className: string): ClassRecord | undefined {
    const key = keyOf(className);
    if (this.classes.has(key)) return this.classes.get(key);
    const record = this.own[key] ?? this.own[className] ?? this.readClass(key);
    if (record !== undefined || this.classes.size < mostKept) this.classes.set(key, record);
    return record;
  }

  /** Whether the class is one of those that were added to the text. */
  public isOwn(className: string): boolean {
    return Object.hasOwn(this.own, keyOf(className)) || Object.hasOwn(this.own, className);
  }

  /** Whether a class of one's own is in a module of that name: whoever describes the jar has it. */
  public isOwnModule(name: string): boolean {
    return this.ownModules.has(name);
  }

  /** Short names of the classes that have, or had, an alias; own ones first. */
  public classesWithAlias(alias: string): readonly string[] {
    const found = this.aliasIndex.get(alias) ?? [];
    const own = this.ownAliases.get(alias);
    return own === undefined ? found : [...own, ...found];
  }

  /** Every class with its short name. Reads the whole catalogue: for findings alone. */
  public *allClasses(): Generator<readonly [key: string, record: ClassRecord]> {
    yield* Object.entries(this.own);
    for (const [key] of this.lines.startingWith('')) {
      const record = key.includes(' ') || Object.hasOwn(this.own, key) ? undefined : this.record(key);
      if (record !== undefined) yield [key, record];
    }
  }

  /** Every alias there is or was. */
  public get aliases(): readonly string[] {
    return [...new Set([...this.ownAliases.keys(), ...this.aliasIndex.keys()])];
  }

  /** A module, for example `interlok-json`. */
  public module(name: string): ModuleRecord | undefined {
    return this.value(`module ${name}`) as ModuleRecord | undefined;
  }

  /** The names of all modules. */
  public get modules(): readonly string[] {
    return this.keys('module ');
  }

  /** The modules that have a management component of that name. */
  public managementComponent(name: string): readonly PartRecord[] {
    return (this.value(`management-component ${name}`) as readonly PartRecord[] | undefined) ?? [];
  }

  /** The names of all management components. */
  public get managementComponents(): readonly string[] {
    return this.keys('management-component ');
  }

  /** The modules that have a pre-processor of that name. */
  public preProcessor(name: string): readonly PartRecord[] {
    return (this.value(`pre-processor ${name}`) as readonly PartRecord[] | undefined) ?? [];
  }

  /** The names of all pre-processors. */
  public get preProcessors(): readonly string[] {
    return this.keys('pre-processor ');
  }

  /** The class that an alias of XStream's own stands for, for example `java.lang.String` for `string`. */
  public xstreamClass(alias: string): string | undefined {
    return this.value(`xstream ${alias}`) as string | undefined;
  }

  /** The constants of an enum that is not Interlok's. */
  public externalEnum(className: string): readonly string[] | undefined {
    return this.ownEnums[className] ?? (this.value(`enum ${className}`) as readonly string[] | undefined);
  }

  /** The known releases, by number. */
  public get releases(): Readonly<Record<string, ReleaseRecord>> {
    return (this.value('all releases') as Readonly<Record<string, ReleaseRecord>> | undefined) ?? {};
  }

  /** The newest release that was read in full. */
  public get newestKnown(): Version {
    if (this.newest !== undefined) return this.newest;
    const versions = Object.entries(this.releases).flatMap(([name, { partial }]) =>
      partial === 1 ? [] : [parseVersion(name)],
    );
    return (this.newest = versions.reduce((a, b) => (compareVersions(a, b) < 0 ? b : a), [0]));
  }

  private readClass(key: string): ClassRecord | undefined {
    const value = isName(key) ? this.lines.get(key) : undefined;
    return value === undefined ? undefined : readClass(value);
  }

  /** Class names by alias. */
  private get aliasIndex(): ReadonlyMap<string, readonly string[]> {
    if (this.aliasesRead !== undefined) return this.aliasesRead;
    const index = new Map<string, string[]>();
    for (const [, name = '', aliases = ''] of this.lines.matches(/^([^\t ]+)\t([^\t]+)\t/gm))
      for (const alias of aliases.split(' ')) {
        const names = index.get(alias);
        if (names === undefined) index.set(alias, [name]);
        else names.push(name);
      }
    return (this.aliasesRead = index);
  }

  private keys(prefix: string): readonly string[] {
    const key = `keys ${prefix}`;
    const known = this.values.get(key) as readonly string[] | undefined;
    if (known !== undefined) return known;
    const keys = [...this.lines.startingWith(prefix)].map(([name]) => name);
    this.values.set(key, keys);
    return keys;
  }

  private value(key: string): unknown {
    if (this.values.has(key)) return this.values.get(key);
    const text = this.lines.get(key);
    const value: unknown = text === undefined ? undefined : JSON.parse(text);
    if (value !== undefined || this.values.size < mostKept) this.values.set(key, value);
    return value;
  }
}

/** Names that nobody knows are remembered too, but those of a hostile file must not pile up. */
const mostKept = 10_000;

/** Names of classes are single words; other keys have two. */
function isName(text: string): boolean {
  return !/\s/.test(text);
}
