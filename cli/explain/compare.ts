import type { Explanation, Source } from '../../lib';

/** A field that is not what it was. */
export interface Change {
  readonly kind: string;
  readonly name: string;
  readonly field: string;
  /** @default - the field is new */
  readonly before?: unknown;
  /** @default - the field is gone */
  readonly after?: unknown;
  /** What has changed of where it comes from; where nothing has, all of it. */
  readonly sources: readonly Source[];
  readonly why?: string;
}

/** What differs between the manifests of two configurations, in the order of the later one; what is gone comes last. */
export function compare(before: readonly Explanation[], after: readonly Explanation[]): readonly Change[] {
  const old = new Map(before.map((each) => [keyOf(each), each]));
  const now = new Map(after.map((each) => [keyOf(each), each]));
  const changed = after.flatMap((each): readonly Change[] => {
    const earlier = old.get(keyOf(each));
    if (earlier !== undefined && earlier.value === each.value) return [];
    const { value, sources, ...rest } = each;
    const known = new Set((earlier?.sources ?? []).map(saying));
    const causes = sources.filter((source) => !known.has(saying(source)));
    return [
      {
        ...rest,
        ...(earlier !== undefined && { before: earlier.value }),
        after: value,
        sources: causes.length > 0 ? causes : sources,
      },
    ];
  });
  const gone = before
    .filter((each) => !now.has(keyOf(each)))
    .map(({ value, ...rest }): Change => ({ ...rest, before: value }));
  return [...changed, ...gone];
}

/** A ConfigMap has a hash of its content in its name, and is the same one with another content. */
function keyOf({ kind, name, field }: Explanation): string {
  return `${kind} ${name.replace(/-[0-9a-f]{10}$/, '')} ${field}`;
}

/** A source without its line, which moves with what is above. */
function saying(source: Source): string {
  return source.kind === 'place' ? `${source.at.file} ${source.says ?? ''}` : `${source.kind} ${source.prop}`;
}
