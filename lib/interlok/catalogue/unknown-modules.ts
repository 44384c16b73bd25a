import { nearMatches, type PropProblem } from '../../errors';
import { Catalogue } from './catalogue';

/** Names among these that no public module has, in any release. */
export function unknownModules(field: string, names: unknown): PropProblem[] {
  const { modules: known } = Catalogue.public;
  const given: readonly unknown[] = Array.isArray(names) ? names : [];
  return given.flatMap((name, i) => {
    if (typeof name !== 'string' || !/\S/.test(name) || known.includes(name)) return [];
    const near = nearMatches(name, known);
    const meant = near.length === 0 ? '' : `; did you mean '${near.join("' or '")}'?`;
    return [{ field: `${field}[${i}]`, value: name, expected: `a public module of Interlok${meant}` }];
  });
}
