/** A day of hours as its row shows it: one state, the word of which is the worst news or the furthest it came. */
import { isPaid, type DayStanding, type Standing } from '#lib/domain/hours/log/standing.ts';
import { spanMinutes } from './entry-form.ts';

export type DayState =
	'open' | 'logged' | 'signed' | 'approved' | 'queried' | 'changed' | 'paid' | 'received';

/** What a day's row says first. A change or a question comes before money; a punch without an end before all. */
export function stateOf(day: DayStanding): DayState {
	if (day.standings.length === 0 && day.punches.length > 0) return 'open';
	if (day.approval === 'changed' || day.approval === 'queried') return day.approval;
	// Money that went out for other entries than these is shown with the day, and isn't the day's state.
	if (isPaid(day)) return day.received ? 'received' : 'paid';
	if (day.approval === 'approved') return 'approved';
	return day.signed ? 'signed' : 'logged';
}

/** Entries others made that the person hasn't answered. */
export const unanswered = (day: DayStanding): readonly Standing[] =>
	day.standings.filter(({ consent }) => consent === 'open');

/** Whether the person could sign now: something counts, and nothing of it waits for an answer or is disputed. */
export const maySign = (day: DayStanding): boolean =>
	!day.signed &&
	day.standings.length > 0 &&
	day.punches.length === 0 &&
	day.standings.every(({ consent }) => consent === 'own' || consent === 'confirmed');

/** Minutes of a day by its entries' own times, without the way to work: a figure for the list, before the rules have spoken. */
export const minutesOf = (day: DayStanding): number =>
	day.standings.reduce(
		(sum, { entry }) => sum + (entry.type === 'commute' ? 0 : (spanMinutes(entry) ?? 0)),
		0
	);
