/** One person's days as a workload shows them: a cell a day, from what the rules said of that person. */
import { addDays, type DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import { overtimeOf, type Deal } from '../hours/deal.ts';
import type { Judged } from '../hours/log/judged.ts';
import type { DayStanding } from '../hours/log/standing.ts';
import { premiumOf } from '../hours/premium.ts';
import type { LimitKind, Rules } from '../hours/rule-set.ts';
import type { HoursFlag, WorkDay } from '../hours/types.ts';
import type { Cents } from '../money.ts';
import { calledMinutes, type CallOfDay } from '../schedule/calls-of.ts';
import type { Person } from '../schedule/records.ts';

export type WorkloadPerson = {
	readonly person: Pick<Person, 'id' | 'name' | 'department' | 'job' | 'contractMinutes'>;
	readonly judged: Judged;
	/** the rules the person was judged by */
	readonly rules: Rules;
	readonly days: ReadonlyMap<DayKey, DayStanding>;
	readonly calls: readonly CallOfDay[];
	/** what the person is paid, where this reader may know it; null elsewhere */
	readonly deal: Deal | null;
};

/** What the production agreed on, where rules and person say nothing. */
export type Agreed = {
	readonly contractMinutes: Minutes;
	readonly longestMinutes: Minutes;
	readonly currency: string;
};

/** 1 regular, 2 up to half the allowed overtime, 3 up to the limit, 4 over it (design.md 5). */
export type Heat = 1 | 2 | 3 | 4;

/** A rest that fell short: what there was, what the rule asks, and the times on both sides of the night. */
export type BrokenRest = {
	readonly rest: Minutes;
	readonly limit: Minutes;
	readonly short: Minutes;
	/** the earlier wrap and the later call, as minutes after midnight of their dates */
	readonly wrap: { readonly date: DayKey; readonly at: Minutes };
	readonly call: { readonly date: DayKey; readonly at: Minutes };
	readonly flag: HoursFlag;
};

export type WorkCell = {
	readonly date: DayKey;
	readonly worked: Minutes;
	/** minutes the board plans; 0 once the day was logged */
	readonly planned: Minutes;
	/** minutes the board calls for, whether the day was logged or not; null: not called */
	readonly called: Minutes | null;
	readonly overtime: Minutes;
	readonly overtimePlanned: Minutes;
	/** null: nothing of the day counts (a day off, or hours without an end) */
	readonly heat: Heat | null;
	/** worth of the worked overtime; null where no deal says it */
	readonly value: Cents | null;
	readonly isPaid: boolean;
	/** the rest before this day, where it fell short */
	readonly rest: BrokenRest | null;
	/** dates in a row up to this one, and whether that is more than the rules allow */
	readonly inARow: number;
	readonly isTooMany: boolean;
	readonly flags: readonly HoursFlag[];
	/** something was logged for the day */
	readonly logged: boolean;
	readonly disputed: number;
	readonly unanswered: number;
};

/** The minutes at which a day's overtime begins, and beyond which it is over the limit. */
export function ladderOf(
	rules: Pick<Rules, 'daily' | 'limits'>,
	agreed: { readonly contractMinutes: Minutes; readonly longestMinutes: Minutes }
): { regular: Minutes; limit: Minutes } {
	const extensions = rules.limits.flatMap(({ kind, is }) =>
		kind === 'daily_extension' ? [{ from: Number(is.beyondMin ?? 480), most: Number(is.overMin ?? 0) }] : []
	);
	const tiers = rules.daily?.tiers ?? [];
	const regular = tiers[0]?.afterMin ?? extensions[0]?.from ?? agreed.contractMinutes;
	const limit =
		extensions.length > 0
			? Math.max(...extensions.map(({ from, most }) => from + most))
			: (tiers[1]?.afterMin ?? agreed.longestMinutes);
	return { regular, limit: Math.max(regular, limit) };
}

/** The heat of a day. A day that is overtime from its first minute (a rest day in China) is never regular. */
export function heatOf(
	minutes: Minutes,
	overtime: Minutes,
	{ regular, limit }: { readonly regular: Minutes; readonly limit: Minutes }
): Heat {
	if (minutes > limit) return 4;
	if (minutes > (regular + limit) / 2) return 3;
	return minutes > regular || (overtime > 0 && overtime === minutes) ? 2 : 1;
}

/** Codes under which a rule set has limits of a kind: a limit somebody renamed is found all the same. */
export const codesOf = (rules: Pick<Rules, 'limits'>, kind: LimitKind): ReadonlySet<string> =>
	new Set(rules.limits.filter((limit) => limit.kind === kind).map(({ code }) => code));

type Cells = ReadonlyMap<DayKey, WorkCell>;
const known = new WeakMap<
	Judged,
	{ readonly of: WorkloadPerson; readonly agreed: Agreed; readonly cells: Cells }
>();

/**
 * All days of a person with hours, logged or planned, by date. The same map while nothing of the person has changed:
 * sixty people's hours arrive one after the other, and each arrival makes the report anew.
 */
export function cellsOf(of: WorkloadPerson, agreed: Agreed): Cells {
	const before = known.get(of.judged);
	if (
		before &&
		before.agreed === agreed &&
		(['days', 'calls', 'deal', 'rules'] as const).every((part) => before.of[part] === of[part]) &&
		before.of.person.contractMinutes === of.person.contractMinutes
	)
		return before.cells;
	const cells = reckon(of, agreed);
	known.set(of.judged, { of, agreed, cells });
	return cells;
}

function reckon(of: WorkloadPerson, agreed: Agreed): Cells {
	const { judged, rules, days, calls, deal, person } = of;
	const contractMinutes = person.contractMinutes ?? agreed.contractMinutes;
	const ladder = ladderOf(rules, { ...agreed, contractMinutes });
	const [rests, rows] = [codesOf(rules, 'daily_rest'), codesOf(rules, 'consecutive')];
	const workDays = new Map<DayKey, WorkDay[]>();
	for (const day of judged.workDays) workDays.set(day.date, [...(workDays.get(day.date) ?? []), day]);
	const called = new Map(calls.map((call) => [call.date, calledMinutes(call)]));
	const logged = [...days].filter(([, { standings, punches }]) => standings.length + punches.length > 0);
	const dates = [...new Set([...workDays.keys(), ...logged.map(([date]) => date)])].sort();
	const cells = new Map<DayKey, WorkCell>();
	for (const date of dates) {
		const work = workDays.get(date) ?? [];
		const sum = (of: (day: WorkDay) => Minutes, planned: boolean): Minutes =>
			work.reduce((all, day) => (day.planned === planned ? all + of(day) : all), 0);
		const minutes = sum(({ worked }) => worked, true) + sum(({ worked }) => worked, false);
		const [overtime, overtimePlanned] = [sum(premiumOf, false), sum(premiumOf, true)];
		const flags = judged.flagsOn.get(date) ?? [];
		const before = cells.get(addDays(date, -1));
		const standings = days.get(date)?.standings ?? [];
		cells.set(date, {
			...{ date, overtime, overtimePlanned, flags },
			worked: sum(({ worked }) => worked, false),
			planned: sum(({ worked }) => worked, true),
			called: called.get(date) ?? null,
			heat: work.length === 0 ? null : heatOf(minutes, overtime + overtimePlanned, ladder),
			value: overtimeOf(
				work.filter(({ planned }) => !planned),
				judged.pay?.hourly ?? null,
				deal?.paysOvertime ?? false,
				agreed.currency
			).value,
			isPaid: deal?.paysOvertime ?? false,
			rest: brokenRest(flags.find(({ code }) => rests.has(code)) ?? null, judged.workDays),
			inARow: work.length === 0 ? 0 : (before?.inARow ?? 0) + 1,
			isTooMany: flags.some(({ code }) => rows.has(code)),
			logged: standings.length > 0 || (days.get(date)?.punches.length ?? 0) > 0,
			disputed: standings.filter(({ consent }) => consent === 'disagreed').length,
			unanswered: standings.filter(({ consent }) => consent === 'open').length
		});
	}
	return cells;
}

function brokenRest(flag: HoursFlag | null, workDays: readonly WorkDay[]): BrokenRest | null {
	if (!flag) return null;
	const has = (day: WorkDay): boolean => day.entries.some((id) => flag.entries.includes(id));
	const touched = workDays.filter(has);
	const [earlier, later] = [touched[0], touched.at(-1)];
	if (!earlier || !later) return null;
	return {
		rest: flag.figures.rest ?? 0,
		limit: flag.figures.limit ?? 0,
		short: flag.minutes,
		wrap: { date: earlier.date, at: earlier.wrap },
		call: { date: later.date, at: later.call },
		flag
	};
}
