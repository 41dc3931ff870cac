/** What the list and the detail say of one day: figures and words, worst news first. */
import { leastSafe, type EntryPlace } from '#lib/domain/hours/log/place.ts';
import type { ReviewRow } from '#lib/domain/hours/log/queue.ts';
import { formatClock } from '#lib/domain/calendar/clock.ts';
import { isWholeDay, type LoggedEntry } from '#lib/domain/hours/log/logged.ts';
import { calledMinutes, type CallOfDay } from '#lib/domain/schedule/calls-of.ts';
import { minutesOf } from '../hours/day-view.ts';
import { text } from '../text/index.svelte.ts';

/** "Called 07:00–19:30", or that the board calls nobody. */
export const callText = (call: CallOfDay | null): string =>
	call ? text.review.called(formatClock(call.callAt), formatClock(call.wrapAt)) : text.review.notCalled;

export const spanText = (entry: Pick<LoggedEntry, 'type' | 'start' | 'end'>): string =>
	isWholeDay(entry.type)
		? text.hours.types[entry.type]
		: entry.end === null
			? text.hours.noEnd(entry.start ?? '?')
			: text.hours.span(entry.start ?? '?', entry.end);

/** The spans that count, and the clock that runs: "07:00–12:00 · 13:00–19:30". */
export function spansText({ day }: Pick<ReviewRow, 'day'>): string {
	if (!day) return '';
	const spans = day.standings.map(({ entry }) => spanText(entry));
	const punch = day.punches[0];
	return [...spans, ...(punch ? [text.hours.onClock(punch.time)] : [])].join(' · ');
}

/** Logged minutes against the plan's; null where one of them is missing. */
export function overPlan({ day, call }: ReviewRow): number | null {
	if (!call || !day || day.standings.length === 0) return null;
	return minutesOf(day) - calledMinutes(call);
}

/** What the person said to what others entered, where anything wants reading. */
export function consentText(row: ReviewRow): string {
	const disputed = row.day?.standings.find(({ consent }) => consent === 'disagreed');
	if (disputed) return text.review.disagrees(disputed.answer?.reason ?? '');
	return text.review.consents[row.consent];
}

/** The last word of the row: the day's state, or how long its money has been waited for. */
export const stateText = (row: ReviewRow): string =>
	row.unpaidDays === null
		? text.review.states[row.state]
		: `${text.review.states.approved}, ${text.review.unpaidFor(row.unpaidDays)}`;

/** Where a day's entries and decisions are: the least safe of them. */
export const placeOfDay = (row: ReviewRow, placeOf: (key: string) => EntryPlace): EntryPlace => {
	const keys = [...(row.day?.keys ?? []), ...(row.day?.decisions ?? []).map(({ key }) => key)];
	return leastSafe(keys.map(placeOf));
};
