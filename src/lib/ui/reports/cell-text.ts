/** A cell of the heat map in words and in the least room. */
import type { WorkCell } from '#lib/domain/reports/index.ts';
import { text } from '../text/index.svelte.ts';

/** Hours with at most one decimal, for a cell of 36 px: 630 → "10.5", 605 → "10.1". The words beside it are exact. */
const figure = (minutes: number): string => String(Math.round(minutes / 6) / 10);

/**
 * What a cell shows: `12`, `[9]` for a plan, `–` for what was logged and doesn't count.
 * @param narrow whole hours without brackets, where a month has to fit: the dashed edge says that it is a plan
 */
export function cellFigure({ worked, planned, heat }: WorkCell, narrow = false): string {
	const short = (minutes: number): string => (narrow ? String(Math.round(minutes / 60)) : figure(minutes));
	if (heat === null) return '–';
	if (planned === 0) return short(worked);
	if (worked > 0) return `${short(worked)}+`;
	return narrow ? short(planned) : `[${short(planned)}]`;
}

/** All a cell says, for who can't see it: "11 h worked, 3 h of overtime, only 8 h rest before". */
export function cellWords(cell: WorkCell | null): string {
	const words = text.reports.cell;
	if (!cell) return words.nothing;
	return [
		cell.worked > 0 ? words.worked(cell.worked) : null,
		cell.planned > 0 ? words.planned(cell.planned) : null,
		cell.heat === null ? words.noEnd : null,
		cell.overtime + cell.overtimePlanned > 0 ? words.overtime(cell.overtime + cell.overtimePlanned) : null,
		cell.heat === null || cell.heat === 1 ? null : text.reports.heats[cell.heat - 1],
		cell.rest ? words.rest(cell.rest.rest) : null,
		cell.inARow > 1 ? words.inARow(cell.inARow) : null,
		cell.disputed > 0 ? words.disputed(cell.disputed) : null
	]
		.filter((part) => part !== null)
		.join(', ');
}
