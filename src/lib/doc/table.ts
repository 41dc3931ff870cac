import type * as Y from 'yjs';
import type { Field, FieldValues, Fields, RecordType, RowOf } from '#lib/domain/record.ts';

/** Marks a member of a set field: the field's key, a slash, the id. */
const MEMBER = '/';
/** When a row was put away (milliseconds), under a key no field may have. */
const ARCHIVED = 'archivedAt';

type AnyRecord = RecordType<string, Fields>;
type Stored = Y.Map<unknown>;

/** Which rows a transaction touched, and whether rows came or went (put away and taken back included). */
export type TableChange = { readonly ids: ReadonlySet<string>; readonly membership: boolean };

/**
 * Typed rows over one Y.Map of Y.Maps: one map a record, one key a field, one key a member of a set field. Plain
 * values go in and come out; a row object stays the same until one of its fields changes. Reading writes
 * nothing, keeps fields it doesn't know, and gives defaults for what is missing or damaged.
 */
export class Table<R extends AnyRecord> {
	readonly type: R;
	readonly #map: Y.Map<Stored>;
	readonly #makeMap: () => Stored;
	readonly #read = new Map<string, RowOf<R>>();
	#inUse: ReadonlyMap<RowOf<R>['id'], RowOf<R>> | null = null;
	readonly #listeners = new Set<(change: TableChange) => void>();

	/**
	 * @param map the root map that holds the rows
	 * @param makeMap makes an empty Y.Map; handed in so that this file needs Yjs for its types only
	 */
	constructor(type: R, map: Y.Map<Stored>, makeMap: () => Stored) {
		this.type = type;
		this.#map = map;
		this.#makeMap = makeMap;
		map.observeDeep((events) => this.#changed(events as Y.YEvent<Stored>[]));
	}

	/** The row, put away or not; null when there is none. */
	get(id: string): RowOf<R> | null {
		const known = this.#read.get(id);
		if (known) return known;
		const stored = this.#map.get(id);
		if (!stored) return null;
		const row = readRow(this.type, id, stored);
		this.#read.set(id, row);
		return row;
	}

	/** Rows in use by id. The map is the same object until a row of this table changes. */
	rows(): ReadonlyMap<RowOf<R>['id'], RowOf<R>> {
		if (!this.#inUse) {
			const rows = new Map<RowOf<R>['id'], RowOf<R>>();
			for (const id of this.#map.keys()) {
				const row = this.get(id);
				if (row && row.archivedAt === null) rows.set(row.id as RowOf<R>['id'], row);
			}
			this.#inUse = rows;
		}
		return this.#inUse;
	}

	/** Rows put away, by id. */
	archived(): RowOf<R>[] {
		return [...this.#map.keys()]
			.map((id) => this.get(id))
			.filter((row) => row !== null && row.archivedAt !== null) as RowOf<R>[];
	}

	/** Adds a row under an id nobody has used. Fields left out keep their default. Throws for an id that is taken. */
	add(id: RowOf<R>['id'], values: Partial<FieldValues<R>>): void {
		if (this.#map.has(id)) throw new Error(`${this.type.name} ${id} is already there: rows are made once`);
		const stored = this.#makeMap();
		for (const [name, value] of Object.entries(values)) this.#write(stored, name, value, true);
		this.#map.set(id, stored);
		this.#forget(id);
	}

	/** Changes fields of a row; fields that already hold the value are not written. Throws for a row that isn't there. */
	set(id: RowOf<R>['id'], values: Partial<FieldValues<R>>): void {
		const stored = this.#map.get(id);
		if (!stored) throw new Error(`there is no ${this.type.name} ${id} to change`);
		for (const [name, value] of Object.entries(values)) this.#write(stored, name, value, false);
		this.#forget(id);
	}

	/** Puts a row away (`at`: milliseconds) or takes it back (`at`: null). Nothing is ever deleted: a later edit by somebody offline would be lost with it. */
	archive(id: RowOf<R>['id'], at: number | null): void {
		const stored = this.#map.get(id);
		if (!stored) throw new Error(`there is no ${this.type.name} ${id} to put away`);
		if (at === null) stored.delete(ARCHIVED);
		else stored.set(ARCHIVED, at);
		this.#forget(id);
	}

	/** Calls back once a transaction that touched this table. Returns the way to stop. */
	observe(listener: (change: TableChange) => void): () => void {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	}

	#write(stored: Stored, name: string, value: unknown, fresh: boolean): void {
		const field = this.type.fields[name];
		if (!field) throw new Error(`${this.type.name} has no field ${name}`);
		if (field.kept === 'many') return writeMembers(stored, name, value as readonly string[], fresh);
		if (!fresh && same(field.read(stored.get(name)), value) && stored.has(name)) return;
		stored.set(name, value);
	}

	#forget(id: string): void {
		this.#read.delete(id);
		this.#inUse = null;
	}

	#changed(events: readonly Y.YEvent<Stored>[]): void {
		const ids = new Set<string>();
		let membership = false;
		for (const event of events) {
			if (event.path.length === 0) {
				membership = true;
				for (const key of (event as unknown as Y.YMapEvent<unknown>).keysChanged) ids.add(key);
			} else {
				ids.add(String(event.path[0]));
				if (event.path.length === 1 && (event as unknown as Y.YMapEvent<unknown>).keysChanged.has(ARCHIVED))
					membership = true;
			}
		}
		for (const id of ids) this.#read.delete(id);
		this.#inUse = null;
		const change = { ids, membership };
		for (const listener of this.#listeners) listener(change);
	}
}

/** Reads one row from where it is kept (an empty map gives a row of defaults). */
export function readRow<R extends AnyRecord>(
	type: R,
	id: string,
	stored: { keys(): Iterable<string>; get(key: string): unknown }
): RowOf<R> {
	const row: Record<string, unknown> = { id };
	const members = new Map<string, string[]>();
	for (const key of stored.keys()) {
		const slash = key.indexOf(MEMBER);
		if (slash < 1 || stored.get(key) !== 1) continue;
		const name = key.slice(0, slash);
		const ids = members.get(name);
		if (ids) ids.push(key.slice(slash + 1));
		else members.set(name, [key.slice(slash + 1)]);
	}
	for (const [name, field] of Object.entries<Field<unknown>>(type.fields)) {
		row[name] = field.read(field.kept === 'many' ? members.get(name)?.sort() : stored.get(name));
	}
	const at = stored.get(ARCHIVED);
	row[ARCHIVED] = typeof at === 'number' ? at : null;
	return Object.freeze(row) as RowOf<R>;
}

function writeMembers(stored: Stored, name: string, wanted: readonly string[], fresh: boolean): void {
	const prefix = name + MEMBER;
	const keep = new Set(wanted);
	if (!fresh) {
		for (const key of [...stored.keys()]) {
			if (key.startsWith(prefix) && !keep.has(key.slice(prefix.length))) stored.delete(key);
		}
	}
	for (const id of keep) if (fresh || stored.get(prefix + id) !== 1) stored.set(prefix + id, 1);
}

const same = (a: unknown, b: unknown): boolean =>
	a === b || (typeof a === 'object' && a !== null && JSON.stringify(a) === JSON.stringify(b));
