/**
 * Decides about an update before it is applied, stored or passed on: the wire's side of `reliability.md` 2.
 * Pure: everything it has to know about the document comes in as `Known`.
 */
import * as Y from 'yjs';
import type { Refusal } from '#lib/domain/sync-protocol.ts';
import { addedOnlyKeys, type Signed } from './added-only.ts';
import { missingReference } from './references.ts';
import { scanUpdate } from './scan-update.ts';
import { shapeOf } from './shape.ts';
import { encodeClocks } from './wire.ts';

/** What the server knows about a document, updates that wait for their commit included. */
export type Known = {
	/** next free clock of each client id */
	readonly clocks: ReadonlyMap<number, number>;
	/** whose client id this is; undefined when nobody has used it */
	owner(client: number): string | undefined;
	/** how many client ids of the document are this user's */
	ownedBy(user: string): number;
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
/** Beyond this a clock can't have been counted by an honest client: it counts one for each value it writes. */
const MAX_CLOCK = 2 ** 32;
/**
 * Clocks that what is gone may take as one. Yjs makes one of a long deletion, so the bytes say nothing about it, but
 * each clock was once written: this is a script of a megabyte, letter by letter, put in and thrown away 60 times.
 */
const MAX_GONE = 2 ** 26;
/** Yjs makes client ids of 32 random bits. */
const MAX_CLIENT = 2 ** 32 - 1;
/** Client ids in one update: a device makes one each time the app opens. */
const MAX_RUNS = 1000;
/**
 * Client ids of one user in one document: three devices that are opened, and write, sixty times a day for three
 * months. Every device says where it stands with each of them, so nobody may make as many as they like.
 */
export const MAX_OWNED = 16_000;

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
	if (parts === 'gap') return refuse('pending');
	const { runs, deletes } = parts;

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
	if (claims.length > 0 && known.ownedBy(sender.user) + claims.length > MAX_OWNED) return refuse('too-big');
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
function take(bytes: Uint8Array): { runs: Run[]; deletes: Range[] } | 'gap' | null {
	// The layout first, which makes no objects: of a large frame that is no good they are the dearest.
	const scanned = scanUpdate(bytes);
	if (!scanned) return hasGap(bytes) ? 'gap' : null;
	const { runs: stretches, deletes } = scanned;
	if (stretches.length > MAX_RUNS) return null;
	// Conditions are put so that they fail for what is no number: lib0 reads that out of a row of zeros.
	if (!deletes.every(({ clock, length }) => length >= 1 && clock + length <= MAX_CLOCK)) return null;
	let above = MAX_CLIENT + 1;
	for (const { client, clock, end } of stretches) {
		if (!(client < above && clock < end && end <= MAX_CLOCK)) return null;
		above = client;
	}
	const structs = decoded(bytes);
	if (!structs) return null;
	let at = 0;
	const runs: Run[] = [];
	for (const { client, end, count } of stretches) {
		const own = stretches.length === 1 ? structs : structs.slice(at, (at += count));
		const last = own.at(-1);
		// Whatever this and Yjs read differently would be counted here and be something else on the devices.
		if (last?.id.client !== client || last.id.clock + last.length !== end) return null;
		if (!own.every(isHonest)) return null;
		runs.push({ client, structs: own as Struct[], end });
	}
	return { runs, deletes };
}

/** Whether a struct takes as many clocks as it can: a number says it only of what is gone. */
function isHonest(struct: AnyStruct): boolean {
	if (!(struct.length >= 1)) return false;
	const gone =
		struct instanceof Y.GC || (struct instanceof Y.Item && struct.content instanceof Y.ContentDeleted);
	return !gone || struct.length <= MAX_GONE;
}

type AnyStruct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

function decoded(bytes: Uint8Array): AnyStruct[] | null {
	try {
		return Y.decodeUpdate(bytes).structs;
	} catch {
		return null;
	}
}

/** Whether bytes are an update all the same, but one with something left out between its changes. */
const hasGap = (bytes: Uint8Array): boolean =>
	decoded(bytes)?.some((struct) => !(struct instanceof Y.Item || struct instanceof Y.GC)) ?? false;
