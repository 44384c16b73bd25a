import type { Catalogue, ComponentClass, ComponentField, ReleaseCatalogue } from '../catalogue';
import type { Release } from '../releases';
import type { XmlElement } from '../xml';

/**
 * What the elements of one adapter are, by the catalogue of its release, and of another release where this one does not have
 * it. An element without a class here is a plain field, or a component that nobody knows.
 */
export class Components {
  private readonly classes = new Map<XmlElement, ComponentClass | undefined>();
  private readonly byName = new Map<string, ComponentClass | undefined>();

  /** The classes that the release has. */
  public readonly ofRelease: ReleaseCatalogue;

  public constructor(
    private readonly catalogue: Catalogue,
    release: Release,
  ) {
    this.ofRelease = catalogue.at(release);
  }

  /** The class of what an element configures. @default - it is none that is known */
  public classOf(element: XmlElement): ComponentClass | undefined {
    if (this.classes.has(element)) return this.classes.get(element);
    const found = this.read(element);
    this.classes.set(element, found);
    return found;
  }

  /** The alias of what an element configures, whatever form the file uses; of what is not known, the name that the file gives. */
  public typeOf(element: XmlElement): string {
    return this.classOf(element)?.alias ?? element.attributes.get('class') ?? element.name;
  }

  /** Whether an element configures a class of that name, or one that extends or implements it: `~core.AdaptrisConnection`. */
  public isA(element: XmlElement, className: string): boolean {
    return this.classOf(element)?.isA(className) === true;
  }

  /** Whether a class is one of one's own, and not of Interlok's public ones. */
  public isOwn(known: ComponentClass): boolean {
    return this.catalogue.isOwn(known.name);
  }

  /** Whether an element names a class that is not known, by attribute, or by its tag where a list or the root takes one. */
  public isUnknownComponent(element: XmlElement): boolean {
    if (this.classOf(element) !== undefined) return false;
    if (element.attributes.has('class')) return true;
    return element.parent === undefined || this.isItem(element, element.parent);
  }

  private isItem(element: XmlElement, parent: XmlElement): boolean {
    const owner = this.classOf(parent);
    if (owner !== undefined)
      return owner.field(element.name) === undefined && !owner.isOpaque && !owner.ignores(element.name);
    // The parent is the field of a list.
    return parent.parent !== undefined && this.fieldOf(parent)?.itemType !== undefined;
  }

  /** The field that an element is, of what it stands in. @default - it is none that is known, or an item */
  public fieldOf(element: XmlElement): ComponentField | undefined {
    const owner = element.parent === undefined ? undefined : this.classOf(element.parent);
    const field = owner?.field(element.name);
    return field?.itemTag === undefined ? field : undefined;
  }

  private read(element: XmlElement): ComponentClass | undefined {
    const named = element.attributes.get('class');
    if (named !== undefined) return this.find(named);
    const field = this.fieldOf(element);
    if (field !== undefined) return this.ofRelease.named(field.type.name);
    const owner = element.parent === undefined ? undefined : this.classOf(element.parent);
    const item = owner?.fields.find(({ itemTag }) => itemTag === element.name)?.itemType?.name;
    return (item === undefined ? undefined : this.ofRelease.named(item)) ?? this.find(element.name);
  }

  private find(name: string): ComponentClass | undefined {
    if (!this.byName.has(name)) this.byName.set(name, this.ofRelease.find(name) ?? this.inAnotherRelease(name));
    return this.byName.get(name);
  }

  /** What the release does not have is an error elsewhere; beside it, the model says what is meant. */
  private inAnotherRelease(name: string): ComponentClass | undefined {
    const { catalogue } = this;
    if (catalogue.classesWithAlias(name).length === 0 && catalogue.record(name) === undefined) return undefined;
    const newestFirst = Object.keys(catalogue.releases).reverse();
    for (const release of newestFirst) {
      const found = catalogue.at(release).find(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
