/**
 * How a record is described: once, as data. The type of a row, its reader, its defaults on reading and the
 * way each field is kept in a document all follow from the description (`doc/table.ts` does the keeping).
 *
 * A field is read with a default: a value that is missing, damaged or written by a newer version never throws,
 * and a document opened by an old version is never changed by reading it.
 */

/** One field: how a raw stored value becomes a plain one. */
export type Field<T> = {
	/** `one`: one value under the field's key. `many`: a set of ids, each under a key of its own, so that two people adding different ids both win. */
	readonly kept: 'one' | 'many';
	/** Reads a raw value (`undefined` when absent) and answers the default for anything that isn't one. */
	readonly read: (raw: unknown) => T;
};

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** A described record: its name in a document, and its fields. */
export type RecordType<Id extends string = string, F extends Fields = Fields> = {
	readonly name: string;
	readonly fields: F;
	/** Only carries the type of the id. */
	readonly idType?: Id;
};

/** The plain values of a described record, without its id. */
export type FieldValues<R> =
	R extends RecordType<string, infer F>
		? { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never }
		: never;

type IdOf<R> = R extends RecordType<infer Id, Fields> ? Id : never;

/** A row as every room but `doc` sees it: an id, the fields, and when it was put away (null while it is in use). */
export type RowOf<R> = { readonly id: IdOf<R>; readonly archivedAt: number | null } & FieldValues<R>;

/** Describes a record. `Id` is the branded type of its ids. */
export const record =
	<Id extends string>() =>
	<F extends Fields>(name: string, fields: F): RecordType<Id, F> => ({ name, fields });

const one = <T>(read: (raw: unknown) => T): Field<T> => ({ kept: 'one', read });

/** Free text. */
export const text = (ifAbsent = ''): Field<string> =>
	one((raw) => (typeof raw === 'string' ? raw : ifAbsent));

/** A whole number of at least `least`; null where nothing was entered and no default is given. */
export function whole(ifAbsent: number, least?: number): Field<number>;
export function whole(ifAbsent?: null, least?: number): Field<number | null>;
export function whole(ifAbsent: number | null = null, least = 0): Field<number | null> {
	return one((raw) => (typeof raw === 'number' && Number.isInteger(raw) && raw >= least ? raw : ifAbsent));
}

/** A number that needn't be whole, between two bounds, both included; null where nothing was entered. */
export const between = (least: number, most: number): Field<number | null> =>
	one((raw) => (typeof raw === 'number' && raw >= least && raw <= most ? raw : null));

/** Yes or no. */
export const flag = (ifAbsent = false): Field<boolean> =>
	one((raw) => (typeof raw === 'boolean' ? raw : ifAbsent));

/** One of a few words. */
export const choice = <const W extends string>(words: readonly W[], ifAbsent: NoInfer<W>): Field<W> =>
	one((raw) => ((words as readonly unknown[]).includes(raw) ? (raw as W) : ifAbsent));

/** One of a few words, or nothing yet. */
export const maybe = <const W extends string>(words: readonly W[]): Field<W | null> =>
	one((raw) => ((words as readonly unknown[]).includes(raw) ? (raw as W) : null));

/** The id of another record, or nothing. */
export const ref = <Id extends string>(): Field<Id | null> =>
	one((raw) => (typeof raw === 'string' && raw !== '' ? (raw as Id) : null));

/** A set of ids of other records, in a stable order that says nothing. */
export const refs = <Id extends string>(): Field<readonly Id[]> => ({
	kept: 'many',
	read: (raw) => (Array.isArray(raw) ? (raw.filter((id) => typeof id === 'string' && id !== '') as Id[]) : [])
});

/** A short list that is always replaced as a whole. */
export const list = <T>(
	isItem: (raw: unknown) => raw is T,
	ifAbsent: readonly T[] = []
): Field<readonly T[]> => one((raw) => (Array.isArray(raw) && raw.every(isItem) ? (raw as T[]) : ifAbsent));

/** A value with a shape of its own; `read` answers null for anything else. */
export const shaped = <T>(read: (raw: unknown) => T | null, ifAbsent: T): Field<T> =>
	one((raw) => read(raw) ?? ifAbsent);
