import { formatRelease, type Release } from '../releases';
import { data } from './data';
import type { CatalogueFile, ClassRecord } from './format';
import { CatalogueRecords } from './records';
import { ReleaseCatalogue } from './release-catalogue';
import { parseVersion } from './version-range';

/** What is known of every configurable class of Interlok, in all releases. */
export class Catalogue extends CatalogueRecords {
  private static shared: Catalogue | undefined;
  private readonly releaseCatalogues = new Map<string, ReleaseCatalogue>();

  private constructor(private readonly ownClasses: Readonly<Record<string, ClassRecord>> = {}) {
    super(data, ownClasses);
  }

  /** The public classes of Interlok: the one catalogue of the process. */
  public static get public(): Catalogue {
    return (Catalogue.shared ??= new Catalogue());
  }

  /** The same with classes of one's own, which hide public ones of the same name. */
  public with(own: CatalogueFile): Catalogue {
    return new Catalogue({ ...this.ownClasses, ...own.classes });
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
