/** What a figure of the workload is made of: the people and days it adds up, so that every figure can be opened. */
import type { DayKey } from '../calendar/day-key.ts';
import { loadOf, type Workload } from './workload-load.ts';
import type { WorkRow } from './workload.ts';

/** The figures of a workload, in the order a page has them. */
export const FIGURES = [
	'worked',
	'called',
	'planned',
	'overtime',
	'overtimePlanned',
	'paid',
	'unpaid',
	'unpriced',
	'restsBroken',
	'daysTooMany',
	'disputed',
	'unanswered'
] as const satisfies readonly (keyof Workload)[];
export type Figure = (typeof FIGURES)[number];

/** One person's share of a figure, and the days it comes from; in the figure's own unit. */
export type Behind = {
	readonly person: WorkRow['person'];
	readonly amount: number;
	readonly days: readonly { readonly date: DayKey; readonly amount: number }[];
};

/**
 * Who and which days a figure is made of: the largest share first, days in order. What adds nothing is left out, and
 * the amounts add up to the figure of the same rows.
 */
export function behindFigure(rows: readonly WorkRow[], figure: Figure): Behind[] {
	return rows
		.map(({ person, cells }): Behind => {
			const days = cells.flatMap((cell) => {
				const amount = loadOf([cell])[figure] ?? 0;
				return cell && amount !== 0 ? [{ date: cell.date, amount }] : [];
			});
			return { person, days, amount: days.reduce((sum, { amount }) => sum + amount, 0) };
		})
		.filter(({ days }) => days.length > 0)
		.sort(
			(a, b) =>
				b.amount - a.amount || (a.person.name < b.person.name ? -1 : a.person.name > b.person.name ? 1 : 0)
		);
}
