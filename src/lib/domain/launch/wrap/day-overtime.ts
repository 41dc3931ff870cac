/** The overtime a shoot day made, by the hours rules: what its calls add to those of the days before it. */
import type { Minutes } from '../../calendar/duration.ts';
import { zoneClock } from '../../calendar/zone-clock.ts';
import { plannedEntry } from '../../hours/log/judged.ts';
import { paysOvertime, ratePlanned, workedBefore } from '../../hours/rate-planned.ts';
import type { Rules } from '../../hours/rule-set.ts';
import type { Json } from '../../hours/types.ts';
import type { ShootDayId } from '../../ids.ts';
import { callsOf } from '../../schedule/calls-of.ts';
import type { Board } from '../../schedule/columns.ts';
import type { DaySummary } from '../../schedule/summarise-day.ts';

export type DayOvertime = {
	/** minutes of everyone together */
	readonly sum: Minutes;
	/** of whoever had most: so long was overtime on the clock */
	readonly most: Minutes;
};

/** Whose rules somebody follows, and the agreed day: what counts where the rules pay no overtime. */
export type Judged = { readonly rules: Rules; readonly contracted: Minutes };

/**
 * Overtime of everyone called on a day, had all gone home at a time at the latest. Days are added one after another in
 * the board's order (date, unit), so that those of a shoot add up to what its people worked over the rules.
 *
 * @param judged by whose rules somebody is judged on that day; the days before are judged by the same
 * @returns by the latest wrap, minutes after midnight of the day's date
 */
export function dayOvertime(
	{ summaries }: Pick<Board, 'summaries'>,
	dayId: ShootDayId,
	zone: string,
	judged: (who: string) => Judged
): (wrapAt: Minutes) => DayOvertime {
	const clock = zoneClock(zone);
	const at = summaries.findIndex((summary) => summary.dayId === dayId);
	const day = summaries[at];
	if (!day) return () => ({ sum: 0, most: 0 });
	// A part that nobody plays yet is called as if it were somebody.
	const upTo = summaries.slice(0, at + 1).map((summary) => ({
		...summary,
		called: summary.called.map((one) => ({ ...one, personId: one.who as never }))
	}));
	const overtimeOf = (
		who: string,
		days: readonly Pick<DaySummary, 'date' | 'called' | 'meals'>[]
	): Minutes => {
		const entries = callsOf(days, who)
			.filter(({ callAt, wrapAt }) => wrapAt > callAt)
			.map((call): Json => ({ ...plannedEntry(call, who), status: 'logged' }));
		if (entries.length === 0) return 0;
		const { rules, contracted } = judged(who);
		const shifts = workedBefore(entries, rules, clock);
		if (paysOvertime(rules))
			return ratePlanned(shifts, [], rules, clock).rated.reduce((sum, { premium }) => sum + premium, 0);
		return shifts.reduce((sum, shift) => sum + Math.max(0, shift.workedMinutes - contracted), 0);
	};
	const before = new Map(day.called.map(({ who }) => [who, overtimeOf(who, upTo.slice(0, -1))]));
	const known = new Map<Minutes, DayOvertime>();
	return (wrapAt) => {
		const cap = Math.min(wrapAt, day.wrapAt);
		const answered = known.get(cap);
		if (answered) return answered;
		const last = upTo[at]!;
		const days = [
			...upTo.slice(0, -1),
			{ ...last, called: last.called.map((one) => ({ ...one, wrapAt: Math.min(one.wrapAt, cap) })) }
		];
		let [sum, most] = [0, 0];
		for (const [who, earlier] of before) {
			const own = Math.max(0, overtimeOf(who, days) - earlier);
			sum += own;
			most = Math.max(most, own);
		}
		known.set(cap, { sum, most });
		return { sum, most };
	};
}
