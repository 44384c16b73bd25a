import type { PropProblem } from '../../errors';

/** Whether two paths are one, or one is a directory that the other is in. */
export function collide(a: string, b: string): boolean {
  return a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`);
}

/** That no two of a list of things with paths are in one place, or one inside of the other. */
export function checkPlaces(field: string, things: readonly { readonly path: string }[]): PropProblem[] {
  return things.flatMap(({ path }, index): PropProblem[] => {
    const other = things.slice(0, index).find((earlier) => collide(earlier.path, path));
    if (other === undefined) return [];
    return [{ field: `${field}[${index}].path`, value: path, expected: `another place than that of '${other.path}'` }];
  });
}
