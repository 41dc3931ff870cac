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

/** How a large update is made: what all its structs are, in how many runs, where each lies, in which order deletions come. */
export type Plan = {
	readonly kind: 'container' | 'value' | 'text' | 'gone' | 'deleted' | 'mixed';
	/** runs; `many`: more with its size, as far as one update may have them */
	readonly wide: number | 'many';
	/** one of `RULES` */
	readonly rule: number;
	readonly deletes: 'rising' | 'falling' | 'any' | null;
};

/**
 * A random large update in rows: some runs of some structs, each lying where a rule says that is the same for all,
 * and deletions in some order. Most are right in every detail, or nothing but the first check would be tried.
 * @param most structs, and deleted ranges, at most
 */
export const largeUpdate = (pick: Pick, aim: Aim, most: number): Uint8Array => {
	const plan: Plan = {
		kind: one(pick, ['container', 'container', 'value', 'text', 'gone', 'deleted', 'mixed']),
		wide: one(pick, [1, 2, 2, 3, 5, 30, 300, 'many']),
		rule: pick(RULES.length),
		deletes: one(pick, [null, null, null, 'rising', 'falling', 'any'])
	};
	return plannedUpdate(pick, aim, plan, 1 + pick(most), pick(4) === 0);
};

/**
 * @param size structs, about
 * @param spoilt whether one of them refers to what is nowhere
 */
export function plannedUpdate(pick: Pick, aim: Aim, plan: Plan, size: number, spoilt = false): Uint8Array {
	const { kind, deletes } = plan;
	const { lies, waits } = RULES[plan.rule] as Rule;
	const wide = Math.min(size, plan.wide === 'many' ? Math.min(900, Math.ceil(size / 4)) : plan.wide);
	const long = Math.max(1, Math.floor(waits ? size / 2 : size / wide));
	const first = 2_000_000 + pick(1_000_000) * 1000;
	const clients = count(wide).map((n) => first + wide - n);
	const lengthOf = (run: number): number => (waits && run < wide - 2 ? 1 : long);
	const wrong = spoilt ? pick(long) : -1;
	const runs = clients.map((client, run) => ({
		client,
		clock: 0,
		structs: count(lengthOf(run)).map((n): Written => {
			const is = kind === 'mixed' ? one(pick, ['container', 'value', 'gone', 'deleted'] as const) : kind;
			if (is === 'gone') return { gone: 1 };
			const where: Lies =
				run + 1 === wide && n === wrong
					? { origin: [client, long + 9] }
					: lies({ pick, clients, run, n, long });
			if (is === 'container') return { container: where };
			if (is === 'text') return { text: 'x', lies: where };
			return is === 'deleted' ? { deleted: 1, lies: where } : { value: 1, lies: where };
		})
	}));
	return updateOf(runs, deletes ? deletions(pick, clients, long, aim, deletes) : []);
}

type Where = {
	readonly pick: Pick;
	readonly clients: readonly number[];
	readonly run: number;
	readonly n: number;
	readonly long: number;
};
/** @property waits all runs but the last two are of one struct, which waits for those two */
type Rule = { readonly lies: (where: Where) => Lies; readonly waits?: true };
const ROOT: Lies = { root: 'order' };
/** In the order of the runs or against it; the first of all lies in a root. */
const toAndFro = (to: 'origin' | 'rightOrigin', up: boolean): Rule => ({
	lies: ({ clients, run, n }) => {
		const [last, next] = up ? [clients.length - 1, run + 1] : [0, run - 1];
		if (run !== last) return { [to]: [clients[next]!, n] };
		return n === 0 ? ROOT : { [to]: [clients.at(up ? 0 : -1)!, n - 1] };
	}
});
export const RULES: readonly Rule[] = [
	// each beside the one before it in its own run
	{ lies: ({ clients, run, n }) => (n === 0 ? ROOT : { origin: [clients[run]!, n - 1] }) },
	toAndFro('origin', true),
	toAndFro('origin', false),
	toAndFro('rightOrigin', true),
	{
		lies: ({ clients, run, n }) =>
			n === 0
				? ROOT
				: { origin: [clients[run]!, n - 1], rightOrigin: [clients[(run + 1) % clients.length]!, 0] }
	},
	{
		waits: true,
		lies: ({ clients, run, n, long }) => {
			const [one, other] = [clients.at(-2)!, clients.at(-1)!];
			if (run < clients.length - 2) return { origin: [other, long - 1] };
			if (run === clients.length - 1) return n === 0 ? ROOT : { origin: [one, n - 1] };
			return { origin: [other, n] };
		}
	},
	// any earlier one
	{
		lies: ({ pick, clients, n }) => (n === 0 ? ROOT : { origin: [clients[pick(clients.length)]!, pick(n)] })
	},
	// all under keys of one root, the same or others
	{ lies: ({ pick, n }) => ({ root: 'scenes', key: `s${pick(2) ? n : 0}` }) },
	// inside the first container of the last run
	{
		lies: ({ clients, run, n }) =>
			run + 1 === clients.length && n === 0 ? ROOT : { inside: [clients.at(-1)!, 0], key: `k${n}` }
	}
];

function deletions(
	pick: Pick,
	clients: readonly number[],
	long: number,
	aim: Aim,
	order: NonNullable<Plan['deletes']>
): WrittenDelete[] {
	const step = 1 + pick(3);
	const of = pick(8) === 0 ? [one(pick, aim.clients)] : clients.slice(-1 - pick(2));
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
