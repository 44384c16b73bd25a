import type { ComponentClass, ImageModules, JavaType, ReleaseCatalogue } from '../catalogue';

/** The classes of which an image can make objects, by what they are assignable to. */
export class UsableClasses {
  private readonly all: readonly ComponentClass[];
  /** What extends a class of one's own that nobody described: it may be anything. */
  private readonly unclear: ReadonlySet<ComponentClass>;
  private readonly byType = new Map<string, readonly ComponentClass[]>();

  public constructor(classes: ReleaseCatalogue, image: ImageModules) {
    this.all = [...classes.all()]
      .filter((type) => !type.isAbstract && type.record.nc !== 1)
      .filter(({ module }) => module === undefined || image.has(module))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
    const { catalogue } = classes;
    this.unclear = new Set(this.all.filter((type) => catalogue.isOwn(type.name) && !type.isFullyKnown));
  }

  /** Those that can be the value of a type, by their labels. */
  public of({ name }: JavaType): readonly ComponentClass[] {
    let found = this.byType.get(name);
    found ??= this.all.filter((type) => type.isA(name) || this.unclear.has(type));
    this.byType.set(name, found);
    return found;
  }
}
