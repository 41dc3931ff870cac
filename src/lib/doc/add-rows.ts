import type { Fields, RecordType, RowOf } from '#lib/domain/record.ts';
import type { Table } from './table.ts';

/** Adds whole rows as they are, leaving out what equals the default so that a document holds only what was said. */
export function addRows<R extends RecordType<string, Fields>>(
	table: Table<R>,
	rows: Iterable<RowOf<R>>
): void {
	for (const row of rows) addRow(table, row);
}

/** Adds one whole row. */
export function addRow<R extends RecordType<string, Fields>>(table: Table<R>, row: RowOf<R>): void {
	const { id, archivedAt: _archivedAt, ...values } = row as RowOf<R> & Record<string, unknown>;
	const said = Object.entries(values).filter(([name, value]) => {
		const field = table.type.fields[name];
		return field && JSON.stringify(field.read(undefined)) !== JSON.stringify(value);
	});
	table.add(id as RowOf<R>['id'], Object.fromEntries(said) as Parameters<typeof table.add>[1]);
}
