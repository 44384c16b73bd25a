import { ComponentClass } from './component-class';
import type { ComponentField } from './component-field';
import type { ModuleRecord, PartRecord } from './format';
import { fullName, type JavaType } from './java-type';
import { rangedValue } from './ranged';
import type { CatalogueRecords } from './records';
import { compareVersions, inRange, parseVersion } from './version-range';
import type { Version } from './version-range';

/** The classes of the catalogue as one release has them, of all modules, whether an image carries them or not. */
export class ReleaseCatalogue {
  private readonly classes = new Map<string, ComponentClass | undefined>();

  /** @internal See Catalogue.at. */
  public constructor(
    public readonly catalogue: CatalogueRecords,
    public readonly version: Version,
    /** As text, for example `5.0.1`. */
    public readonly release: string,
  ) {}

  /** What an alias or a full class name means in this release: the value of a `class` attribute. */
  public find(name: string): ComponentClass | undefined {
    return this.withAlias(name)[0] ?? this.named(name);
  }

  /** The classes with an alias in this release: one, or in 3.x, with all jars, more. */
  public withAlias(alias: string): readonly ComponentClass[] {
    return this.catalogue.classesWithAlias(alias).flatMap((key) => {
      const found = this.named(key);
      return found?.alias === alias ? [found] : [];
    });
  }

  /** The class of a full name, or the catalogue's short one, in this release: the same object for both. */
  public named(className: string): ComponentClass | undefined {
    const name = fullName(className);
    if (this.classes.has(name)) return this.classes.get(name);
    const found = this.read(name);
    if (found !== undefined) this.classes.set(name, found);
    return found;
  }

  /** Every class of this release. Reads the whole catalogue: for findings alone. */
  public *all(): Generator<ComponentClass> {
    for (const [key] of this.catalogue.allClasses()) {
      const found = this.named(key);
      if (found !== undefined) yield found;
    }
  }

  /** What the items of a collection are; those of a list of Interlok's own are those of the list inside. */
  public itemTypeOf(collection: ComponentField): JavaType | undefined {
    if (collection.itemType !== undefined) return collection.itemType;
    return this.named(collection.type.name)?.fields.find(({ itemType }) => itemType !== undefined)?.itemType;
  }

  /** Whether not everything of this release is known: it is newer than the newest that was read in full. */
  public get isPartlyKnown(): boolean {
    return compareVersions(this.version, this.catalogue.newestKnown) > 0;
  }

  /** Whether it is the given release or a newer one. */
  public isSince(release: string): boolean {
    return compareVersions(this.version, parseVersion(release)) >= 0;
  }

  /** Whether there is a jar of the module for this release. */
  public hasModule(name: string): boolean {
    const module = this.catalogue.module(name);
    return module !== undefined && this.covers(module);
  }

  /** Whether the stock image of this release has the module. */
  public isStock(name: string): boolean {
    const stock = this.catalogue.module(name)?.stock;
    return stock !== undefined && inRange(this.version, stock);
  }

  /** Whether it is a module of one's own, whose classes were described. */
  public isOwnModule(name: string): boolean {
    return this.catalogue.isOwnModule(name);
  }

  /** The jar of a module, without its version: `interlok-json`, or `adp-json` before 3.8.0. */
  public jarOf(module: string): string {
    const record = this.catalogue.module(module);
    return (record === undefined ? undefined : rangedValue(record.jar, this.version)) ?? module;
  }

  /** The modules of this release that have a management component. */
  public modulesOfManagementComponent(name: string): readonly string[] {
    return this.modulesOf(this.catalogue.managementComponent(name));
  }

  /** The modules of this release that have a pre-processor. */
  public modulesOfPreProcessor(name: string): readonly string[] {
    return this.modulesOf(this.catalogue.preProcessor(name));
  }

  private modulesOf(parts: readonly PartRecord[]): readonly string[] {
    return parts.filter(({ m, v }) => inRange(this.version, v) && this.hasModule(m)).map(({ m }) => m);
  }

  private covers({ first, last, stock }: ModuleRecord): boolean {
    if (first !== '?' && compareVersions(this.version, parseVersion(first)) < 0) return false;
    // What the image has goes on with each release, known or not.
    return (
      (stock !== undefined && inRange(this.version, stock)) ||
      compareVersions(this.version, parseVersion(last)) <= 0 ||
      // A module that was still built for the newest known release goes on with the next one.
      (this.isPartlyKnown && compareVersions(parseVersion(last), this.catalogue.newestKnown) >= 0)
    );
  }

  private read(className: string): ComponentClass | undefined {
    const record = this.catalogue.record(className);
    if (record === undefined) return undefined;
    if (!this.catalogue.isOwn(className)) {
      if (!inRange(this.version, record.v)) return undefined;
      const module = record.m === undefined ? undefined : rangedValue(record.m, this.version);
      if (module === undefined || !this.hasModule(module)) return undefined;
    }
    return new ComponentClass(this, className, record);
  }
}
