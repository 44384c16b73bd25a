import type { ComponentClass, ImageModules, JavaType, ReleaseCatalogue } from '../catalogue';

/** The classes of which an image can make objects, by what they are assignable to. */
export class UsableClasses {
  private readonly all: readonly ComponentClass[];
  private readonly byType = new Map<string, readonly ComponentClass[]>();

  public constructor(
    private readonly classes: ReleaseCatalogue,
    image: ImageModules,
  ) {
    this.all = [...classes.all()]
      .filter((type) => !type.isAbstract && type.record.nc !== 1)
      .filter(({ module }) => module === undefined || image.has(module))
      .sort((a, b) => (a.label < b.label ? -1 : 1));
  }

  /** Those that can be the value of a type, by their labels. */
  public of({ name }: JavaType): readonly ComponentClass[] {
    let found = this.byType.get(name);
    if (found === undefined) this.byType.set(name, (found = this.all.filter((type) => this.fits(type, name))));
    return found;
  }

  /** What extends a class of one's own that was not described may be anything. */
  private fits(type: ComponentClass, name: string): boolean {
    return type.isA(name) || (!type.isFullyKnown && this.classes.catalogue.isOwn(type.name));
  }
}
