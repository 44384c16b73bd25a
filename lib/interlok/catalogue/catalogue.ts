import { formatRelease, type Release } from '../releases';
import { data } from './data';
import type { CatalogueFile, ClassRecord } from './format';
import { keyOf } from './java-type';
import { CatalogueRecords } from './records';
import { ReleaseCatalogue } from './release-catalogue';
import { parseVersion } from './version-range';

/** What is known of every configurable class of Interlok, in all releases. */
export class Catalogue extends CatalogueRecords {
  private static shared: Catalogue | undefined;
  private readonly releaseCatalogues = new Map<string, ReleaseCatalogue>();
  private readonly extended = new WeakMap<CatalogueFile, Catalogue>();

  private constructor(own?: CatalogueFile) {
    super(data, own);
  }

  /** The public classes of Interlok: the one catalogue of the process. */
  public static get public(): Catalogue {
    return (Catalogue.shared ??= new Catalogue());
  }

  /**
   * The same with classes of one's own, which hide public ones of the same name. The same object for the same classes. What
   * extends a class that nobody knows is known by its name alone: it may have fields that are described nowhere.
   */
  public with(own: CatalogueFile): Catalogue {
    const known = this.extended.get(own);
    if (known !== undefined) return known;
    const classes = Object.entries(own.classes).map(([name, record]) => [
      name,
      this.isDescribed(record, own.classes) ? record : { ...record, o: 1 },
    ]);
    const made = new Catalogue({ ...own, classes: Object.fromEntries(classes) as Record<string, ClassRecord> });
    this.extended.set(own, made);
    return made;
  }

  private isDescribed(record: ClassRecord, own: Readonly<Record<string, ClassRecord>>): boolean {
    const passed = new Set<ClassRecord>();
    let next: ClassRecord | undefined = record;
    while (next !== undefined && !passed.has(next)) {
      passed.add(next);
      const superclass: ClassRecord['x'] = next.x;
      if (typeof superclass !== 'string' || superclass.startsWith('java.')) return true;
      next = own[superclass] ?? this.record(keyOf(superclass));
    }
    return next !== undefined;
  }

  /** The classes as a release has them. The same object for the same release. */
  public at(release: Release | string): ReleaseCatalogue {
    const text = typeof release === 'string' ? release : formatRelease(release);
    const known = this.releaseCatalogues.get(text);
    if (known !== undefined) return known;
    const made = new ReleaseCatalogue(this, parseVersion(text), text);
    this.releaseCatalogues.set(text, made);
    return made;
  }
}
