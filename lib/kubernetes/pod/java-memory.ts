import { Size } from 'cdk8s';
import { type Adapter, type JvmOption, lastOption } from '../../interlok';
import type { InterlokResources } from '../props';

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

/** The memory limit of the container: the web UI (Spring, Hibernate, a Derby database) takes about a gigabyte, an adapter far less. */
export function memoryLimit(adapter: Adapter, wanted: InterlokResources | undefined): Size {
  return wanted?.memory ?? Size.mebibytes(adapter.ui ? 1536 : 512);
}

/** Options by which the heap is a share of the memory. */
const SHARES = ['-XX:MaxRAMPercentage=', '-XX:MaxRAMFraction=', '-XX:DefaultMaxRAMFraction=', '-XX:MaxRAM='];

/** Whether the user has said how large the heap may grow; the derived size would stand in the way of that. */
export function saysHeap(options: readonly JvmOption[]): boolean {
  return lastOption(options, '-Xmx', '-XX:MaxHeapSize=', ...SHARES) !== undefined;
}
