import { ComponentField } from './component-field';
import type { ClassRecord, FieldRecord, ListenRecord } from './format';
import { fullName, keyOf } from './java-type';
import { rangedEntries, rangedFlag, rangedValue } from './ranged';
import { inRange } from './version-range';
import type { Version } from './version-range';
import { javaNameOf } from './xml-name';

/** Where a class finds those that it extends. */
interface ClassesOfRelease {
  readonly version: Version;
  named(className: string): ComponentClass | undefined;
}

/** A configurable class, as one release has it; what it inherits is found through it. */
export class ComponentClass {
  /** Full name. */
  public readonly name: string;
  /** Element name, or value of `class`. @default - it has none, and goes by its full name */
  public readonly alias?: string;
  private fieldsByJavaName: Map<string, ComponentField> | undefined;
  private ignoredNames: Set<string> | undefined;
  private types: Set<string> | undefined;
  private classes: readonly ComponentClass[] | undefined;
  private required: readonly ComponentField[] | undefined;
  private implicitCollections:
    { readonly byTag: ReadonlyMap<string, ComponentField>; readonly open: readonly ComponentField[] } | undefined;

  /** @internal */
  public constructor(
    private readonly release: ClassesOfRelease,
    className: string,
    /** What is written of it. */
    public readonly record: ClassRecord,
  ) {
    this.name = fullName(className);
    const alias = record.a === undefined ? undefined : rangedValue(record.a, release.version);
    if (alias !== undefined) this.alias = alias;
  }

  /** The name that a configuration uses: the alias, else the full name. */
  public get label(): string {
    return this.alias ?? this.name;
  }

  /** `service`, `consumer`, `producer`, `connection`, `workflow`, … */
  public get kind(): string | undefined {
    return this.record.k;
  }

  /** The module whose jar has it, in this release. */
  public get module(): string | undefined {
    return this.record.m === undefined ? undefined : rangedValue(this.record.m, this.release.version);
  }

  /** An interface or abstract class, which can only be used with a `class` attribute. */
  public get isAbstract(): boolean {
    return this.record.if === 1 || this.flag(this.record.abs);
  }

  /** Nothing is known of it but its name: do not look inside. */
  public get isOpaque(): boolean {
    return this.record.o === 1;
  }

  /** It, or a class that it extends, reads its own content in a way that fields do not tell. */
  public get readsItsOwnContent(): boolean {
    return this.chain.some(({ record }) => record.cs === 1 || this.flag(record.bean));
  }

  /** Constants of an enum. */
  public get constants(): readonly string[] | undefined {
    return this.record.e === undefined ? undefined : rangedEntries(this.record.e, this.release.version);
  }

  public get isDeprecated(): boolean {
    return rangedFlag(this.record.dep, this.release.version);
  }

  /** All of its fields are known, and so is what it is assignable to. */
  public get isFullyKnown(): boolean {
    return !this.readsItsOwnContent && this.chain.every((each) => !each.isOpaque && !each.lacksSuperclass);
  }

  private get lacksSuperclass(): boolean {
    const name = this.record.x === undefined ? undefined : rangedValue(this.record.x, this.release.version);
    return name !== undefined && !name.startsWith('java.') && this.superclass === undefined;
  }

  /** The implicit collection whose items have a tag; those that take any alias are {@link openCollections}. */
  public collectionOf(itemTag: string): ComponentField | undefined {
    return this.implicit.byTag.get(itemTag);
  }

  /** The implicit collections that take any alias that fits. */
  public get openCollections(): readonly ComponentField[] {
    return this.implicit.open;
  }

  /** The fields that bean validation demands, and that nothing fills. */
  public get requiredFields(): readonly ComponentField[] {
    return (this.required ??= this.fields.filter((field) => field.record.r !== undefined && !this.fills(field)));
  }

  private get implicit(): NonNullable<typeof this.implicitCollections> {
    return (this.implicitCollections ??= {
      byTag: new Map(
        this.fields.flatMap((field): [string, ComponentField][] =>
          field.itemTag === undefined || field.itemTag === '*' ? [] : [[field.itemTag, field]],
        ),
      ),
      open: this.fields.filter(({ itemTag }) => itemTag === '*'),
    });
  }

  /** The superclass, where it is one of the catalogue. */
  public get superclass(): ComponentClass | undefined {
    const name = this.record.x === undefined ? undefined : rangedValue(this.record.x, this.release.version);
    return name === undefined ? undefined : this.release.named(name);
  }

  /** The class itself and those that it extends, nearest first, as far as the catalogue has them. */
  public get chain(): readonly ComponentClass[] {
    if (this.classes !== undefined) return this.classes;
    const chain: ComponentClass[] = [this];
    for (let next = this.superclass; next !== undefined && !chain.includes(next); next = next.superclass)
      chain.push(next);
    return (this.classes = chain);
  }

  /** Whether it is, extends or implements a class of that full name or short name. */
  public isA(className: string): boolean {
    const name = fullName(className);
    return name === 'java.lang.Object' || this.allTypes().has(name);
  }

  /** Own and inherited fields, by the name that Interlok writes; of two with one name, that of the nearest class. */
  public get fields(): readonly ComponentField[] {
    return [...this.fieldMap().values()];
  }

  /** The field that an element is: by the rules of XStream, `unique-id`, `uniqueId` and `Unique-Id` are the same. */
  public field(elementName: string): ComponentField | undefined {
    return this.fieldMap().get(javaNameOf(elementName));
  }

  /** Whether an element is that of a transient field, which XStream skips with all below it. */
  public ignores(elementName: string): boolean {
    this.ignoredNames ??= new Set(
      this.chain.flatMap(({ record }) => rangedEntries(record.ig, this.release.version)).map(javaNameOf),
    );
    return this.ignoredNames.has(javaNameOf(elementName));
  }

  /** Whether an own or inherited constructor fills the field, so that leaving it out is no fault. */
  public fills(field: ComponentField): boolean {
    return field.record.i === 1 || this.filledWith(field) !== undefined;
  }

  /** What the nearest constructor puts into a field: a literal, `@` and a class, or 1 for something else. */
  public filledWith(field: ComponentField): string | number | undefined {
    for (const { record } of this.chain) {
      const value = record.set?.[field.name];
      const filled = value === undefined ? undefined : rangedValue(value, this.release.version);
      if (filled !== undefined) return filled;
    }
    return undefined;
  }

  /** How it opens a server socket; inherited. */
  public get listen(): ListenRecord | undefined {
    return this.inherited('listen');
  }

  /** The fields that hold the address it connects to (`a/b`: field b below field a); empty where the address is elsewhere. */
  public get connectsTo(): readonly string[] | undefined {
    return this.inherited('out');
  }

  /** The protocol it connects with. */
  public get protocol(): string | undefined {
    return this.inherited('proto');
  }

  /** `none`: never connects. `reference`: is another, shared one. `depends`: on what is inside. */
  public get network(): 'none' | 'reference' | 'depends' | undefined {
    return this.inherited('net');
  }

  /** Of an HTTP consumer: the fields with path and methods. */
  public get route(): Readonly<Record<string, string>> | undefined {
    return this.inherited('route');
  }

  /** Classes that it says go together with it: of a consumer, the connections that it belongs on. */
  public get recommended(): readonly ComponentClass[] {
    return (this.record.rec ?? []).flatMap((name) => this.release.named(name) ?? []);
  }

  /** Whether it asks by itself, on a `poller`. */
  public get polls(): boolean {
    return this.inherited('polls') === 1;
  }

  /** Whether it fires without cause from outside. */
  public get firesByItself(): boolean {
    return this.inherited('timer') === 1;
  }

  /**
   * Fields that name files: `r` reads, `w` writes, `rw` both, `t` temporary, `s` state that outlives the process and must not
   * be shared by two. Inherited ones too.
   */
  public get files(): Readonly<Record<string, string>> {
    return Object.assign({}, ...this.chain.map(({ record }) => record.files ?? {}).reverse()) as Record<string, string>;
  }

  private inherited<K extends 'listen' | 'out' | 'proto' | 'net' | 'route' | 'polls' | 'timer'>(
    key: K,
  ): ClassRecord[K] | undefined {
    return this.chain.find(({ record }) => record[key] !== undefined)?.record[key];
  }

  private flag(flag: ClassRecord['abs']): boolean {
    return typeof flag === 'object'
      ? rangedValue(flag, this.release.version) === 1
      : rangedFlag(flag, this.release.version);
  }

  private fieldMap(): Map<string, ComponentField> {
    if (this.fieldsByJavaName !== undefined) return this.fieldsByJavaName;
    const fields = new Map(this.superclass?.fieldMap());
    for (const [name, records] of Object.entries(this.record.f ?? {})) {
      const record = this.versionOf(records);
      if (record !== undefined) fields.set(javaNameOf(name), new ComponentField(name, this.name, record));
    }
    return (this.fieldsByJavaName = fields);
  }

  private versionOf(records: FieldRecord | readonly FieldRecord[]): FieldRecord | undefined {
    const all = Array.isArray(records) ? (records as readonly FieldRecord[]) : [records as FieldRecord];
    return all.find(({ v }) => inRange(this.release.version, v));
  }

  private allTypes(): ReadonlySet<string> {
    if (this.types !== undefined) return this.types;
    const types = (this.types = new Set<string>([this.name]));
    const superclass = this.record.x === undefined ? undefined : rangedValue(this.record.x, this.release.version);
    const parents = [
      ...(superclass === undefined ? [] : [superclass]),
      ...rangedEntries(this.record.i, this.release.version),
    ];
    for (const parent of parents) {
      types.add(fullName(parent));
      for (const type of this.release.named(keyOf(fullName(parent)))?.allTypes() ?? []) types.add(type);
    }
    return types;
  }
}
