import * as Y from 'yjs';
import { planSchema } from '#lib/doc/schema/plan.ts';
import type { RowChange } from './history.ts';

/** One row of the log, as far as a replay needs it. */
export type Logged = {
	readonly seq: number;
	readonly user: string;
	readonly at: number;
	readonly bytes: Uint8Array;
};

/** Changes kept of one row: a synopsis typed for a month stays far below. */
const KEPT_A_ROW = 500;
const LONGEST_TEXT = 300;
const ARCHIVED = 'archivedAt';

type Map = Y.Map<unknown>;

/**
 * A plan played again from its log, change by change, each under the name of its author. What lost against a
 * change somebody else made meanwhile was never seen by anybody, and isn't told.
 */
export class Replay {
	/** the last row of the log that was played */
	seq = 0;
	readonly #doc = new Y.Doc();
	readonly #changes = new globalThis.Map<string, RowChange[]>();
	readonly #cut = new Set<string>();
	#now: Logged | null = null;

	constructor() {
		for (const table of Object.keys(planSchema.records)) {
			this.#doc
				.getMap<Map>(table)
				.observeDeep((events) => this.#note(table, events as unknown as readonly Y.YMapEvent<unknown>[]));
		}
	}

	/** Plays rows that follow those played before. */
	go(rows: Iterable<Logged>): void {
		for (const row of rows) {
			this.#now = row;
			Y.applyUpdate(this.#doc, row.bytes);
			this.seq = row.seq;
		}
		this.#now = null;
	}

	/** What became of a row, oldest first. */
	of(table: string, row: string): readonly RowChange[] {
		return this.#changes.get(`${table}/${row}`) ?? [];
	}

	/** Whether old changes of a row were let go. */
	cut(table: string, row: string): boolean {
		return this.#cut.has(`${table}/${row}`);
	}

	#note(table: string, events: readonly Y.YMapEvent<unknown>[]): void {
		const now = this.#now;
		if (!now) return;
		const by = { at: now.at, user: now.user };
		for (const event of events) {
			const row = event.path[0];
			if (row === undefined) {
				for (const [id, { action }] of event.changes.keys)
					if (action === 'add') this.#add(table, id, [{ ...by, kind: 'made' }]);
			} else if (event.path.length === 1) {
				this.#add(
					table,
					String(row),
					changesIn(event).map((change) => ({ ...by, ...change }))
				);
			}
		}
	}

	#add(table: string, row: string, added: readonly RowChange[]): void {
		const key = `${table}/${row}`;
		const all = this.#changes.get(key) ?? [];
		all.push(...added);
		if (all.length > KEPT_A_ROW) {
			all.splice(1, all.length - KEPT_A_ROW);
			this.#cut.add(key);
		}
		this.#changes.set(key, all);
	}
}

/** The fields one event changed; members of a set field are gathered under the field's name. */
function changesIn(event: Y.YMapEvent<unknown>): Pick<RowChange, 'kind' | 'field' | 'before' | 'after'>[] {
	const changes: Pick<RowChange, 'kind' | 'field' | 'before' | 'after'>[] = [];
	const members = new globalThis.Map<string, { out: string[]; in: string[] }>();
	for (const [key, { action, oldValue }] of event.changes.keys) {
		const value = event.target.get(key);
		const slash = key.indexOf('/');
		if (slash > 0) {
			const field = key.slice(0, slash);
			const member = members.get(field) ?? { out: [], in: [] };
			if (action !== 'update') member[action === 'add' ? 'in' : 'out'].push(key.slice(slash + 1));
			members.set(field, member);
		} else if (key === ARCHIVED) {
			changes.push({ kind: typeof value === 'number' ? 'away' : 'back' });
		} else if (JSON.stringify(oldValue) !== JSON.stringify(value)) {
			changes.push({ kind: 'set', field: key, before: short(oldValue), after: short(value) });
		}
	}
	for (const [field, member] of members)
		if (member.in.length + member.out.length > 0)
			changes.push({ kind: 'set', field, before: member.out, after: member.in });
	return changes;
}

/** A value as it is told: long text cut, anything else as it is if it is small. */
function short(value: unknown): unknown {
	if (typeof value === 'string')
		return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
	if (typeof value !== 'object' || value === null) return value;
	return JSON.stringify(value).length > LONGEST_TEXT ? '…' : value;
}
