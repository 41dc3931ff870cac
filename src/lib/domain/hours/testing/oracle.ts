/**
 * The same rules minute by minute, as hours-rules 8 writes them down: slow, plain, and sharing no arithmetic with the
 * engine (zones, breaks, shifts, tiers, limits and meals are done again here). The engine has to agree with it.
 * It reads rule sets as the presets are written (snake_case) and entries in camelCase.
 */
import { tzOffset } from '@date-fns/tz';

type Any = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any
export type Said = { code: string; date: string; minutes: number };
export type OracleDay = { date: string; worked: number; buckets: Record<string, number> };

const offsets = new Map<string, number>();
function local(zone: string, m: number): number {
	const key = `${zone}${Math.floor(m / 15)}`;
	let offset = offsets.get(key);
	if (offset === undefined) offsets.set(key, (offset = tzOffset(zone, new Date(m * 60_000))));
	return m + offset;
}
const dateOf = (localMinute: number): string =>
	new Date(Math.floor(localMinute / 1440) * 86_400_000).toISOString().slice(0, 10);
const midnight = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 60_000;

const shown = new Map<string, readonly number[]>();
function showings(zone: string, at: number): number[] {
	const known = shown.get(`${zone}${at}`);
	if (known) return [...known];
	const found = new Set<number>();
	for (let near = at - 1440; near <= at + 1440; near += 15) {
		const candidate = at - (local(zone, near) - near);
		if (local(zone, candidate) === at) found.add(candidate);
	}
	const all = [...found].sort((a, b) => a - b);
	shown.set(`${zone}${at}`, all);
	return [...all];
}
function instant(zone: string, at: number, fold: number | null | undefined) {
	const all = showings(zone, at);
	if (all.length === 0) return { m: at - (local(zone, at - 1440) - (at - 1440)), gap: true, twice: false };
	return { m: fold === 1 ? all.at(-1)! : all[0]!, gap: false, twice: all.length > 1 && fold == null };
}
const minutesOf = (time: string): number => Number(time.split(':')[0]) * 60 + Number(time.split(':')[1]);
const weekStartOf = (date: string, start: string): string => {
	const names = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
	let at = midnight(date);
	while (names[new Date(at * 60_000).getUTCDay()] !== start) at -= 1440;
	return dateOf(at);
};

export function oracle(entries: Any[], rules: Any, zone: string, optOut = false) {
	const said: Said[] = [];
	const say = (code: string, date: string, minutes = 0) => void said.push({ code, date, minutes });
	const round = (at: number): number => {
		if (rules.rounding?.scope !== 'punch') return at;
		const unit = rules.rounding.unit_min;
		const under = at % unit;
		return under * 2 >= unit ? at - under + unit : at - under;
	};

	const named = new Set(entries.flatMap((e) => [e.supersedes ?? []].flat()));
	const E: Any[] = [];
	for (const e of entries) {
		if (named.has(e.id) || e.type === 'commute' || e.type === 'void') continue;
		if (e.end == null) {
			say('MISSING_END', e.date);
			continue;
		}
		const startAt = midnight(e.date) + round(minutesOf(e.start));
		let endAt = midnight(e.endDate ?? e.date) + round(minutesOf(e.end));
		if (!e.endDate && endAt < startAt) endAt += 1440;
		const [s, t] = [instant(zone, startAt, e.startFold), instant(zone, endAt, e.endFold)];
		for (const one of [s, t]) {
			if (one.twice) say('DST_AMBIGUOUS', e.date);
			if (one.gap) say('DST_GAP', e.date);
		}
		const length = t.m - s.m;
		if (length === 0) say('ZERO_LENGTH', e.date);
		else if (length < 0) say('NEGATIVE_DURATION', e.date, -length);
		else if (length > 1440) say('ENTRY_OVER_24H', e.date, length - 1440);
		else
			E.push({
				id: e.id,
				s: s.m,
				t: t.m,
				date: dateOf(local(zone, s.m)),
				planned: e.status === 'planned',
				breaks: placeAll(e, s.m, t.m)
			});
	}

	function showing(time: string, from: number): number {
		const at = round(minutesOf(time)) % 1440;
		for (let day = Math.floor(local(zone, from) / 1440) - 1; ; day++) {
			const all = showings(zone, day * 1440 + at);
			if (all.length === 0) all.push(instant(zone, day * 1440 + at, null).m);
			const first = all.find((m) => m >= from);
			if (first !== undefined) return first;
		}
	}
	function placeAll(e: Any, s: number, t: number): Any[] {
		const placed: Any[] = [];
		for (const b of e.breaks ?? []) {
			const from = showing(b.start, s);
			if (from >= t) {
				say('BREAK_OUTSIDE_SHIFT', e.date);
				continue;
			}
			const end = showing(b.end, from + 1);
			if (end > t) say('BREAK_OUTSIDE_SHIFT', e.date, end - t);
			const to = Math.min(end, t);
			const least = rules.breaks.min_deduct_min;
			const cut =
				b.paid || to - from < least ? 0 : Math.min(to - from, rules.breaks.max_deduct_min ?? Infinity);
			if (!b.paid && to - from < least && b.kind === 'meal') say('MEAL_SHORT', e.date, least - to + from);
			placed.push({ from, to, paid: !!b.paid, kind: b.kind ?? '', cut });
		}
		return placed;
	}

	const key = (e: Any) =>
		`${e.s} ${e.t} ${e.breaks
			.map((b: Any) => `${b.from} ${b.to} ${b.paid} ${b.kind}`)
			.sort()
			.join()}`;
	const sort = (all: Any[]) =>
		all.sort((a, b) => a.s - b.s || a.t - b.t || Number(a.planned) - Number(b.planned));
	const group = (all: Any[]): Any[] => {
		const shifts: Any[] = [];
		for (const e of sort([...all])) {
			const last = shifts.at(-1);
			const gap = last ? e.s - last.t : 0;
			if (last && ((e.date === last.date && gap < 480) || gap < 240)) {
				last.E.push(e);
				last.t = Math.max(last.t, e.t);
			} else shifts.push({ date: e.date, s: e.s, t: e.t, E: [e] });
		}
		return shifts;
	};
	const workedDates = new Set(group(E.filter((e) => !e.planned)).map(({ date }) => date));
	const counted: Any[] = [];
	const keep = [
		...E.filter((e) => !e.planned),
		...group(E.filter((e) => e.planned)).flatMap((shift) => (workedDates.has(shift.date) ? [] : shift.E))
	];
	for (const e of sort(keep)) {
		if (counted.some((other) => key(other) === key(e))) {
			say('DUPLICATE', e.date);
			continue;
		}
		const over = counted.filter((other) => other.t > e.s);
		if (over.length) say('OVERLAP', e.date, Math.min(e.t, Math.max(...over.map(({ t }) => t))) - e.s);
		counted.push(e);
	}

	const shifts = group(counted);
	for (const shift of shifts) {
		shift.minutes = [];
		for (let m = shift.s; m < shift.t; m++) {
			const isIn = shift.E.some((e: Any) => m >= e.s && m < e.t);
			const isOut = shift.E.some((e: Any) => e.breaks.some((b: Any) => m >= b.from && m < b.from + b.cut));
			if (isIn && !isOut) shift.minutes.push(m);
		}
		shift.gaps = [];
		let from: number | null = null;
		for (let m = shift.s; m <= shift.t; m++) {
			const isIn = m === shift.t || shift.E.some((e: Any) => m >= e.s && m < e.t);
			if (!isIn && from === null) from = m;
			if (isIn && from !== null) {
				shift.gaps.push({ from, to: m });
				from = null;
			}
		}
	}

	const days: Any[] = [];
	if (rules.workday?.mode !== 'fixed')
		for (const shift of shifts)
			days.push({
				date: shift.date,
				minutes: shift.minutes.map((m: number) => ({ m, call: shift.s })),
				planned: shift.E.some((e: Any) => e.planned)
			});
	else {
		const start = minutesOf(rules.workday.start);
		const byDate = new Map<string, Any>();
		for (const shift of shifts)
			for (const m of shift.minutes) {
				const today = Math.floor(local(zone, m) / 1440);
				const day = [today + 1, today, today - 1, today - 2].find(
					(one) => instant(zone, one * 1440 + start, null).m <= m
				)!;
				const date = dateOf(day * 1440);
				const into = byDate.get(date) ?? { date, minutes: [], planned: false, from: day };
				byDate.set(date, into);
				into.minutes.push({ m, call: shift.s });
			}
		for (const day of [...byDate.values()].sort((a, b) => a.from - b.from)) {
			const begin = instant(zone, day.from * 1440 + start, null).m;
			const end = instant(zone, (day.from + 1) * 1440 + start, null).m;
			day.planned = counted.some((e) => e.planned && e.s < end && e.t > begin);
			days.push(day);
		}
	}

	const typeOfDate = (date: string): string => {
		const { statutory = [], unverified_statutory = [], off = [], makeup = [] } = rules.calendar ?? {};
		if (statutory.includes(date) || unverified_statutory.includes(date)) return 'statutory';
		if (makeup.includes(date)) return 'makeup';
		if (off.includes(date)) return 'rest';
		const name = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'][new Date(`${date}T00:00:00Z`).getUTCDay()];
		return rules.rest_weekdays.includes(name) ? 'rest' : 'ordinary';
	};
	const typeOfMinute = (m: number, date: string): string => {
		if (rules.holiday_basis === 'workday') return typeOfDate(date);
		const own = typeOfDate(dateOf(local(zone, m)));
		const ofDay = typeOfDate(date);
		return own === 'statutory' || ofDay === 'statutory' ? own : ofDay;
	};
	const { day_types, daily, nth_day, weekly, period } = rules.pay_rules;
	for (const day of days) {
		const week = weekStartOf(day.date, rules.week_start);
		const inWeek = new Set(
			days.map(({ date }) => date).filter((date) => weekStartOf(date, rules.week_start) === week)
		);
		const n = [...inWeek].sort().indexOf(day.date) + 1;
		let counted = 0;
		let total = 0;
		for (const minute of day.minutes) {
			minute.type = typeOfMinute(minute.m, day.date);
			minute.x = Math.max(1, day_types[minute.type] ?? 1);
			const applies = daily?.applies_to.includes(minute.type) ?? false;
			if (applies)
				for (const tier of daily.tiers)
					if ((tier.basis === 'elapsed' ? minute.m - minute.call : counted) >= tier.after_min)
						minute.x = Math.max(minute.x, tier.multiplier);
			for (const nth of nth_day)
				if (nth.n === n)
					for (const tier of nth.tiers)
						if (total >= tier.after_min) minute.x = Math.max(minute.x, tier.multiplier);
			if (applies) counted++;
			total++;
		}
	}
	const sums = new Map<string, number>();
	const count = (key: string): number => {
		sums.set(key, (sums.get(key) ?? 0) + 1);
		return sums.get(key)!;
	};
	for (const day of days)
		for (const minute of day.minutes) {
			if (weekly && minute.x === 1 && !weekly.exclude_day_types.includes(minute.type))
				if (count(`week ${weekStartOf(day.date, rules.week_start)}`) > weekly.threshold_min)
					minute.x = weekly.multiplier;
			if (period && minute.x === 1)
				if (count(`month ${day.date.slice(0, 7)}`) > period.threshold_min) minute.x = period.multiplier;
		}

	judge();
	return {
		said: said.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
		days: days.map((day): OracleDay => {
			const buckets: Record<string, number> = {};
			for (const { x } of day.minutes) buckets[x] = (buckets[x] ?? 0) + 1;
			return { date: day.date, worked: day.minutes.length, buckets };
		})
	};

	function judge(): void {
		const premium = (day: Any): number => day.minutes.filter(({ x }: Any) => x > 1).length;
		const dates = [...new Set(days.map(({ date }) => date))].sort();
		const weeks = [
			...new Set(
				[...dates, ...shifts.map(({ date }) => date)].map((date) => weekStartOf(date, rules.week_start))
			)
		].sort();
		for (const limit of rules.limits) {
			if (limit.kind === 'daily_extension')
				for (const day of days) {
					const extension =
						day.minutes.filter(({ type }: Any) => limit.day_types.includes(type)).length - limit.beyond_min;
					const other = rules.limits.find(({ code }: Any) => code === limit.suppressed_by);
					if (extension > limit.over_min && !(other && extension > other.over_min))
						say(limit.code, day.date, extension - limit.over_min);
				}
			if (limit.kind === 'monthly_premium')
				for (const month of new Set(dates.map((date) => date.slice(0, 7)))) {
					let sum = 0;
					let crossed: string | null = null;
					for (const day of days.filter(({ date }) => date.startsWith(month))) {
						sum += premium(day);
						if (sum > limit.over_min) crossed ??= day.date;
					}
					if (crossed) say(limit.code, crossed, sum - limit.over_min);
				}
			if (limit.kind === 'consecutive')
				for (const date of dates) {
					let run = 0;
					for (let at = midnight(date); dates.includes(dateOf(at)); at -= 1440) {
						if (
							limit.basis === 'week' &&
							weekStartOf(dateOf(at), rules.week_start) !== weekStartOf(date, rules.week_start)
						)
							break;
						run++;
					}
					if (run > limit.max_days) say(limit.code, date);
				}
			if (limit.kind === 'daily_rest')
				shifts.forEach((shift, i) => {
					const rest = i === 0 ? Infinity : shift.s - shifts[i - 1]!.t;
					if (rest < limit.min_min) say(limit.code, shift.date, limit.min_min - rest);
				});
			if (limit.kind === 'weekly_rest')
				for (const week of weeks) {
					const rests = shifts.flatMap((shift, i) =>
						weekStartOf(shift.date, rules.week_start) === week
							? [{ rest: (shifts[i + 1]?.s ?? Infinity) - shift.t, next: shifts[i + 1]?.s }]
							: []
					);
					if (rests.length === 0) continue;
					const worked = dates.filter((date) => weekStartOf(date, rules.week_start) === week).length;
					const least = (worked === 6 && limit.min_if_six_days_min) || limit.min_min;
					const late = (next: number | undefined) =>
						next !== undefined && local(zone, next) % 1440 >= minutesOf(limit.alt.next_call_not_before);
					if (
						rests.some(
							({ rest, next }) => rest >= least || (limit.alt && rest >= limit.alt.min_min && late(next))
						)
					)
						continue;
					say(limit.code, week, least - Math.max(...rests.map(({ rest }) => rest)));
				}
			if (limit.kind === 'break_required')
				for (const shift of shifts) {
					const pauses = [...shift.gaps, ...shift.E.flatMap((e: Any) => e.breaks)];
					if (
						shift.minutes.length > limit.over_worked_min &&
						!pauses.some(({ from, to }) => to - from >= limit.min_break_min)
					)
						say(limit.code, shift.date, shift.minutes.length - limit.over_worked_min);
				}
			if (limit.kind === 'avg_week' && !optOut)
				for (const week of weeks) {
					let sum = 0;
					let elapsed = 0;
					for (let at = midnight(week); at >= midnight(weeks[0]!) && elapsed < limit.weeks; at -= 7 * 1440) {
						elapsed++;
						for (const day of days)
							if (weekStartOf(day.date, rules.week_start) === dateOf(at)) sum += day.minutes.length;
					}
					if (sum / elapsed > limit.limit_min)
						say(limit.code, week, Math.ceil(sum / elapsed - limit.limit_min));
				}
			if (limit.kind === 'night')
				for (const day of days) {
					const atNight = day.minutes.filter(({ m }: Any) => {
						const clock = local(zone, m) % 1440;
						return clock >= minutesOf(limit.from) || clock < minutesOf(limit.to);
					}).length;
					if (atNight >= limit.night_min && day.minutes.length > limit.over_min)
						say(limit.code, day.date, day.minutes.length - limit.over_min);
				}
		}
		if (rules.meal) for (const shift of shifts) meals(shift, rules.meal);
		for (const day of days) if (day.planned && premium(day) > 0) say('PLANNED_OT', day.date, premium(day));
	}

	function meals(shift: Any, meal: Any): void {
		let clock = shift.s;
		let within = meal.first_within_min;
		for (let m = shift.s; m <= shift.t; m++) {
			const begun = [
				...shift.gaps
					.filter(({ from, to }: Any) => from === m && to - from >= meal.min_valid_min)
					.map(({ to }: Any) => to),
				...shift.E.flatMap((e: Any) => e.breaks)
					.filter((b: Any) => b.from === m && !b.paid && b.to - b.from >= meal.min_valid_min)
					.map((b: Any) => (b.cut > 0 ? b.from + b.cut : b.to))
			].sort((a, b) => a - b);
			const breakfast = shift.E.flatMap((e: Any) => e.breaks).filter(
				(b: Any) =>
					meal.ndb &&
					b.from === m &&
					b.paid &&
					b.kind === 'ndb' &&
					b.to - b.from >= meal.ndb.min &&
					m - shift.s <= meal.ndb.within_min
			);
			for (const restart of begun) {
				if (m - clock > within) say('MEAL_LATE', shift.date, m - clock - within);
				within = meal.next_within_min;
				clock = Math.max(clock, restart);
			}
			for (const { to } of breakfast) clock = Math.max(clock, to);
		}
		if (shift.t - clock > within) say('MEAL_MISSED', shift.date, shift.t - clock - within);
	}
}
