import type { ReleaseCatalogue } from './release-catalogue';

/** Which modules an image has. */
export class ImageModules {
  private readonly named: ReadonlySet<string>;

  /**
   * @param classes those of the image's release
   * @param beyondStock names of modules, or of their jars, that it has beyond the stock image; `any`: nobody knows which
   */
  public constructor(
    private readonly classes: ReleaseCatalogue,
    beyondStock: readonly string[] | 'any' = [],
  ) {
    this.isOpen = beyondStock === 'any';
    this.named = new Set(beyondStock === 'any' ? [] : beyondStock);
  }

  /** Whether it may have any public module, and jars that nobody knows. */
  public readonly isOpen: boolean;

  /** Whether a class of the module can be there. */
  public has(module: string): boolean {
    return this.isOpen || this.classes.isStock(module) || this.isNamed(module) || this.classes.isOwnModule(module);
  }

  /** Whether somebody said that the module is there. */
  public isNamed(module: string): boolean {
    return this.named.has(module) || this.named.has(this.classes.jarOf(module));
  }
}
