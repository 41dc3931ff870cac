/** Which multiplier each worked minute takes: one bucket a minute, in stretches of equal minutes (H13–H17). */
import { dayOfNumber, weekOf } from '../calendar/day-number.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { ZoneClock } from '../calendar/zone-clock.ts';
import { typedStretches, type Typed } from './day-type.ts';
import type { Rules, Tier } from './rule-set.ts';
import type { Buckets, DayType } from './types.ts';
import type { Day } from './work-days.ts';

/** Worked minutes of a work day by multiplier, and by day type for the limits. */
export type RatedDay = {
	readonly buckets: Buckets;
	readonly premium: Minutes;
	readonly byType: Readonly<Partial<Record<DayType, Minutes>>>;
};

type Run = { minutes: Minutes; multiplier: number; type: DayType };
export type TierSet = {
	readonly daily: Rules['daily'];
	readonly nthDay: Rules['nthDay'];
	readonly weekly: Rules['weekly'];
	readonly period: Rules['period'];
	readonly dayTypePay: Rules['dayTypePay'];
};

const holdsFor = (activity: string | null) => (tier: Tier) =>
	tier.activity === null || tier.activity === activity;

/** The tiers that hold for a person: some are for one activity only (camera). */
export function tiersFor(rules: Rules, activity: string | null): TierSet {
	const { daily, nthDay, weekly, period, dayTypePay } = rules;
	if (!daily?.tiers.some((tier) => tier.activity !== null))
		return { daily, nthDay, weekly, period, dayTypePay };
	return {
		daily: { ...daily, tiers: daily.tiers.filter(holdsFor(activity)) },
		nthDay,
		weekly,
		period,
		dayTypePay
	};
}

/**
 * The tiers of pay where the deal begins overtime only after the contracted minutes (H31): no daily tier begins
 * sooner, and inside them nothing becomes overtime by week or period. Day types and nth days stay.
 */
export const afterContract = (tiers: TierSet, contracted: Minutes): TierSet => ({
	...tiers,
	daily: tiers.daily && {
		...tiers.daily,
		tiers: tiers.daily.tiers.map((tier) => ({ ...tier, afterMin: Math.max(tier.afterMin, contracted) }))
	},
	weekly: null,
	period: null
});

/** The typed stretches of each work day, once for statutory buckets and those of the deal. */
export const typedDays = (days: readonly Day[], rules: Rules, clock: ZoneClock): Typed[][] =>
	days.map((day) => typedStretches(day, rules, clock));

/** Rates work days in time order. `days` and `typed` go together. */
export function rateDays(
	days: readonly Day[],
	typed: readonly (readonly Typed[])[],
	tiers: TierSet,
	weekStart: number
): RatedDay[] {
	let week = NaN;
	let lastDay = NaN;
	let nth = 0;
	let weekSum = 0;
	const periods = new Map<string, number>();
	return days.map((day, i) => {
		const ownWeek = weekOf(day.day, weekStart);
		if (ownWeek !== week) {
			week = ownWeek;
			nth = 0;
			weekSum = 0;
			lastDay = NaN;
		}
		if (day.day !== lastDay) nth++;
		lastDay = day.day;
		let runs = runsOf(typed[i]!, tiers, nth);
		const { weekly, period } = tiers;
		if (weekly) {
			const past = past1(runs, weekSum, weekly, (type) => !weekly.exclude.includes(type));
			runs = past.runs;
			weekSum = past.sum;
		}
		if (period) {
			const key = periodOf(dayOfNumber(day.day), period.unit);
			const past = past1(runs, periods.get(key) ?? 0, period, () => true);
			runs = past.runs;
			periods.set(key, past.sum);
		}
		return summed(runs);
	});
}

export const periodOf = (date: string, unit: string): string =>
	unit === 'year'
		? date.slice(0, 4)
		: unit === 'quarter'
			? `${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`
			: date.slice(0, 7);

/** The highest that applies to each minute, in runs that end where a tier begins. */
export function runsOf(typed: readonly Typed[], { daily, nthDay, dayTypePay }: TierSet, nth: number): Run[] {
	const runs: Run[] = [];
	const nthTiers = nthDay.filter(({ n }) => n === nth).flatMap(({ tiers }) => tiers);
	let counted = 0;
	let total = 0;
	for (const { from, to, call, type } of typed) {
		const dailyTiers = daily?.appliesTo.includes(type) ? daily.tiers : null;
		const base = Math.max(1, dayTypePay[type] ?? 1);
		for (let at = from; at < to;) {
			let multiplier = base;
			let until = to;
			const take = (tier: Tier, reached: Minutes) => {
				if (reached >= tier.afterMin) multiplier = Math.max(multiplier, tier.multiplier);
				else until = Math.min(until, at + tier.afterMin - reached);
			};
			if (dailyTiers)
				for (const tier of dailyTiers) take(tier, tier.basis === 'elapsed' ? at - call : counted);
			for (const tier of nthTiers) take(tier, total);
			const minutes = until - at;
			runs.push({ minutes, multiplier, type });
			if (dailyTiers) counted += minutes;
			total += minutes;
			at = until;
		}
	}
	return runs;
}

/** Counts minutes still at ×1 and raises those past the threshold: an hour already raised counts for nothing more. */
function past1(
	runs: readonly Run[],
	sum: Minutes,
	{ threshold, multiplier }: { readonly threshold: Minutes; readonly multiplier: number },
	counts: (type: DayType) => boolean
): { runs: Run[]; sum: Minutes } {
	const out: Run[] = [];
	for (const run of runs) {
		if (run.multiplier !== 1 || !counts(run.type)) {
			out.push(run);
			continue;
		}
		const straight = Math.min(run.minutes, Math.max(0, threshold - sum));
		if (straight > 0) out.push({ ...run, minutes: straight });
		if (straight < run.minutes) out.push({ ...run, minutes: run.minutes - straight, multiplier });
		sum += run.minutes;
	}
	return { runs: out, sum };
}

function summed(runs: readonly Run[]): RatedDay {
	const buckets: Record<string, number> = {};
	const byType: Partial<Record<DayType, number>> = {};
	let premium = 0;
	for (const { minutes, multiplier, type } of runs) {
		const key = String(multiplier);
		buckets[key] = (buckets[key] ?? 0) + minutes;
		byType[type] = (byType[type] ?? 0) + minutes;
		if (multiplier > 1) premium += minutes;
	}
	return { buckets, premium, byType };
}

/** What is paid: each bucket above ×1 of a work day taken to the step of overtime rounding (H17). */
export function rounded(buckets: Buckets, rounding: Rules['rounding']): Buckets {
	if (rounding?.scope !== 'overtime') return buckets;
	const { unit, up } = rounding;
	const steps = (minutes: Minutes) =>
		(up ? Math.ceil(minutes / unit) : Math.floor((2 * minutes + unit) / (2 * unit))) * unit;
	const paid: Record<string, number> = {};
	for (const multiplier in buckets) {
		const minutes = buckets[multiplier]!;
		paid[multiplier] = multiplier === '1' ? minutes : steps(minutes);
	}
	return paid;
}
