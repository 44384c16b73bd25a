/** A fixed piece of work of the kind that a reader does: about 30 ms of an ordinary processor. */
function referenceWork(): number {
  const text = Array.from({ length: 20_000 }, (_, i) => `<e${i % 97} a="${i}">${i * 7}</e${i % 97}>`).join('\n');
  const seen = new Map<string, number>();
  for (const [, name = '', value = ''] of text.matchAll(/<(e\d+) a="(\d+)">/g))
    seen.set(name, (seen.get(name) ?? 0) + Number(value));
  return JSON.stringify([...seen]).length + (JSON.parse(JSON.stringify(text.split('\n'))) as string[]).length;
}

function processorMicroseconds(work: () => unknown): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

let reference: number | undefined;

/**
 * How often the processor time of a fixed piece of work some work takes: a measure of what an algorithm does, about the
 * same on a slow, a fast and a busy machine.
 */
export function effortOf(work: () => unknown): number {
  reference ??= Array.from({ length: 5 }, () => processorMicroseconds(referenceWork)).sort((a, b) => a - b)[2] ?? NaN;
  return processorMicroseconds(work) / reference;
}

/** What a second of an ordinary processor comes to, as {@link effortOf} has it. */
export const A_SECOND = 35;
