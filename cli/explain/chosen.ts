import { type Explanation, UserError } from '../../lib';
import { WrongUse } from '../wrong-use';
import type { Change } from './compare';

/** What is asked for of all that is explained. */
export interface Choice {
  /** The kind of objects, in any case. @default - all */
  readonly object?: string;
  /** Text in the name of the field, in any case, or the plural of it. @default - all */
  readonly field?: string;
}

/** What was asked for. @throws WrongUse where there is nothing of it */
export function chosen(
  explanations: readonly (Explanation | Change)[],
  { object, field }: Choice,
): readonly (Explanation | Change)[] {
  const all = explanations.filter((each) => each.sources.length > 0 || !('value' in each));
  if (explanations.length === 0) throw new UserError('nothing to explain: the app makes no adapter and no controller');
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  if (object !== undefined && !kinds.some((kind) => same(kind, object)))
    throw new WrongUse(`--object: got '${object}', expected one of ${kinds.join(', ')}`);
  const rows = all
    .filter(({ kind }) => object === undefined || same(kind, object))
    .filter((row) => field === undefined || isAskedFor(row.field, field));
  if (rows.length === 0 && field !== undefined) throw new WrongUse(`--field: got '${field}', which is in no field`);
  return rows;
}

/** Whether a field has the text in it, or the singular of it: `probes` asks for `startupProbe`. */
function isAskedFor(field: string, wanted: string): boolean {
  const [own, text] = [field.toLowerCase(), wanted.toLowerCase()];
  return own.includes(text) || (text.length > 2 && text.endsWith('s') && own.includes(text.slice(0, -1)));
}

function same(kind: string, wanted: string): boolean {
  return kind.toLowerCase() === wanted.toLowerCase();
}
