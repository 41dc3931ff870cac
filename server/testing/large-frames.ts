/** For tests: large updates in which everything stands in rows, as somebody writes them who looks for a loop in a loop. */
import * as encoding from 'lib0/encoding';
import type { Aim, Pick } from './frame-grammar.ts';

/** Where a struct lies: in a root, or beside or inside another one. */
export type Lies =
	| { readonly root: string; readonly key?: string }
	| { readonly inside: Id; readonly key?: string }
	| { readonly origin?: Id; readonly rightOrigin?: Id };
export type Id = readonly [client: number, clock: number];
export type Written =
	| { readonly gone: number }
	| { readonly container: Lies }
	| { readonly value: unknown; readonly lies: Lies }
	| { readonly text: string; readonly lies: Lies }
	| { readonly deleted: number; readonly lies: Lies };
export type WrittenRun = {
	readonly client: number;
	readonly clock: number;
	readonly structs: Iterable<Written>;
};
export type WrittenDelete = readonly [
	client: number,
	ranges: readonly (readonly [clock: number, length: number])[]
];

/** An update as Yjs would write it: give the runs with their client ids falling. */
export function updateOf(runs: readonly WrittenRun[], deletes: readonly WrittenDelete[] = []): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, runs.length);
		for (const { client, clock, structs } of runs) {
			const all = [...structs];
			for (const number of [all.length, client, clock]) encoding.writeVarUint(encoder, number);
			for (const struct of all) write(encoder, struct);
		}
		encoding.writeVarUint(encoder, deletes.length);
		for (const [client, ranges] of deletes) {
			encoding.writeVarUint(encoder, client);
			encoding.writeVarUint(encoder, ranges.length);
			for (const number of ranges.flat()) encoding.writeVarUint(encoder, number);
		}
	});
}

function write(encoder: encoding.Encoder, struct: Written): void {
	if ('gone' in struct) {
		encoding.writeUint8(encoder, 0);
		encoding.writeVarUint(encoder, struct.gone);
	} else if ('container' in struct) {
		writeHead(encoder, 7, struct.container);
		encoding.writeVarUint(encoder, 1);
	} else if ('deleted' in struct) {
		writeHead(encoder, 1, struct.lies);
		encoding.writeVarUint(encoder, struct.deleted);
	} else if ('text' in struct) {
		writeHead(encoder, 4, struct.lies);
		encoding.writeVarString(encoder, struct.text);
	} else {
		writeHead(encoder, 8, struct.lies);
		encoding.writeVarUint(encoder, 1);
		encoding.writeAny(encoder, struct.value as encoding.AnyEncodable);
	}
}

function writeHead(encoder: encoding.Encoder, content: number, lies: Lies): void {
	const [origin, right] = 'root' in lies || 'inside' in lies ? [] : [lies.origin, lies.rightOrigin];
	const key = 'key' in lies ? lies.key : undefined;
	const flags = (origin ? 0x80 : 0) | (right ? 0x40 : 0) | (key === undefined ? 0 : 0x20);
	encoding.writeUint8(encoder, content | flags);
	for (const id of [origin, right]) if (id) for (const number of id) encoding.writeVarUint(encoder, number);
	if ('root' in lies) {
		encoding.writeVarUint(encoder, 1);
		encoding.writeVarString(encoder, lies.root);
	} else if ('inside' in lies) {
		encoding.writeVarUint(encoder, 0);
		for (const number of lies.inside) encoding.writeVarUint(encoder, number);
	}
	if (key !== undefined) encoding.writeVarString(encoder, key);
}

const one = <T>(pick: Pick, values: readonly T[]): T => values[pick(values.length)] as T;
const count = (n: number): number[] => Array.from({ length: n }, (_, at) => at);

/**
 * A random large update in rows: some runs of some structs, each lying where a rule says that is the same for all,
 * and deletions in some order. Most are right in every detail, or nothing but the first check would be tried.
 * @param most structs, and deleted ranges, at most
 */
export function largeUpdate(pick: Pick, aim: Aim, most: number): Uint8Array {
	const size = 1 + pick(most);
	const wide = Math.min(size, one(pick, [1, 2, 2, 3, 5, 30, 300, 900]));
	const long = Math.max(1, Math.floor(size / wide));
	const first = 2_000_000 + pick(1_000_000) * 1000;
	const clients = count(wide).map((n) => first + wide - n);
	const rule = one(pick, RULES);
	const wrong = pick(4) === 0 ? pick(wide * long) : -1;
	const kind = one(pick, ['container', 'container', 'value', 'text', 'gone', 'deleted', 'mixed'] as const);
	const runs = clients.map((client, run) => ({
		client,
		clock: 0,
		structs: count(long).map((n): Written => {
			const is = kind === 'mixed' ? one(pick, ['container', 'value', 'gone', 'deleted'] as const) : kind;
			if (is === 'gone') return { gone: 1 + pick(3) };
			const lies =
				run * long + n === wrong
					? { origin: [clients[0]!, long + 9] as Id }
					: rule(pick, clients, run, n, long);
			if (is === 'container') return { container: lies };
			if (is === 'text') return { text: 'x', lies };
			return is === 'deleted' ? { deleted: 1, lies } : { value: 1, lies };
		})
	}));
	const deletes = pick(2) ? [] : deletions(pick, clients, long, aim);
	return updateOf(runs, deletes);
}

type Rule = (pick: Pick, clients: readonly number[], run: number, n: number, long: number) => Lies;
const ROOT: Lies = { root: 'order' };
const RULES: readonly Rule[] = [
	// each beside the one before it in its own run
	(_, clients, run, n) => (n === 0 ? ROOT : { origin: [clients[run]!, n - 1] }),
	// to and fro between the runs, from the last client id to the first and from the first to the last
	(_, clients, run, n) =>
		run + 1 < clients.length
			? { origin: [clients[run + 1]!, n] }
			: n === 0
				? ROOT
				: { origin: [clients[0]!, n - 1] },
	(_, clients, run, n) =>
		run > 0 ? { origin: [clients[run - 1]!, n] } : n === 0 ? ROOT : { origin: [clients.at(-1)!, n - 1] },
	// the same to the right, and on both sides
	(_, clients, run, n) =>
		run + 1 < clients.length
			? { rightOrigin: [clients[run + 1]!, n] }
			: n === 0
				? ROOT
				: { rightOrigin: [clients[0]!, n - 1] },
	(_, clients, run, n) =>
		n === 0
			? ROOT
			: { origin: [clients[run]!, n - 1], rightOrigin: [clients[(run + 1) % clients.length]!, 0] },
	// all runs but the last wait for the end of the last one
	(_, clients, run, n, long) => (run + 1 === clients.length ? ROOT : { origin: [clients.at(-1)!, long - 1] }),
	// any earlier one
	(pick, clients, run, n) => (n === 0 ? ROOT : { origin: [clients[pick(clients.length)]!, pick(n)] }),
	// all under keys of one root, the same or others
	(pick, _clients, _run, n) => ({ root: 'scenes', key: `s${pick(2) ? n : 0}` }),
	// inside the first container of the last run
	(_, clients, run, n) =>
		run + 1 === clients.length && n === 0 ? ROOT : { inside: [clients.at(-1)!, 0], key: `k${n}` }
];

function deletions(pick: Pick, clients: readonly number[], long: number, aim: Aim): WrittenDelete[] {
	const order = one(pick, ['rising', 'falling', 'any'] as const);
	const step = 1 + pick(3);
	const of = pick(8) === 0 ? [one(pick, aim.clients)] : clients.slice(0, 1 + pick(3));
	return of.map((client) => {
		const clocks = count(Math.max(1, Math.floor(long / step))).map((n) => n * step);
		if (order === 'falling') clocks.reverse();
		if (order === 'any')
			for (const [at, clock] of clocks.entries()) {
				const other = pick(clocks.length);
				[clocks[at], clocks[other]] = [clocks[other]!, clock];
			}
		return [client, clocks.map((clock) => [clock, 1] as const)] as const;
	});
}
