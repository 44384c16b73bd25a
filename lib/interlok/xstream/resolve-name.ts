import {
  type ClassRecord,
  type ComponentClass,
  type ImageModules,
  rangedModules,
  type ReleaseCatalogue,
} from '../catalogue';

/** What a name in a `class` attribute or tag stands for. */
export type Resolved =
  | { readonly kind: 'component'; readonly type: ComponentClass }
  /** A class of the JDK, by its full name. */
  | { readonly kind: 'jdk'; readonly name: string }
  /** Classes that other releases have under the name. */
  | { readonly kind: 'elsewhere'; readonly classes: readonly (readonly [key: string, record: ClassRecord])[] }
  /** It may be one of several, or one that the image has without anybody having said which. */
  | { readonly kind: 'unclear' }
  | { readonly kind: 'unknown' };

/** Resolves names as the mapper of XStream does, for a release and the modules of an image. */
export class NameResolver {
  private readonly resolved = new Map<string, Resolved>();

  public constructor(
    private readonly classes: ReleaseCatalogue,
    private readonly image: ImageModules,
  ) {}

  public resolve(name: string): Resolved {
    const known = this.resolved.get(name);
    if (known !== undefined) return known;
    const found = this.search(name);
    if (this.resolved.size < mostKept) this.resolved.set(name, found);
    return found;
  }

  private search(name: string): Resolved {
    const withAlias = this.classes.withAlias(name);
    const present = withAlias.filter(({ module }) => module === undefined || this.image.has(module));
    // Of several jars with one alias, the last that is read wins.
    if (present.length > 1) return { kind: 'unclear' };
    const type = present[0] ?? withAlias[0];
    if (type !== undefined) return { kind: 'component', type };
    const { catalogue } = this.classes;
    const jdk = catalogue.xstreamClass(name);
    if (jdk !== undefined) return { kind: 'jdk', name: jdk };
    if (name.includes('.')) {
      const named = this.classes.named(name);
      if (named !== undefined) return { kind: 'component', type: named };
      if (/^javax?\./.test(name)) return { kind: 'jdk', name };
    }
    return this.elsewhere(name);
  }

  private elsewhere(name: string): Resolved {
    const { catalogue } = this.classes;
    const keys = [...new Set([...catalogue.classesWithAlias(name), ...(name.includes('.') ? [name] : [])])];
    const classes = keys.flatMap((key): [string, ClassRecord][] => {
      const record = catalogue.record(key);
      return record === undefined ? [] : [[key, record]];
    });
    if (classes.length === 0) return { kind: 'unknown' };
    // An old or newer jar of a module that the image has may bring it.
    const brought = classes.some(([, record]) =>
      rangedModules(record).some(
        (module) => !this.classes.isStock(module) && this.image.has(module) && !this.isOfKnownRelease(module),
      ),
    );
    return brought ? { kind: 'unclear' } : { kind: 'elsewhere', classes };
  }

  /** Whether a jar of the module belongs to the release, so that its classes follow from the release. */
  private isOfKnownRelease(module: string): boolean {
    return !this.image.isOpen && this.classes.hasModule(module);
  }
}

/** Names of a hostile file must not pile up. */
const mostKept = 10_000;
