/** The candidates that someone who typed `word` may have meant, the nearest first, at most three. */
export function nearMatches(word: string, candidates: readonly string[]): string[] {
  const wanted = word.toLowerCase();
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return candidates
    .map((candidate) => ({ candidate, distance: distanceTo(wanted, candidate.toLowerCase(), limit) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

function distanceTo(word: string, candidate: string, limit: number): number {
  const shorter = Math.min(word.length, candidate.length);
  if (shorter >= 3 && (candidate.includes(word) || word.includes(candidate))) return 1;
  // A word much longer than every candidate is no misspelling, and the table would grow with it.
  if (Math.abs(word.length - candidate.length) > limit) return Infinity;
  return editDistance(word, candidate);
}

/** How many single characters must be inserted, deleted or replaced to turn one into the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, at(row, j) + 1, at(next, j - 1) + 1));
    }
    row = next;
  }
  return at(row, b.length);
}

function at(row: readonly number[], i: number): number {
  return row[i] ?? Infinity;
}
