/**
 * Several updates as one, by copying: what `Y.mergeUpdates` does by taking every struct apart and writing it anew,
 * which was the dearest step of the hot path.
 */
import * as Y from 'yjs';
import type { Range } from './check-update.ts';
import { scanUpdate, type Stretch } from './scan-update.ts';

type Slice = { readonly bytes: Uint8Array; readonly run: Stretch };
/** What one client id wrote in all of the updates, each part beginning where the one before ends. */
type Joined = { readonly clock: number; end: number; count: number; size: number; readonly slices: Slice[] };

/**
 * Joins updates of one document, oldest first. Where each client's clocks go on from one to the next, as they do
 * in what the server accepted, bytes are only copied; anything else is merged by Yjs.
 */
export function joinUpdates(updates: readonly Uint8Array[]): Uint8Array {
	if (updates.length === 1) return updates[0] as Uint8Array;
	return copied(updates) ?? Y.mergeUpdates([...updates]);
}

function copied(updates: readonly Uint8Array[]): Uint8Array | null {
	const clients = new Map<number, Joined>();
	const deletes: Range[] = [];
	for (const bytes of updates) {
		const scanned = scanUpdate(bytes);
		if (!scanned) return null;
		for (const range of scanned.deletes) deletes.push(range);
		for (const run of scanned.runs) {
			let joined = clients.get(run.client);
			if (!joined) {
				joined = { clock: run.clock, end: run.clock, count: 0, size: 0, slices: [] };
				clients.set(run.client, joined);
			}
			if (joined.end !== run.clock) return null;
			joined.end = run.end;
			joined.count += run.count;
			joined.size += run.to - run.from;
			joined.slices.push({ bytes, run });
		}
	}
	return write(clients, inOrder(deletes));
}

/** Deleted ranges by client id, sorted, those that touch made one. */
function inOrder(deletes: readonly Range[]): Map<number, Range[]> {
	const byClient = new Map<number, Range[]>();
	for (const range of deletes) {
		const list = byClient.get(range.client);
		if (list) list.push(range);
		else byClient.set(range.client, [range]);
	}
	for (const [client, list] of byClient) {
		list.sort((a, b) => a.clock - b.clock);
		const whole: { client: number; clock: number; length: number }[] = [];
		for (const { clock, length } of list) {
			const last = whole.at(-1);
			if (last && last.clock + last.length >= clock) {
				last.length = Math.max(last.length, clock + length - last.clock);
			} else whole.push({ client, clock, length });
		}
		byClient.set(client, whole);
	}
	return byClient;
}

/** Client ids in falling order, as Yjs writes them. */
const falling = <T>(map: ReadonlyMap<number, T>): [number, T][] => [...map].sort(([a], [b]) => b - a);

function write(clients: ReadonlyMap<number, Joined>, deletes: ReadonlyMap<number, Range[]>): Uint8Array {
	const numbers =
		2 + 3 * clients.size + [...deletes.values()].reduce((sum, { length }) => sum + 2 + 2 * length, 0);
	const size = [...clients.values()].reduce((sum, joined) => sum + joined.size, 0);
	const out = new Uint8Array(size + numbers * MAX_NUMBER_BYTES);
	let at = put(out, 0, clients.size);
	for (const [client, { clock, count, slices }] of falling(clients)) {
		at = put(out, put(out, put(out, at, count), client), clock);
		for (const { bytes, run } of slices) {
			out.set(bytes.subarray(run.from, run.to), at);
			at += run.to - run.from;
		}
	}
	at = put(out, at, deletes.size);
	for (const [client, ranges] of falling(deletes)) {
		at = put(out, put(out, at, client), ranges.length);
		for (const { clock, length } of ranges) at = put(out, put(out, at, clock), length);
	}
	return out.slice(0, at);
}

/** Of a number below 2^53, seven bits a byte. */
const MAX_NUMBER_BYTES = 8;

/** Writes a number as lib0 does and returns where the next thing goes. */
function put(out: Uint8Array, at: number, value: number): number {
	let left = value;
	while (left > 127) {
		out[at++] = 128 | (left % 128);
		left = Math.floor(left / 128);
	}
	out[at++] = left;
	return at;
}
