/** Memory, in MiB, that a JVM needs beside its heap: class metadata, code cache, thread stacks and direct buffers. */
const SMALLEST_RESERVE = 256;

/**
 * The heap, in MiB, for a container with this memory limit, in MiB: what is left after a quarter, or 256 MiB if that is
 * more, for the JVM itself. A plain Hello World takes 127 to 136 MiB in all with a heap limit of 256 MiB.
 *
 * An explicit `-Xmx` and not `-XX:MaxRAMPercentage`: the Java 8 images (Interlok 3.x) do not see cgroup v2 limits.
 */
export function heapFor(memoryLimit: number): number {
  return memoryLimit - Math.max(SMALLEST_RESERVE, Math.ceil(memoryLimit / 4));
}
