import { createSubscriber } from 'svelte/reactivity';
import type { Table } from '#lib/doc/table.ts';
import type { Fields, RecordType, RowOf } from '#lib/domain/record.ts';

/** Something that can be subscribed to by whoever reads it in an effect, and fired. */
export class Signal {
	readonly #subscribe: () => void;
	#fire: (() => void) | null = null;

	/** @param onIdle called when nobody reads it any more */
	constructor(onIdle: () => void = () => {}) {
		this.#subscribe = createSubscriber((update) => {
			this.#fire = update;
			return () => {
				this.#fire = null;
				onIdle();
			};
		});
	}

	/** Makes the running effect depend on this signal. */
	read(): void {
		this.#subscribe();
	}

	/** Runs the effects that depend on it again. */
	fire(): void {
		this.#fire?.();
	}
}

/**
 * A table as runes see it: reading a row subscribes to that row alone, so one changed field runs one row's
 * effects again, however many rows there are. One observer a table.
 */
export class LiveTable<R extends RecordType<string, Fields>> {
	readonly table: Table<R>;
	readonly #rows = new Map<string, Signal>();
	readonly #membership = new Signal();
	readonly #anything = new Signal();
	readonly #stop: () => void;

	constructor(table: Table<R>) {
		this.table = table;
		this.#stop = table.observe(({ ids, membership }) => {
			for (const id of ids) this.#rows.get(id)?.fire();
			if (membership) this.#membership.fire();
			this.#anything.fire();
		});
	}

	/** One row, put away or not; null when there is none. Depends on this row only. */
	row(id: string | null | undefined): RowOf<R> | null {
		if (!id) return null;
		let signal = this.#rows.get(id);
		if (!signal) {
			signal = new Signal(() => this.#rows.delete(id));
			this.#rows.set(id, signal);
		}
		signal.read();
		return this.table.get(id);
	}

	/** All rows in use. Depends on every row: for lists that show them all, not for one row of the board. */
	rows(): ReadonlyMap<RowOf<R>['id'], RowOf<R>> {
		this.#anything.read();
		return this.table.rows();
	}

	/** Rows put away. Depends on rows coming and going, and on what is written in any. */
	archived(): RowOf<R>[] {
		this.#anything.read();
		return this.table.archived();
	}

	/** Ids of rows in use. Depends on rows coming and going only. */
	ids(): RowOf<R>['id'][] {
		this.#membership.read();
		return [...this.table.rows().keys()];
	}

	destroy(): void {
		this.#stop();
	}
}

/** The tables of a document as runes see them. */
export type LiveTables<T> = { readonly [K in keyof T]: T[K] extends Table<infer R> ? LiveTable<R> : never };

/** Live tables over all tables of a document. */
export const liveTables = <T extends object>(tables: T): LiveTables<T> =>
	Object.fromEntries(
		Object.entries(tables).map(([key, table]) => [key, new LiveTable(table as never)])
	) as LiveTables<T>;
