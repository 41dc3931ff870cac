import * as Y from 'yjs';
import type { Run, Struct } from './check-update.ts';

/**
 * Whether something in an update refers to a change that is neither known nor earlier in the update, so that
 * Yjs would keep it waiting. Waiting changes are how a modified client would later overwrite others.
 * @param known next free clock of each client id the server has
 */
export function missingReference(runs: readonly Run[], known: ReadonlyMap<number, number>): boolean {
	const [only] = runs;
	if (!only) return false;
	return runs.length === 1 ? missingInOne(only, known) : missingInSeveral(runs, known);
}

/** One client's changes, as they nearly always come. */
function missingInOne({ client, structs }: Run, known: ReadonlyMap<number, number>): boolean {
	let reached = (structs[0] as Struct).id.clock;
	const there = (id: Y.ID): boolean =>
		id.clock < (id.client === client ? reached : (known.get(id.client) ?? 0));
	for (const struct of structs) {
		if (lacking(struct, there)) return true;
		reached = struct.id.clock + struct.length;
	}
	return false;
}

/**
 * Runs of one update may lean on each other, so each is followed as far as its references are there, and goes on
 * when the struct that it lacked was passed: every struct is passed once.
 */
function missingInSeveral(runs: readonly Run[], known: ReadonlyMap<number, number>): boolean {
	const reached = new Map(runs.map(({ client, structs }) => [client, (structs[0] as Struct).id.clock]));
	const there = (id: Y.ID): boolean => id.clock < (reached.get(id.client) ?? known.get(id.client) ?? 0);
	const places = runs.map(() => 0);
	const waiting = new Map<Struct, number[]>();
	const ready = [...runs.keys()];
	for (let index = ready.pop(); index !== undefined; index = ready.pop()) {
		const { client, structs } = runs[index] as Run;
		let place = places[index] as number;
		for (; place < structs.length; place++) {
			const struct = structs[place] as Struct;
			const missing = lacking(struct, there);
			if (missing) {
				const holder = structWith(missing, runs);
				// What nobody has, or comes only later in the same run, never comes.
				if (!holder || missing.client === client) return true;
				const others = waiting.get(holder);
				if (others) others.push(index);
				else waiting.set(holder, [index]);
				break;
			}
			reached.set(client, struct.id.clock + struct.length);
			if (waiting.size === 0) continue;
			for (const other of waiting.get(struct) ?? []) ready.push(other);
			waiting.delete(struct);
		}
		places[index] = place;
	}
	return waiting.size > 0;
}

/** The first reference of a struct that isn't there. */
function lacking(struct: Struct, there: (id: Y.ID) => boolean): Y.ID | null {
	if (struct instanceof Y.GC) return null;
	const { origin, rightOrigin, parent } = struct;
	if (origin && !there(origin)) return origin;
	if (rightOrigin && !there(rightOrigin)) return rightOrigin;
	return parent instanceof Y.ID && !there(parent) ? parent : null;
}

/** The struct of an update that an id lies in. Runs stand with their client ids falling, structs with their clocks rising. */
function structWith({ client, clock }: Y.ID, runs: readonly Run[]): Struct | undefined {
	const run = runs[last(runs, (one) => one.client >= client)];
	if (run?.client !== client) return undefined;
	const struct = run.structs[last(run.structs, ({ id }) => id.clock <= clock)];
	return struct && clock < struct.id.clock + struct.length ? struct : undefined;
}

/** The place of the last of which something is true, where it is true of all before; -1 for none. */
function last<T>(list: readonly T[], isTrue: (one: T) => boolean): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (isTrue(list[middle] as T)) low = middle + 1;
		else high = middle;
	}
	return low - 1;
}
