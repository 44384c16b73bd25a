/**
 * The form in which a catalogue of configurable classes is written (`interlok-catalogue/1`): what `npm run catalogue` reads,
 * and what describes the components of a jar of one's own.
 *
 * Class names are Java's, `~` in front for `com.adaptris.`; elements and fields have the names that XML gives them. A range is
 * one of Maven's: `[3.11.0,4.0.0)`. Where it is missing, the thing is there in every version of its module.
 */
export interface CatalogueFile {
  readonly format: string;
  /** What `~` stands for. */
  readonly prefix?: string;
  readonly releases?: Readonly<Record<string, ReleaseRecord>>;
  readonly modules?: Readonly<Record<string, ModuleRecord>>;
  readonly managementComponents?: Readonly<Record<string, readonly PartRecord[]>>;
  readonly preProcessors?: Readonly<Record<string, readonly PartRecord[]>>;
  /** XStream's own names of the JDK's classes. */
  readonly xstreamAliases?: Readonly<Record<string, string>>;
  /** Constants of enums that are not Interlok's. */
  readonly externalEnums?: Readonly<Record<string, readonly string[]>>;
  readonly classes: Readonly<Record<string, ClassRecord>>;
}

/** The format that this project reads. */
export const catalogueFormat = 'interlok-catalogue/1';

/** A value, or each of its values with the range of versions that have it. */
export type Ranged<T extends string | number> = T | readonly (readonly [T, string])[];

/** An entry of a list: always there, or within a range. */
export type RangedEntry = string | readonly [string, string];

export interface ReleaseRecord {
  readonly date: string | null;
  readonly xstream: string | null;
  /** 1: not everything of the release is known. */
  readonly partial?: number;
}

export interface ModuleRecord {
  /** First known version; `?` where it is not known. */
  readonly first: string;
  readonly last: string;
  /** File name without version. */
  readonly jar: Ranged<string>;
  /** Releases whose image has it. */
  readonly stock?: string;
  /** 1: there is no public source. */
  readonly closed?: number;
  readonly repo?: string;
  readonly aliases?: number;
  readonly listed?: string;
}

/** A management component or pre-processor: the module that has it, and since when. */
export interface PartRecord {
  readonly m: string;
  readonly v?: string;
}

export interface ClassRecord {
  /** Alias. */
  readonly a?: Ranged<string>;
  /** Kind: `service`, `consumer`, `connection`, … */
  readonly k?: string;
  /** Module; of a class that moved, each with its range. */
  readonly m?: Ranged<string>;
  readonly v?: string;
  /** Superclass. */
  readonly x?: Ranged<string>;
  /** Interfaces. */
  readonly i?: readonly RangedEntry[];
  readonly if?: number;
  readonly abs?: Ranged<number> | string;
  /** Own fields by XML name. */
  readonly f?: Readonly<Record<string, FieldRecord | readonly FieldRecord[]>>;
  /** Constants of an enum. */
  readonly e?: readonly RangedEntry[];
  /** Inherited fields that the constructor fills. */
  readonly set?: Readonly<Record<string, Ranged<string | number>>>;
  /** Own transient fields. */
  readonly ig?: readonly RangedEntry[];
  readonly dep?: number | string;
  /** Release in which the source announces the removal. */
  readonly rm?: string;
  readonly since?: string;
  readonly tag?: readonly string[];
  readonly rec?: readonly string[];
  /** No usable constructor. */
  readonly nc?: number;
  /** Writes its own content. */
  readonly cs?: number;
  /** Old bean form. */
  readonly bean?: number | string;
  /** Opaque: known by name alone. */
  readonly o?: number;
  readonly listen?: ListenRecord;
  readonly out?: readonly string[];
  readonly proto?: string;
  readonly net?: 'none' | 'reference' | 'depends';
  readonly route?: Readonly<Record<string, string>>;
  readonly polls?: number;
  readonly timer?: number;
  readonly files?: Readonly<Record<string, string>>;
}

export interface ListenRecord {
  readonly proto: string;
  readonly port?: string;
  readonly default?: number | null;
  readonly host?: string;
  readonly via?: string;
  readonly paths?: readonly string[];
}

export interface FieldRecord {
  /** Java type. */
  readonly t: string;
  readonly v?: string;
  /** Implicit collection: the tag of its items, `*` for any alias that fits. */
  readonly im?: string;
  /** Required by bean validation: `n` not null, `b` not blank, `e` not empty. */
  readonly r?: 'n' | 'b' | 'e';
  /** Filled by its initialiser or the constructor. */
  readonly i?: number;
  readonly d?: string;
  readonly ic?: string;
  readonly min?: string;
  readonly max?: string;
  readonly re?: string;
  readonly pw?: number;
  readonly ext?: number;
  readonly expr?: number;
  /** Bean validation goes on below it. */
  readonly va?: number;
  readonly adv?: number;
  readonly dep?: number;
  readonly rm?: string;
}
