import type { Picture } from '../picture';

/** The nodes before and after a node on the arrows, with itself. */
export function related({ edges }: Picture, id: string): ReadonlySet<string> {
  const back = follow(id, (at) => edges.filter(({ to }) => to === at).map(({ from }) => from));
  const forth = follow(id, (at) => edges.filter(({ from }) => from === at).map(({ to }) => to));
  return new Set([...back, ...forth]);
}

function follow(start: string, next: (id: string) => readonly string[]): ReadonlySet<string> {
  const seen = new Set([start]);
  // A set is walked with what is added on the way.
  for (const id of seen) for (const each of next(id)) seen.add(each);
  return seen;
}
