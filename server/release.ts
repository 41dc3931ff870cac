/** Memory of a thread that only passes bytes on. */

/**
 * Gives the memory of byte arrays back at once. A thread gets a copy of its own of what it is sent, and V8 collects
 * such copies only when some 60 MB have gathered, in each thread.
 * @param arrays are empty afterwards; only what nothing else looks at
 */
export function release(arrays: readonly Uint8Array[]): void {
	for (const { buffer } of arrays) if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
}
