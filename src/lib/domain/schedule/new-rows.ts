/** Rows as they begin, for what makes many at once (first schedule, import, demo): every field its default. */
import type { FieldValues, Fields, RecordType, RowOf } from '../record.ts';

const blanks = new WeakMap<object, Record<string, unknown>>();

function blank(type: RecordType<string, Fields>): Record<string, unknown> {
	let values = blanks.get(type);
	if (!values) {
		values = Object.fromEntries(
			Object.entries(type.fields).map(([key, field]) => [key, field.read(undefined)])
		);
		blanks.set(type, values);
	}
	return values;
}

/** A row of a described record: the given values, defaults for the rest, in use. */
export const newRow = <R extends RecordType<string, Fields>>(
	type: R,
	id: RowOf<R>['id'],
	values: Partial<FieldValues<R>> = {}
): RowOf<R> => ({ ...blank(type), ...values, id, archivedAt: null }) as unknown as RowOf<R>;

/** Rows by id. */
export const byId = <R extends { readonly id: string }>(rows: Iterable<R>): Map<R['id'], R> =>
	new Map([...rows].map((row) => [row.id, row]));
