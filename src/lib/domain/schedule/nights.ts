import { daysBetween, type DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { RestAsked } from '../hours/own-rules/index.ts';
import type { CharacterId, PersonId, ShootDayId } from '../ids.ts';
import type { DaySummary } from './summarise-day.ts';

/** One person who rests less than the production and that person's rules ask for. */
export type ShortRest = {
	readonly who: PersonId | CharacterId;
	readonly restMinutes: Minutes;
	/** how much is missing */
	readonly shortMinutes: Minutes;
};

/** What lies between two neighbouring shoot dates. */
export type Night = {
	/** the last column of the earlier date and the first of the later: the gutter is drawn between them */
	readonly fromDayId: ShootDayId;
	readonly toDayId: ShootDayId;
	readonly fromDate: DayKey;
	readonly toDate: DayKey;
	/** 1: tomorrow; more: free days in between */
	readonly daysApart: number;
	/** the shortest rest of anyone called on both dates; null when nobody is */
	readonly restMinutes: Minutes | null;
	/** how many are called on both dates */
	readonly people: number;
	/** the rest asked of them; null where rules ask for different ones */
	readonly least: Minutes | null;
	/** those under what is asked of them, the shortest rest first */
	readonly short: readonly ShortRest[];
};

type Span = { callAt: Minutes; wrapAt: Minutes };
type DateGroup = { date: DayKey; days: DaySummary[]; spans: ReadonlyMap<PersonId | CharacterId, Span> };

/**
 * The nights between the shoot dates: rest = next call − last wrap, counted across the dates between (field guide
 * 3.5). Units of one date are taken together: a person called on both rests from the later wrap to the earlier
 * call. Days without a date have no night.
 *
 * @param restOf the shortest rest somebody needs before a date's call (`restAsked`)
 */
export function nights(summaries: readonly DaySummary[], restOf: RestAsked): Night[] {
	const groups = byDate(summaries);
	return groups.slice(1).flatMap((to, i) => {
		const from = groups[i];
		return from ? [nightBetween(from, to, restOf)] : [];
	});
}

function nightBetween(from: DateGroup, to: DateGroup, restOf: RestAsked): Night {
	const daysApart = daysBetween(from.date, to.date);
	const short: ShortRest[] = [];
	let people = 0;
	let shortest: Minutes | null = null;
	const asked = new Set<Minutes>();
	for (const [who, next] of to.spans) {
		const last = from.spans.get(who);
		if (!last) continue;
		people++;
		const rest = daysApart * 1440 + next.callAt - last.wrapAt;
		if (shortest === null || rest < shortest) shortest = rest;
		const least = restOf(who, to.date);
		asked.add(least);
		if (rest < least) short.push({ who, restMinutes: rest, shortMinutes: least - rest });
	}
	short.sort((a, b) => a.restMinutes - b.restMinutes || (a.who < b.who ? -1 : 1));
	return {
		fromDayId: from.days.at(-1)!.dayId,
		toDayId: to.days[0]!.dayId,
		fromDate: from.date,
		toDate: to.date,
		daysApart,
		restMinutes: shortest,
		people,
		least: asked.size > 1 ? null : ([...asked][0] ?? restOf('', to.date)),
		short
	};
}

/** Summaries of one date together, in order of date, then unit. Days with nobody called keep their place: a free day is a night too. */
function byDate(summaries: readonly DaySummary[]): DateGroup[] {
	const ordered = summaries
		.filter((one): one is DaySummary & { date: DayKey } => one.date !== null)
		.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.unit < b.unit ? -1 : 1));
	const groups: { date: DayKey; days: DaySummary[] }[] = [];
	for (const one of ordered) {
		const last = groups.at(-1);
		if (last?.date === one.date) last.days.push(one);
		else groups.push({ date: one.date, days: [one] });
	}
	return groups.map((group) => ({ ...group, spans: spansOf(group.days) }));
}

function spansOf(days: readonly DaySummary[]): ReadonlyMap<PersonId | CharacterId, Span> {
	const spans = new Map<PersonId | CharacterId, Span>();
	for (const day of days)
		for (const { who, callAt, wrapAt } of day.called) {
			const span = spans.get(who);
			if (!span) spans.set(who, { callAt, wrapAt });
			else {
				span.callAt = Math.min(span.callAt, callAt);
				span.wrapAt = Math.max(span.wrapAt, wrapAt);
			}
		}
	return spans;
}
