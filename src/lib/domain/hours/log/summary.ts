/** A person's week and month against the limits of the rules: the bars above the days, and what comes next. */
import { addDays, type DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import { premiumOf } from '../premium.ts';
import type { Limit, LimitKind, Rules } from '../rule-set.ts';
import type { HoursFlag, Result } from '../types.ts';

/** The figures of a rule set that people look at; null where it has none. */
export type Caps = {
	/** hours of a week that are paid straight, else the most on average */
	readonly week: Minutes | null;
	/** overtime of a calendar month */
	readonly month: Minutes | null;
	/** rest between wrap and call */
	readonly rest: Minutes | null;
	readonly daysInARow: number | null;
};

export function capsOf(rules: Pick<Rules, 'limits' | 'weekly'>): Caps {
	const figure = (kind: LimitKind, key: string): number | null => {
		const found = rules.limits
			.filter((limit: Limit) => limit.kind === kind)
			.map(({ is }) => is[key])
			.filter((raw): raw is number => typeof raw === 'number');
		return found.length === 0 ? null : Math.min(...found);
	};
	return {
		week: rules.weekly?.threshold ?? figure('avg_week', 'limitMin'),
		month: figure('monthly_premium', 'overMin'),
		rest: figure('daily_rest', 'minMin'),
		daysInARow: figure('consecutive', 'maxDays')
	};
}

/** Minutes of a span, and the part of them that is still only planned. */
export type Load = {
	readonly worked: Minutes;
	readonly planned: Minutes;
	readonly overtime: Minutes;
	readonly overtimePlanned: Minutes;
};

export type HoursSummary = {
	readonly week: Load & { readonly from: DayKey; readonly limit: Minutes | null };
	readonly month: Load & { readonly limit: Minutes | null };
	/** dates in a row up to today, logged or planned for today */
	readonly daysInARow: number;
	/** the first limit that the plan will break, from today on */
	readonly next: HoursFlag | null;
};

/** @param today the day in the production's zone */
export function summaryOf(
	judged: Pick<Result, 'workDays' | 'weeks' | 'flags'>,
	caps: Caps,
	today: DayKey
): HoursSummary {
	const week = [...judged.weeks].reverse().find(({ start }) => start <= today && today < addDays(start, 7));
	const from = week?.start ?? today;
	const in7 = (date: DayKey): boolean => date >= from && date < addDays(from, 7);
	const month = today.slice(0, 7);
	const dates = new Set(judged.workDays.map(({ date }) => date));
	let daysInARow = 0;
	for (let date = dates.has(today) ? today : addDays(today, -1); dates.has(date); date = addDays(date, -1)) {
		daysInARow++;
	}
	return {
		week: { from, limit: caps.week, ...loadOf(judged, ({ date }) => in7(date)) },
		month: { limit: caps.month, ...loadOf(judged, ({ date }) => date.startsWith(month)) },
		daysInARow,
		next:
			judged.flags.find(
				({ date, severity, code }) =>
					date >= today &&
					(severity === 'violation' || severity === 'warn') &&
					code !== 'CALENDAR_NOT_ENTERED'
			) ?? null
	};
}

function loadOf(
	{ workDays }: Pick<Result, 'workDays'>,
	within: (day: Result['workDays'][number]) => boolean
): Load {
	const load = { worked: 0, planned: 0, overtime: 0, overtimePlanned: 0 };
	for (const day of workDays) {
		if (!within(day)) continue;
		load[day.planned ? 'planned' : 'worked'] += day.worked;
		load[day.planned ? 'overtimePlanned' : 'overtime'] += premiumOf(day);
	}
	return load;
}
