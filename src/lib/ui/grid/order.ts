/** Which rows a grid shows, and in which order: a view, the data stay as they are. */
import type { GridColumn, Sort } from './types.ts';

/**
 * @param words rows must have every one of these somewhere in what they show
 * @param only rows that don't pass are left out
 */
export function viewOrder<R>(
	ids: readonly string[],
	row: (id: string) => R | null,
	columns: readonly GridColumn<R>[],
	{
		sort,
		words = '',
		only,
		locale
	}: { sort: Sort | null; words?: string; only?: ((row: R) => boolean) | undefined; locale: string }
): readonly string[] {
	const wanted = words.toLocaleLowerCase(locale).split(/\s+/).filter(Boolean);
	const column = sort ? columns.find(({ key }) => key === sort.key) : undefined;
	if (wanted.length === 0 && !only && !column) return ids;
	const kept = ids.flatMap((id) => {
		const values = row(id);
		if (values === null || (only && !only(values))) return [];
		if (wanted.length > 0) {
			const said = columns
				.map(({ show, write }) => `${show(values)} ${write?.(values) ?? ''}`)
				.join(' ')
				.toLocaleLowerCase(locale);
			if (!wanted.every((word) => said.includes(word))) return [];
		}
		return [{ id, by: column ? (column.sort ?? column.show)(values) : null }];
	});
	if (column && sort) {
		const collator = new Intl.Collator(locale, { numeric: true });
		const turn = sort.down ? -1 : 1;
		// Nothing entered comes last whichever way it is sorted; equal ones keep the data's order.
		kept.sort((a, b) => {
			const [noA, noB] = [a.by === null || a.by === '', b.by === null || b.by === ''];
			if (noA || noB) return Number(noA) - Number(noB);
			return typeof a.by === 'number' && typeof b.by === 'number'
				? turn * (a.by - b.by)
				: turn * collator.compare(String(a.by), String(b.by));
		});
	}
	return kept.map(({ id }) => id);
}
