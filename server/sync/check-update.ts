/**
 * Decides about an update before it is applied, stored or passed on: the wire's side of `reliability.md` 2.
 * Pure: everything it has to know about the document comes in as `Known`.
 */
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import type { Refusal } from '#lib/domain/sync-protocol.ts';
import { addedOnlyKeys, type Signed } from './added-only.ts';
import { missingReference } from './references.ts';
import { shapeOf } from './shape.ts';
import { encodeClocks } from './wire.ts';

/** What the server knows about a document, updates that wait for their commit included. */
export type Known = {
	/** next free clock of each client id */
	readonly clocks: ReadonlyMap<number, number>;
	/** whose client id this is; undefined when nobody has used it */
	owner(client: number): string | undefined;
	/** whether all of this was deleted before */
	isDeleted(client: number, clock: number, length: number): boolean;
	/** how deep the container with this id lies (1: in a root); undefined when it is none or unknown */
	depth(client: number, clock: number): number | undefined;
	/** keys held by an added-only document; null for every other document */
	readonly keys: ReadonlySet<string> | null;
};

export type Sender = {
	readonly user: string;
	readonly maxBytes: number;
	/** whether an entry of an added-only document is truly this sender's */
	readonly signed: Signed;
	/**
	 * set when the update brings back what an older backup lost: it may hold what others wrote, except in an
	 * added-only document. `own`: client ids that the sender says are its own
	 */
	readonly again?: { readonly own: ReadonlySet<number> };
};

/** An update that may be stored, reduced to what is new in it. */
export type Accepted = {
	readonly ok: true;
	readonly bytes: Uint8Array;
	/** next free clock of each client id after this update */
	readonly clocks: readonly (readonly [client: number, clock: number])[];
	/** client ids nobody used before */
	readonly claims: readonly number[];
	readonly deletes: readonly Range[];
	/** containers made, with their depth */
	readonly containers: readonly (readonly [client: number, clock: number, depth: number])[];
	/** keys set in an added-only document */
	readonly keys: readonly string[];
};
export type Verdict =
	Accepted | { readonly ok: true; readonly bytes: null } | { readonly ok: false; readonly code: Refusal };

export type Range = { readonly client: number; readonly clock: number; readonly length: number };
export type Struct = Y.Item | Y.GC;
/** The structs of one client id, in the order of their clocks. */
export type Run = { readonly client: number; readonly structs: Struct[]; readonly end: number };

/** Nothing in an update may lie deeper than this, containers and plain values alike. */
export const MAX_DEPTH = 8;
/** Beyond this a clock can't have been counted by an honest client. */
const MAX_CLOCK = 2 ** 40;
/** Client ids in one update: a device makes one each time the app opens. */
const MAX_RUNS = 1000;

const refuse = (code: Refusal): { ok: false; code: Refusal } => ({ ok: false, code });

/**
 * Checks an update of a sender who may write (or add to) the document.
 * @returns what to store; `bytes: null` when there is nothing new in it; or why it is refused
 */
export function checkUpdate(bytes: Uint8Array, sender: Sender, known: Known): Verdict {
	if (bytes.length > sender.maxBytes) return refuse('too-big');
	return check(bytes, sender, known, true);
}

function check(bytes: Uint8Array, sender: Sender, known: Known, mayReduce: boolean): Verdict {
	const parts = take(bytes);
	if (!parts) return refuse('malformed');
	const { runs, deletes } = parts;
	if (runs.length > MAX_RUNS) return refuse('malformed');
	if (runs === 'gap') return refuse('pending');

	let fresh = false;
	let overlap = false;
	for (const run of runs) {
		const next = known.clocks.get(run.client) ?? 0;
		const start = (run.structs[0] as Struct).id.clock;
		if (start > next) return refuse('pending');
		if (run.end > next) fresh = true;
		if (start < next) overlap = true;
	}
	if (!fresh && deletes.every(({ client, clock, length }) => known.isDeleted(client, clock, length))) {
		return { ok: true, bytes: null };
	}
	if (overlap) {
		// What the server has stands; only the rest is looked at, stored and passed on. Otherwise a second
		// version of a known change could win in one place and lose in another.
		if (!mayReduce) return refuse('malformed');
		const had = runs.map(({ client }) => [client, known.clocks.get(client) ?? 0] as const);
		return check(Y.diffUpdate(bytes, encodeClocks(had)), sender, known, false);
	}

	const claims: number[] = [];
	for (const { client } of runs) {
		const owner = known.owner(client);
		const mine = owner === undefined ? (sender.again?.own.has(client) ?? true) : owner === sender.user;
		// What comes again stays nobody's, until its writer says so: whoever brings it back hasn't written it.
		if (!mine && (!sender.again || known.keys)) return refuse('not-own');
		if (mine && owner === undefined) claims.push(client);
	}
	if (missingReference(runs, known.clocks)) return refuse('pending');
	const ends = new Map(runs.map(({ client, end }) => [client, end]));
	const after = (client: number): number => ends.get(client) ?? known.clocks.get(client) ?? 0;
	if (deletes.some(({ client, clock, length }) => clock + length > after(client))) return refuse('pending');

	const shape = shapeOf(runs, known);
	if (!shape) return refuse('malformed');
	let keys: string[] = [];
	if (known.keys) {
		const added = deletes.length === 0 ? addedOnlyKeys(runs, known.keys, sender.signed) : null;
		if (!added) return refuse('added-only');
		if (added === 'not-own') return refuse('not-own');
		keys = added;
	}
	const clocks = runs.map(({ client, end }) => [client, end] as const);
	return { ok: true, bytes, clocks, claims, deletes, containers: shape, keys };
}

/**
 * Takes an update apart. Null when it isn't one, or isn't laid out as Yjs lays it out: client ids in falling
 * order, each once (Yjs would silently drop the first of two runs). `gap` when a run has a hole.
 */
function take(bytes: Uint8Array): { runs: Run[] | 'gap'; deletes: Range[] } | null {
	let decoded: ReturnType<typeof Y.decodeUpdate>;
	try {
		decoded = Y.decodeUpdate(bytes);
	} catch {
		return null;
	}
	const deletes: Range[] = [];
	for (const [client, ranges] of decoded.ds.clients) {
		for (const { clock, len } of ranges) {
			if (len < 1 || clock + len > MAX_CLOCK) return null;
			deletes.push({ client, clock, length: len });
		}
	}
	const runs: { client: number; structs: Struct[]; end: number }[] = [];
	let run: { client: number; structs: Struct[]; end: number } | undefined;
	for (const struct of decoded.structs) {
		if (!(struct instanceof Y.Item || struct instanceof Y.GC)) return { runs: 'gap', deletes };
		const { client, clock } = struct.id;
		if (struct.length < 1 || clock + struct.length > MAX_CLOCK) return null;
		if (run?.client === client) {
			if (clock !== run.end) return null;
			run.structs.push(struct);
			run.end = clock + struct.length;
		} else {
			if (run && client > run.client) return null;
			run = { client, structs: [struct], end: clock + struct.length };
			runs.push(run);
		}
	}
	// Decoding doesn't tell two runs of one client id from one when they touch; Yjs would take the second alone.
	if (runs.length !== decoding.readVarUint(decoding.createDecoder(bytes))) return null;
	return { runs, deletes };
}
