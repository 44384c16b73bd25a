import type { Picture, PictureField, PictureNode } from './picture';

/** A picture as JSON: a field that many nodes show is in it once. */
export interface WrittenPicture extends Omit<Picture, 'files' | 'nodes'> {
  readonly files: readonly (readonly [string, string])[];
  readonly fields: readonly PictureField[];
  readonly nodes: readonly (Omit<PictureNode, 'fields'> & { readonly fields: readonly number[] })[];
}

/** A picture as it goes into a page. */
export function written({ files, nodes, ...rest }: Picture): WrittenPicture {
  const fields: PictureField[] = [];
  const indexes = new Map<string, number>();
  const indexOf = (field: PictureField): number => {
    const key = `${field.object} ${field.field}`;
    const known = indexes.get(key);
    if (known !== undefined) return known;
    indexes.set(key, fields.length);
    return fields.push(field) - 1;
  };
  const shown = nodes.map((node) => ({ ...node, fields: node.fields.map(indexOf) }));
  return { ...rest, files: [...files], fields, nodes: shown };
}

/** A picture as it comes out of a page. */
export function read({ files, fields, nodes, ...rest }: WrittenPicture): Picture {
  return {
    ...rest,
    files: new Map(files),
    nodes: nodes.map((node) => ({ ...node, fields: node.fields.flatMap((index) => fields[index] ?? []) })),
  };
}
