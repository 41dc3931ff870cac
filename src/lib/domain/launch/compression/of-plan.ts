/** A plan as input of `assessCompression`, on any device: money only where the reader has it. */
import { addDays, type DayKey } from '../../calendar/day-key.ts';
import { readDayNumber } from '../../calendar/day-number.ts';
import type { Minutes } from '../../calendar/duration.ts';
import { zoneClock } from '../../calendar/zone-clock.ts';
import { paysOvertime, ratePlanned, workedBefore } from '../../hours/rate-planned.ts';
import { plannedEntry } from '../../hours/log/judged.ts';
import type { PresetId } from '../../hours/presets/index.ts';
import { rulesFor } from '../../hours/own-rules/index.ts';
import type { Rules } from '../../hours/rule-set.ts';
import type { Json } from '../../hours/types.ts';
import { callsOf, type CallOfDay } from '../../schedule/calls-of.ts';
import type { Board } from '../../schedule/columns.ts';
import type { Plan } from '../../schedule/plan.ts';
import { boardDates, planTimeline } from '../timeline/of-plan.ts';
import { shootWindow, type ShootWindow } from '../timeline/shoot-window.ts';
import { lostToDelays } from '../wrap/settled-days.ts';
import type { Budget } from './budget.ts';
import { taskWorks } from './task-works.ts';
import type { CalledPerson, CompressionInput, TaskWork } from './types.ts';
import { openStrips, paceOf, workScenes } from './work-left.ts';

export type OfPlanOptions = {
	readonly asOf: DayKey;
	/** null on a device without the money: the days paid for are the plan's then */
	readonly budget?: Budget | null;
	/** minutes of the work left that delays took; left out: those the plan has logged */
	readonly lostMinutes?: Minutes;
	/** what if it were promised for another day */
	readonly launchesOn?: DayKey | null;
};

export type PlanCompression = {
	readonly input: CompressionInput;
	readonly window: ShootWindow;
	/** the rule set the production follows when the work left begins */
	readonly ruleSet: PresetId;
	/** shoot days that are over: `paidDays` of a plan counts them too, the input's doesn't */
	readonly workedDays: number;
	/** scenes left that lie on no day to come: the board's own overtime is not the whole then */
	readonly unplaced: number;
};

/** When the work left may begin: today, or tomorrow once today is wrapped; and when the shoot began, if it has. */
function whenLeft(board: Board, asOf: DayKey): { asOf: DayKey; from: DayKey; hasBegun: DayKey | null } {
	const today = board.summaries.filter(({ date }) => date === asOf);
	const from = today.length > 0 && today.every(({ wrapped }) => wrapped) ? addDays(asOf, 1) : asOf;
	const first = boardDates(board)?.first ?? null;
	return { asOf, from, hasBegun: first !== null && first < from ? first : null };
}

/** The first day that can still be shot on: today, or tomorrow once today is wrapped. */
export const firstDayLeft = (board: Board, asOf: DayKey): DayKey => whenLeft(board, asOf).from;

/** The days there would be for shooting, were the launch promised for another day: what a slider asks. */
export const windowOfPlan = (
	plan: Plan,
	board: Board,
	asOf: DayKey,
	launchesOn?: DayKey | null
): ShootWindow => shootWindow(plan, whenLeft(board, asOf), launchesOn);

/** Work, people, window and pace of a plan as it stands. The board's days decide only who is called how often. */
export function compressionOfPlan(plan: Plan, board: Board, options: OfPlanOptions): PlanCompression {
	const { production } = plan;
	const { asOf, budget = null, lostMinutes = lostToDelays(plan, asOf) } = options;
	const { from } = whenLeft(board, asOf);
	const dated = boardDates(board);
	const window = windowOfPlan(plan, board, asOf, options.launchesOn);
	const workedDays = dated?.dates.filter((date) => date < from).length ?? 0;
	const { rules, id: ruleSet } = rulesFor(plan, null, from);
	const people = peopleOf(plan, board, from, budget);
	return {
		window,
		ruleSet,
		workedDays,
		unplaced: unplacedOf(plan, board, from),
		input: {
			zone: production.zone,
			ruleSet: rules,
			dates: window.dates,
			window: window.window,
			scenes: workScenes(plan),
			pace: paceOf(plan),
			lostMinutes,
			day: {
				callAt: production.callAt,
				overheadMinutes: overheadOf(board, production.firstShotMinutes + production.wrapMinutes),
				mealMinutes: production.mealMinutes
			},
			people: people.map(({ calls: _calls, ...person }) => person),
			budget: budget
				? {
						leftCents: budget.leftCents,
						dayCents: budget.dayCents,
						...(budget.marketingCents > 0 ? { marketingCents: budget.marketingCents } : {})
					}
				: production.paidDays === null
					? null
					: { paidDays: Math.max(0, production.paidDays - workedDays) },
			tasks: tasksOfPlan(plan, board, asOf, options.launchesOn),
			boardOvertime: dated === null ? null : boardOvertime(people, from, rules, production.zone)
		}
	};
}

/** The tasks' people and hours, were the launch promised for another day, with the shoot on its board's days. */
export function tasksOfPlan(plan: Plan, board: Board, asOf: DayKey, launchesOn?: DayKey | null): TaskWork[] {
	const timeline = planTimeline(plan, {
		asOf,
		board: boardDates(board),
		isShootOpen: openStrips(plan).length > 0,
		launchesOn
	});
	return taskWorks(plan, timeline, whenLeft(board, asOf).from);
}

function unplacedOf(plan: Plan, { columns }: Board, from: DayKey): number {
	const placed = new Set(
		columns.flatMap(({ day, strips }) =>
			day.date !== null && day.date >= from ? strips.map(({ id }) => id as string) : []
		)
	);
	return openStrips(plan).filter(({ id }) => !placed.has(id)).length;
}

/** Worked minutes of a day that shoot nothing: the mean of the board's days still to come, moves included. */
function overheadOf({ summaries }: Board, usual: Minutes): Minutes {
	const ahead = summaries.filter(({ wrapped, sceneCount }) => !wrapped && sceneCount > 0);
	if (ahead.length === 0) return usual;
	const idle = ahead.reduce((sum, day) => sum + Math.max(0, day.workedMinutes - day.estimatedMinutes), 0);
	return Math.round(idle / ahead.length);
}

type Called = CalledPerson & { readonly calls: readonly CallOfDay[] };

/** Everyone the board calls; before there is a board, the crew on every day. */
function peopleOf(plan: Plan, board: Board, from: DayKey, budget: Budget | null): Called[] {
	const { production } = plan;
	const dates = boardDates(board)?.dates.length ?? 0;
	const ids = new Set(board.summaries.flatMap(({ called }) => called.map(({ who }) => who as string)));
	if (dates === 0)
		for (const { id, department } of plan.people.values())
			if (department !== 'cast' && department !== 'post') ids.add(id);
	return [...ids].sort().map((id): Called => {
		const person = plan.people.get(id as never);
		const calls = callsOf(board.summaries.map(asWho), id).filter(({ callAt, wrapAt }) => wrapAt > callAt);
		return {
			id,
			called: dates === 0 ? 1 : calls.length,
			ofDays: dates === 0 ? 1 : dates,
			deal: (person && budget?.deals.get(person.id)) ?? null,
			contractedMinutes: person?.contractMinutes ?? production.contractMinutes,
			rules: rulesFor(plan, person ?? null, from).rules,
			worked: calls
				.filter(({ date }) => date < from)
				.map((call): Json => ({ ...plannedEntry(call, id), status: 'logged' })),
			calls
		};
	});
}

/** A part that nobody plays yet is called as if it were somebody. */
const asWho = (summary: Board['summaries'][number]): Board['summaries'][number] => ({
	...summary,
	called: summary.called.map((one) => ({ ...one, personId: one.who as never }))
});

/** Overtime of the days as the board has them packed, by the same rules. */
function boardOvertime(people: readonly Called[], from: DayKey, usual: Rules, zone: string): Minutes {
	const clock = zoneClock(zone);
	let sum = 0;
	for (const { worked, calls, contractedMinutes = 600, rules = usual } of people) {
		const hasPremium = paysOvertime(rules);
		const before = workedBefore((worked ?? []) as readonly Json[], rules, clock);
		const spans = calls
			.filter(({ date }) => date >= from)
			.map(({ date, callAt, wrapAt, meals }) => {
				const day = readDayNumber(date)!;
				return {
					day,
					call: clock.instantOf(day * 1440 + callAt).at,
					length: wrapAt - callAt,
					meal: meals.reduce((all, meal) => all + meal.to - meal.from, 0)
				};
			});
		if (spans.length === 0) continue;
		const plan = ratePlanned(before, spans, rules, clock);
		plan.rated.forEach(({ premium }, i) => {
			const day = plan.days[i];
			if (i < plan.before || !day) return;
			sum += hasPremium ? premium : 0;
		});
		if (!hasPremium)
			for (const shift of plan.shifts.slice(before.length))
				sum += Math.max(0, shift.workedMinutes - contractedMinutes);
	}
	return sum;
}
