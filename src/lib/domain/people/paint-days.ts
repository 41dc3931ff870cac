import { addDays, type DayKey } from '../calendar/day-key.ts';
import type { Availability } from '../schedule/records.ts';

type Row = Pick<Availability, 'id' | 'from' | 'to' | 'kind' | 'fromAt' | 'toAt' | 'note'>;
/** What days are marked with; null takes the marks off. */
export type Paint = Pick<Availability, 'kind' | 'fromAt' | 'toAt' | 'note'>;
type Span = { readonly from: DayKey; readonly to: DayKey };

/** What has to be written so that a stretch of days stands as it was painted. */
export type Painted = {
	readonly change: readonly (Span & { readonly id: Availability['id'] })[];
	readonly gone: readonly Availability['id'][];
	readonly add: readonly (Span & Paint)[];
};

const lastOf = ({ from, to }: Row): DayKey | null => (to !== null && from !== null && to > from ? to : from);

const sameMark = (a: Paint, b: Paint): boolean =>
	a.kind === b.kind && a.fromAt === b.fromAt && a.toAt === b.toAt && a.note === b.note;

/**
 * Marks the days from one to another, both included, over what one person's or place's rows say: a day has one mark.
 * Rows beneath are cut, split in two, or go; a row of the same mark next to the stretch grows instead of a second
 * one being added.
 */
export function paintDays(rows: readonly Row[], days: Span, paint: Paint | null): Painted {
	const { from, to } = days.from <= days.to ? days : { from: days.to, to: days.from };
	const change: (Span & { id: Availability['id'] })[] = [];
	const gone: Availability['id'][] = [];
	const add: (Span & Paint)[] = [];
	let [first, last] = [from, to];
	let grown: Availability['id'] | null = null;
	for (const row of rows) {
		const end = lastOf(row);
		if (row.from === null || end === null) continue;
		if (paint && sameMark(row, paint) && row.from <= addDays(to, 1) && end >= addDays(from, -1)) {
			// Joined with the stretch: the first such row grows, others go.
			first = row.from < first ? row.from : first;
			last = end > last ? end : last;
			if (grown === null) grown = row.id;
			else gone.push(row.id);
			continue;
		}
		if (end < from || row.from > to) continue;
		const [before, after] = [row.from < from, end > to];
		if (before) change.push({ id: row.id, from: row.from, to: addDays(from, -1) });
		else if (after) change.push({ id: row.id, from: addDays(to, 1), to: end });
		else gone.push(row.id);
		if (before && after) {
			const { kind, fromAt, toAt, note } = row;
			add.push({ from: addDays(to, 1), to: end, kind, fromAt, toAt, note });
		}
	}
	if (paint && grown !== null) change.push({ id: grown, from: first, to: last });
	else if (paint) add.push({ from: first, to: last, ...paint });
	return { change, gone, add };
}
