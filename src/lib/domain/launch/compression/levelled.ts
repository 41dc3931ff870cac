/** The levelled plan: work spread over the first days, judged by the hours rules (compression.md 3). */
import { readDayNumber } from '../../calendar/day-number.ts';
import type { Minutes } from '../../calendar/duration.ts';
import { zoneClock, type Instant, type ZoneClock } from '../../calendar/zone-clock.ts';
import type { Exact } from '../../hours/exact.ts';
import { planRater, type PlanRater, type RatedSoFar } from '../../hours/plan-rater.ts';
import {
	brokenLimits,
	paysOvertime,
	ratePlanned,
	workedBefore,
	type PlannedSpan
} from '../../hours/rate-planned.ts';
import { readRuleSet, type Rules } from '../../hours/rule-set.ts';
import type { Json } from '../../hours/types.ts';
import { tasksAhead } from './task-hours.ts';
import type { CalledPerson, Cents, Compression, CompressionInput, Deal, TaskWork } from './types.ts';

/** More days than this are never looked at. */
export const MOST_DAYS = 60;
/** The shortest rest where a rule set has none. */
const REST = 600;

/** People with the same calls, deal and past are judged once. */
type Group = {
	readonly people: number;
	/** places in the list of dates it is called on, of so many days */
	readonly calledOn: (days: number) => readonly number[];
	readonly deal: Deal | null;
	readonly contracted: Minutes;
	readonly soFar: RatedSoFar;
	readonly by: RulesOfGroup;
};

/** What follows from the rules a group is judged by. */
type RulesOfGroup = {
	readonly rules: Rules;
	readonly rater: PlanRater;
	readonly hasPremium: boolean;
	/** minutes of the meal that the rule set deducts */
	readonly deducted: Minutes;
};

/** What a levelled plan comes to. */
export type Levelled = {
	readonly days: number;
	/** overtime of everyone, those minutes included that no day holds */
	readonly overtime: Minutes;
	/** minutes of work that no day holds */
	readonly unfit: Minutes;
	/** day rates of those called */
	readonly wagesCents: Cents;
	/** overtime as the deals pay it, and its value where the deal doesn't; in cents, not in lowest terms */
	readonly paid: Exact;
	readonly unpaid: Exact;
};

export type Leveller = {
	readonly rules: Rules;
	readonly most: number;
	/** of so many minutes of work over so many days; the same question is answered once */
	readonly level: (work: Minutes, days: number) => Levelled;
	/** violations of the shortest rest and the month's cap that the plan makes */
	readonly broken: (work: Minutes, days: number) => string[];
	/** what tasks come to by the production's rules; the same tasks are answered once */
	readonly tasks: (tasks: readonly TaskWork[]) => Compression['tasks'];
};

export function leveller(input: CompressionInput): Leveller {
	const rules = readRuleSet(input.ruleSet);
	const clock = zoneClock(input.zone);
	const dates = input.dates.slice(0, MOST_DAYS).map((date) => {
		const day = readDayNumber(date);
		if (day === null) throw new RangeError(`"${date}" is not a day written YYYY-MM-DD`);
		return { day, call: clock.instantOf(day * 1440 + input.day.callAt).at };
	});
	const { overheadMinutes: overhead, mealMinutes: meal } = input.day;
	const byRules = new Map<Rules, RulesOfGroup>();
	const rulesOf = (own: Rules): RulesOfGroup => {
		let by = byRules.get(own);
		if (!by) {
			const deducted = meal >= own.minDeduct ? Math.min(meal, own.maxDeduct) : 0;
			const rater = planRater(dates, meal, own, clock);
			byRules.set(own, (by = { rules: own, rater, hasPremium: paysOvertime(own), deducted }));
		}
		return by;
	};
	const groups = groupsOf(input.people, clock, (person) => rulesOf(person.rules ?? rules));
	// A day is one for all: it ends so that whoever must rest longest can.
	const rests = [rules, ...byRules.keys()].flatMap(({ limits }) =>
		limits.filter(({ kind }) => kind === 'daily_rest').map(({ is }) => Number(is.minMin ?? 0))
	);
	const longest = 1440 - (rests.length > 0 ? Math.max(...rests) : REST);
	const roomADay = Math.max(0, longest - overhead - meal);
	const known = new Map<number, Levelled>();
	const ofTasks = new WeakMap<readonly TaskWork[], Compression['tasks']>();
	const ready: Ready = {
		groups,
		dates,
		overhead,
		meal,
		roomADay
	};
	return {
		rules,
		most: dates.length,
		level: (work, days) => {
			const key = work * (MOST_DAYS + 1) + days;
			let levelled = known.get(key);
			if (!levelled) known.set(key, (levelled = reckon(ready, work, days)));
			return levelled;
		},
		broken: (work, days) => {
			const codes = groups.flatMap((group) => {
				const { rules: own } = group.by;
				const plan = ratePlanned(group.soFar.before, spansOf(ready, group, work, days), own, clock);
				return brokenLimits(plan, own, clock, ['daily_rest', 'monthly_premium']);
			});
			return [...new Set(codes)].sort();
		},
		tasks: (tasks) => {
			let told = ofTasks.get(tasks);
			if (!told) ofTasks.set(tasks, (told = tasksAhead(tasks, rules, clock, input.day)));
			return told;
		}
	};
}

type Ready = {
	readonly groups: readonly Group[];
	readonly dates: readonly { readonly day: number; readonly call: Instant }[];
	readonly overhead: Minutes;
	readonly meal: Minutes;
	readonly roomADay: Minutes;
};

function groupsOf(
	people: readonly CalledPerson[],
	clock: ZoneClock,
	rulesOf: (person: CalledPerson) => RulesOfGroup
): Group[] {
	const raters: RulesOfGroup[] = [];
	const groups = new Map<string, { first: CalledPerson; people: number }>();
	for (const person of people) {
		const by = rulesOf(person);
		if (!raters.includes(by)) raters.push(by);
		const key = JSON.stringify([
			raters.indexOf(by),
			person.called / person.ofDays,
			person.deal ?? null,
			person.contractedMinutes ?? null,
			(person.worked ?? []).map((entry) => ({ ...entry, id: '', person: '' }))
		]);
		const group = groups.get(key);
		if (group) group.people++;
		else groups.set(key, { first: person, people: 1 });
	}
	return [...groups]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, { first, people }]) => ({
			by: rulesOf(first),
			people,
			calledOn: calls(first.called, first.ofDays),
			deal: first.deal ?? null,
			contracted: first.contractedMinutes ?? first.deal?.contractedMinutes ?? 600,
			soFar: soFarOf(rulesOf(first), (first.worked ?? []) as readonly Json[], clock)
		}));
}

const soFarOf = ({ rater, rules }: RulesOfGroup, worked: readonly Json[], clock: ZoneClock): RatedSoFar =>
	rater.soFar(workedBefore(worked, rules, clock));

/** Days a share of a plan's days falls on: rounded up, spread evenly; by the number of days, each worked out once. */
function calls(called: number, ofDays: number): (days: number) => readonly number[] {
	const known: (readonly number[])[] = [];
	return (days) => {
		const count = ofDays <= 0 ? 0 : Math.min(days, Math.floor((called * days + ofDays - 1) / ofDays));
		return (known[days] ??= Array.from({ length: count }, (_, i) => Math.floor((i * days) / count)));
	};
}

/** Minutes of work on a day: whole minutes, the remainder to the first days. */
const shareOf = (work: Minutes, days: number, i: number): Minutes =>
	Math.floor(work / days) + (i < work % days ? 1 : 0);

function spansOf(
	{ dates, overhead, meal, roomADay }: Ready,
	group: Group,
	work: Minutes,
	days: number
): PlannedSpan[] {
	return group.calledOn(days).map((i) => {
		const { day, call } = dates[i]!;
		return { day, call, length: overhead + meal + Math.min(roomADay, shareOf(work, days, i)), meal };
	});
}

const MILLION = 1_000_000;

function reckon(ready: Ready, work: Minutes, days: number): Levelled {
	const nothing: Levelled = { days, overtime: 0, unfit: 0, wagesCents: 0, paid: NONE, unpaid: NONE };
	if (work === 0) return nothing;
	if (days === 0) {
		// Nobody can shoot any of it: all of it, and the day around it, is overtime of everyone.
		const people = ready.groups.reduce((sum, group) => sum + group.people, 0);
		return { ...nothing, overtime: (work + ready.overhead) * people, unfit: work };
	}
	const { overhead, meal, roomADay } = ready;
	const base = Math.floor(work / days);
	const lengthOf = (i: number): Minutes =>
		overhead + meal + Math.min(roomADay, base + (i < work % days ? 1 : 0));
	const lostOn = (i: number): Minutes => Math.max(0, base + (i < work % days ? 1 : 0) - roomADay);
	let unfit = 0;
	for (let i = 0; i < days; i++) unfit += lostOn(i);

	let overtime = 0;
	let wagesCents = 0;
	const paid = new Map<Minutes, bigint>();
	const unpaid = new Map<Minutes, bigint>();
	for (const group of ready.groups) {
		const on = group.calledOn(days);
		/** minutes times multiplier, in millionths: exact for six decimals of a multiplier */
		let weighed = 0;
		let minutes = 0;
		let top = 1;
		const add = (multiplier: number, more: Minutes): void => {
			minutes += more;
			weighed += Math.round(multiplier * MILLION) * more;
			top = Math.max(top, multiplier);
		};
		const { rater, hasPremium, deducted } = group.by;
		if (hasPremium)
			for (const [multiplier, more] of rater.overtime(group.soFar, on, lengthOf)) add(multiplier, more);
		else for (const i of on) add(1, Math.max(0, lengthOf(i) - deducted - group.contracted));
		if (unfit > 0) {
			let lost = 0;
			for (const i of on) lost += lostOn(i);
			add(top, lost);
		}
		overtime += minutes * group.people;
		const { deal } = group;
		if (!deal) continue;
		wagesCents += on.length * deal.dayCents * group.people;
		if (weighed === 0 || deal.contractedMinutes <= 0) continue;
		const into = deal.paysOvertime ? paid : unpaid;
		const worth = BigInt(weighed) * BigInt(deal.dayCents * group.people);
		into.set(deal.contractedMinutes, (into.get(deal.contractedMinutes) ?? 0n) + worth);
	}
	return { days, overtime, unfit, wagesCents, paid: summed(paid), unpaid: summed(unpaid) };
}

const NONE: Exact = { over: 0n, under: 1n };

/** Sums over contracted minutes as one fraction, left as it comes: it is compared and rounded, never shown. */
function summed(worth: ReadonlyMap<Minutes, bigint>): Exact {
	let { over, under } = NONE;
	for (const [contracted, sum] of worth) {
		const by = BigInt(contracted) * BigInt(MILLION);
		over = over * by + sum * under;
		under *= by;
	}
	return { over, under };
}
