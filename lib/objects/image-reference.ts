/** The name of an image with its tag or digest. */
export class ImageReference {
  /** @returns nothing when there is nothing to parse, or neither a tag nor a digest in it */
  public static parse(name: string | undefined): ImageReference | undefined {
    if (name === undefined) return undefined;
    const { tag, digest } = PATTERN.exec(name)?.groups ?? {};
    return tag === undefined && digest === undefined ? undefined : new ImageReference(name, tag, digest);
  }

  public static of(image: { readonly repository: string; readonly tag: string }): ImageReference {
    return new ImageReference(`${image.repository}:${image.tag}`, image.tag, undefined);
  }

  private constructor(
    public readonly name: string,
    public readonly tag: string | undefined,
    private readonly digest: string | undefined,
  ) {}

  /** Whether the name stands for the same image tomorrow. */
  public get pinned(): boolean {
    return (
      this.digest !== undefined ||
      !(this.tag ?? '')
        .toLowerCase()
        .split(/[._-]/)
        .some((word) => MOVING.has(word))
    );
  }

  /** The tag, or the beginning of the digest, as a label value. */
  public get version(): string {
    return (this.tag ?? this.digest ?? '').slice(0, 63).replace(/[^A-Za-z0-9]+$/, '');
  }
}

/** What people call a tag, or begin or end it with, that they give to another image now and then. */
const MOVING: ReadonlySet<string> = new Set([
  ...['latest', 'snapshot', 'nightly', 'edge', 'canary', 'stable', 'head', 'main', 'master', 'develop', 'dev', 'trunk'],
]);

/** Repository, tag and digest of an image name; a colon before the last slash belongs to the registry's port. */
const PATTERN =
  /^[^\s:@]+(?::\d+(?=\/))?(?:\/[^\s:@]+)*(?::(?<tag>\w[\w.-]{0,127}))?(?:@sha256:(?<digest>[0-9a-f]{64}))?$/;
