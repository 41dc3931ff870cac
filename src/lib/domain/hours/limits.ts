/** The closed list of limits (H18–H25). Each is strict: exactly at a limit is not over it. */
import { dayOfNumber, weekOf } from '../calendar/day-number.ts';
import { parseClock } from '../calendar/clock.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { Instant, ZoneClock } from '../calendar/zone-clock.ts';
import type { RatedDay } from './buckets.ts';
import { localRuns } from './day-type.ts';
import type { Flagger } from './flagger.ts';
import { numberOr } from './json.ts';
import type { Limit, LimitKind, Rules } from './rule-set.ts';
import type { Shift } from './shifts.ts';
import type { Day } from './work-days.ts';

export type Judged = {
	readonly shifts: readonly Shift[];
	readonly days: readonly Day[];
	readonly rated: readonly RatedDay[];
	readonly weeks: readonly Week[];
	readonly rules: Rules;
	readonly clock: ZoneClock;
	/** whether the person has signed the opt-out a limit names (`opt_out_48`) */
	readonly hasOptedOut: (key: string) => boolean;
	/** told of every rest that falls short: the forced call's penalty follows from it */
	readonly onShortRest: (limit: Limit, later: Shift, short: Minutes) => void;
};

/** Raises one flag of a limit; `index` is the work day it concerns, for limits that replace each other. */
type Raise = (
	date: number,
	minutes: Minutes,
	entries: readonly string[],
	figures?: Readonly<Record<string, number>>,
	index?: number
) => void;
type Check = (limit: Limit['is'], judged: Judged, raise: Raise) => void;

const KINDS: Readonly<Record<LimitKind, Check>> = {
	daily_extension: dailyExtension,
	monthly_premium: monthlyPremium,
	consecutive,
	daily_rest: dailyRest,
	weekly_rest: weeklyRest,
	break_required: breakRequired,
	avg_week: averageWeek,
	night
};

export function checkLimits(judged: Judged, flag: Flagger): void {
	const { limits } = judged.rules;
	const raised = new Map<string, Set<number>>();
	// The stronger first, so that the weaker knows where it is replaced.
	const order = [...limits].sort((a, b) => Number(a.suppressedBy !== null) - Number(b.suppressedBy !== null));
	for (const limit of order) {
		const mine = raised.get(limit.code) ?? new Set<number>();
		raised.set(limit.code, mine);
		const replaced = limit.suppressedBy === null ? undefined : raised.get(limit.suppressedBy);
		KINDS[limit.kind](limit.is, judged, (day, minutes, entries, figures, index = -1 - day) => {
			if (replaced?.has(index)) return;
			mine.add(index);
			flag(limit.code, dayOfNumber(day), limit.severity, minutes, entries, figures, limit.source);
			if (limit.kind === 'daily_rest' && limit.is.penalty) {
				const later = judged.shifts[index];
				if (later) judged.onShortRest(limit, later, minutes);
			}
		});
	}
}

function dailyExtension(limit: Limit['is'], { days, rated }: Judged, raise: Raise): void {
	const beyond = numberOr(limit.beyondMin, 480);
	const over = numberOr(limit.overMin, 0);
	const types = Array.isArray(limit.dayTypes) ? (limit.dayTypes as string[]) : ['ordinary', 'makeup'];
	days.forEach((day, i) => {
		let minutes = 0;
		for (const [type, worked] of Object.entries(rated[i]!.byType))
			if (types.includes(type)) minutes += worked;
		const extension = minutes - beyond;
		if (extension > over)
			raise(day.day, extension - over, day.entries, { worked: minutes, extension, limit: over }, i);
	});
}

function monthlyPremium(limit: Limit['is'], { days, rated }: Judged, raise: Raise): void {
	const over = numberOr(limit.overMin, 0);
	type Month = { sum: Minutes; crossed: number | null; entries: string[] };
	const months = new Map<string, Month>();
	days.forEach((day, i) => {
		const key = dayOfNumber(day.day).slice(0, 7);
		const month = months.get(key) ?? { sum: 0, crossed: null, entries: [] };
		months.set(key, month);
		const { premium } = rated[i]!;
		if (premium === 0) return;
		month.sum += premium;
		if (month.crossed === null) month.entries.push(...day.entries);
		if (month.crossed === null && month.sum > over) month.crossed = day.day;
	});
	for (const { sum, crossed, entries } of months.values())
		if (crossed !== null) raise(crossed, sum - over, entries, { premium: sum, limit: over });
}

/** Dates worked with the entries of each; two work days of one date are one. */
function datesWorked(days: readonly Day[]): { day: number; entries: readonly string[] }[] {
	const dates: { day: number; entries: readonly string[] }[] = [];
	for (const { day, entries } of days) {
		const last = dates.at(-1);
		if (last?.day === day) last.entries = [...last.entries, ...entries];
		else dates.push({ day, entries });
	}
	return dates;
}

function consecutive(limit: Limit['is'], { days, rules }: Judged, raise: Raise): void {
	const most = numberOr(limit.maxDays, 6);
	const byWeek = limit.basis === 'week';
	const dates = datesWorked(days);
	let begin = 0;
	dates.forEach(({ day }, i) => {
		const before = dates[i - 1]?.day;
		// By week: the dates worked within one week; rolling: those in a row.
		const begins = byWeek
			? before === undefined || weekOf(before, rules.weekStart) !== weekOf(day, rules.weekStart)
			: before !== day - 1;
		if (begins) begin = i;
		const run = i - begin + 1;
		// The dates that make one too many; the run before them is said by its length.
		const last = dates.slice(Math.max(begin, i - most), i + 1);
		if (run > most)
			raise(
				day,
				0,
				last.flatMap(({ entries }) => entries),
				{ days: run, limit: most }
			);
	});
}

const idsOf = (shifts: readonly Shift[]): readonly string[] =>
	shifts.length === 1 ? shifts[0]!.ids : shifts.flatMap(({ ids }) => ids);

function dailyRest(limit: Limit['is'], { shifts }: Judged, raise: Raise): void {
	const least = numberOr(limit.minMin, 0);
	for (let i = 1; i < shifts.length; i++) {
		const [earlier, later] = [shifts[i - 1]!, shifts[i]!];
		const rest = later.from - earlier.to;
		if (rest < least)
			raise(
				later.day,
				least - rest,
				[...earlier.ids, ...later.ids],
				{ rest, limit: least, short: least - rest },
				i
			);
	}
}

export type Week = {
	readonly start: number;
	readonly shifts: Shift[];
	readonly gaps: { minutes: Minutes; next: Instant | null }[];
	readonly dates: Set<number>;
	worked: Minutes;
};

/** Weeks with a shift, in order, and the rests that begin in them; the last rest is open-ended. */
export function weeksOf(shifts: readonly Shift[], days: readonly Day[], { weekStart }: Rules): Week[] {
	const weeks = new Map<number, Week>();
	const at = (day: number): Week => {
		const start = weekOf(day, weekStart);
		let week = weeks.get(start);
		if (!week) weeks.set(start, (week = { start, shifts: [], gaps: [], dates: new Set(), worked: 0 }));
		return week;
	};
	for (const day of days) {
		const week = at(day.day);
		week.dates.add(day.day);
		week.worked += day.workedMinutes;
	}
	shifts.forEach((shift, i) => {
		const week = at(shift.day);
		const next = shifts[i + 1]?.from ?? null;
		week.shifts.push(shift);
		week.gaps.push({ minutes: next === null ? Infinity : next - shift.to, next });
	});
	return [...weeks.values()].sort((a, b) => a.start - b.start);
}

function weeklyRest(limit: Limit['is'], judged: Judged, raise: Raise): void {
	const usual = numberOr(limit.minMin, 0);
	const inSix = numberOr(limit.minIfSixDaysMin, usual);
	const alt = (typeof limit.alt === 'object' && limit.alt !== null ? limit.alt : {}) as Limit['is'];
	const altMin = numberOr(alt.minMin, Infinity);
	const notBefore = typeof alt.nextCallNotBefore === 'string' ? (parseClock(alt.nextCallNotBefore) ?? 0) : 0;
	const clockAt = (at: Instant): Minutes => ((judged.clock.localOf(at) % 1440) + 1440) % 1440;
	for (const week of judged.weeks) {
		if (week.gaps.length === 0) continue;
		const least = week.dates.size === 6 ? inSix : usual;
		const isEnough = week.gaps.some(
			({ minutes, next }) =>
				minutes >= least || (minutes >= altMin && next !== null && clockAt(next) >= notBefore)
		);
		if (isEnough) continue;
		const rest = Math.max(...week.gaps.map(({ minutes }) => minutes));
		raise(week.start, least - rest, idsOf(week.shifts), { rest, limit: least, short: least - rest });
	}
}

function breakRequired(limit: Limit['is'], { shifts }: Judged, raise: Raise): void {
	const over = numberOr(limit.overWorkedMin, 360);
	const least = numberOr(limit.minBreakMin, 20);
	for (const shift of shifts) {
		if (shift.workedMinutes <= over) continue;
		const isLong = ({ from, to }: { readonly from: Instant; readonly to: Instant }) => to - from >= least;
		if (shift.gaps.some(isLong) || shift.entries.some(({ breaks }) => breaks.some(isLong))) continue;
		raise(shift.day, shift.workedMinutes - over, shift.ids, { worked: shift.workedMinutes, limit: over });
	}
}

function averageWeek(limit: Limit['is'], judged: Judged, raise: Raise): void {
	const most = numberOr(limit.limitMin, 2880);
	const span = numberOr(limit.weeks, 17);
	if (judged.hasOptedOut(String(limit.optOutKey ?? ''))) return;
	const { weeks } = judged;
	const first = weeks[0]?.start ?? 0;
	for (const week of weeks) {
		const elapsed = Math.min(span, (week.start - first) / 7 + 1);
		const within = weeks.filter(({ start }) => start <= week.start && start > week.start - 7 * elapsed);
		const sum = within.reduce((all, { worked }) => all + worked, 0);
		if (week.worked === 0 || sum <= most * elapsed) continue;
		const average = sum / elapsed;
		raise(
			week.start,
			Math.ceil(average - most),
			within.flatMap(({ shifts }) => idsOf(shifts)),
			{
				average: Math.round(average),
				limit: most,
				weeks: elapsed
			}
		);
	}
}

function night(limit: Limit['is'], { days, clock }: Judged, raise: Raise): void {
	const from = parseClock(String(limit.from ?? '23:00')) ?? 1380;
	const to = parseClock(String(limit.to ?? '06:00')) ?? 360;
	const least = numberOr(limit.nightMin, 180);
	const most = numberOr(limit.overMin, 480);
	days.forEach((day, i) => {
		if (day.workedMinutes <= most) return;
		const atNight = nightMinutes(day, from, to, clock);
		if (atNight >= least)
			raise(
				day.day,
				day.workedMinutes - most,
				day.entries,
				{ worked: day.workedMinutes, night: atNight, limit: most },
				i
			);
	});
}

/** Worked minutes while the clock shows a time between two; the span may run over midnight. */
function nightMinutes({ worked }: Day, from: Minutes, to: Minutes, clock: ZoneClock): Minutes {
	const spans =
		from < to
			? [[from, to]]
			: [
					[0, to],
					[from, 1440]
				];
	let minutes = 0;
	for (let i = 0; i < worked.length; i += 2)
		localRuns(worked[i]!, worked[i + 1]!, clock, (start, end, local) => {
			const begin = ((local % 1440) + 1440) % 1440;
			for (const [a, b] of spans)
				minutes += Math.max(0, Math.min(begin + end - start, b!) - Math.max(begin, a!));
		});
	return minutes;
}
