/** Compression of one plan and of what is tried out on it, with everything that can be remembered between the two. */
import { addDays, type DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import type { RequestId } from '../../ids.ts';
import { boardOf, type Board } from '../../schedule/columns.ts';
import type { Plan } from '../../schedule/plan.ts';
import { assessCompression } from '../assess-compression.ts';
import { promisedLaunch } from '../timeline/of-plan.ts';
import type { Budget } from './budget.ts';
import { ALL, bit, outcome, type CauseSet } from './causes.ts';
import { leveller, type Leveller } from './levelled.ts';
import { NO_REQUESTS, reckonRequests, type RequestsReckoned } from '../requests/consequence.ts';
import { compressionOfPlan, tasksOfPlan, windowOfPlan, type PlanCompression } from './of-plan.ts';
import { CAUSES, type Cause, type Compression, type CompressionInput } from './types.ts';
import { loose } from './ways-out.ts';

export type Asked = {
	readonly plan: Plan;
	readonly asOf: DayKey;
	/** null on a device without the money, and while there is no budget */
	readonly budget: Budget | null;
};

/** What is tried out; nothing of it is written. */
export type Tried = {
	/** calendar days the launch is later (earlier when negative) */
	readonly later: number;
	/** so many of the loosest scenes fewer */
	readonly fewer: number;
	readonly refused: ReadonlySet<RequestId>;
	/** days the budget pays for in all, where the sums aren't known; null: as the plan has it */
	readonly paidDays: number | null;
	/** more money (less when negative), where the sums are known */
	readonly moreCents: number;
	/** days a second unit works beside the first; left out: none */
	readonly unitDays?: number;
};

/** Compression as a page shows it. */
export type Reckoned = {
	/** as it was reckoned, rules by name: ready ones hold functions, and no worker can hand those back */
	readonly input: CompressionInput & { readonly ruleSet: string };
	readonly result: Compression;
	/** overtime ahead in minutes: the board's own, or the levelled plan's where the board isn't the whole */
	readonly ahead: Minutes;
	/** what of it is in how the days are packed; negative: calls and wraps of their own save that much */
	readonly packing: Minutes;
	/** scenes left that lie on no day to come */
	readonly unplaced: number;
	/** the last day the shoot may end on; null without a promised launch */
	readonly until: DayKey | null;
	/** shoot days that are over */
	readonly workedDays: number;
	/** minutes a day asks of whoever is there all of it, with the work spread evenly; null: no day holds it */
	readonly evenDay: Minutes | null;
	/** the same without each cause */
	readonly evenDayWithout: Readonly<Record<Cause, Minutes | null>>;
	/** parts of work in the order they would be dropped */
	readonly loosest: readonly string[];
	/** what each request comes to, and all that are in the plan together; empty for a try */
	readonly requests: RequestsReckoned;
};

/** Reckons a plan, then what is tried on it: a slider's step asks for another window or fewer scenes, no more. */
export class Reckoner {
	#asked: Asked | null = null;
	#board: Board | null = null;
	#now: PlanCompression | null = null;
	#loosest: readonly string[] = [];
	#leveller: Leveller | null = null;
	#holds = '';

	/** @throws RangeError for a zone, rule set or date that isn't one */
	reckon(asked: Asked): Reckoned {
		const board = boardOf(asked.plan);
		const now = compressionOfPlan(asked.plan, board, { asOf: asked.asOf, budget: asked.budget });
		const { zone, ruleSet, dates, day, people } = now.input;
		const holds = JSON.stringify([zone, ruleSet, dates, day, people]);
		if (!this.#leveller || holds !== this.#holds) this.#leveller = leveller(now.input);
		this.#holds = holds;
		this.#loosest = loose(now.input.scenes).map(({ id }) => id);
		[this.#asked, this.#board, this.#now] = [asked, board, now];
		const shown = this.#shown(now.input, now.window.until);
		return { ...shown, requests: reckonRequests(asked.plan, now.input, this.#leveller) };
	}

	/** What would be; null before anything was reckoned. */
	reckonTried(tried: Tried): Reckoned | null {
		const [asked, board, now] = [this.#asked, this.#board, this.#now];
		if (!asked || !board || !now) return null;
		const promised = promisedLaunch(asked.plan);
		const later = tried.later !== 0 && promised ? addDays(promised, tried.later) : null;
		const window = later === null ? now.window : windowOfPlan(asked.plan, board, asked.asOf, later);
		const gone = new Set(this.#loosest.slice(0, tried.fewer));
		const scenes = now.input.scenes.filter(
			({ id, requestId }) => !gone.has(id) && !(requestId && tried.refused.has(requestId as RequestId))
		);
		const budget = budgetTried(now.input.budget, tried, now.workedDays);
		// The board stays as it is packed: what is tried is judged by the levelled plan alone.
		return this.#shown(
			{
				...now.input,
				scenes,
				budget,
				window: window.window,
				boardOvertime: null,
				secondUnit: tried.unitDays ? { days: tried.unitDays } : null,
				...(later === null ? {} : { tasks: tasksOfPlan(asked.plan, board, asked.asOf, later) })
			},
			window.until
		);
	}

	#shown(input: CompressionInput, until: DayKey | null): Reckoned {
		const result = assessCompression(input, this.#leveller!);
		const { workedDays = 0, unplaced = 0 } = this.#now ?? {};
		const packing = packingOf(result, unplaced);
		const people = input.people.map(({ rules: _rules, ...person }) => person);
		return {
			input: { ...input, people, ruleSet: this.#now?.ruleSet ?? '' },
			result,
			packing,
			ahead: result.overtime + packing,
			unplaced,
			until,
			workedDays,
			evenDay: evenDayOf(input, this.#leveller!, ALL),
			evenDayWithout: Object.fromEntries(
				CAUSES.map((cause) => [cause, evenDayOf(input, this.#leveller!, ALL & ~bit(cause))])
			) as Record<Cause, Minutes | null>,
			loosest: this.#loosest,
			requests: NO_REQUESTS
		};
	}
}

/**
 * The board's difference to the levelled plan. A board that lacks scenes has less overtime because it has less work:
 * that is no saving, and none is shown.
 */
const packingOf = ({ packing }: Compression, unplaced: number): Minutes =>
	packing === null || (packing < 0 && unplaced > 0) ? 0 : packing;

/** Minutes worked on a day of the plan of least overtime that a set of causes allows. */
function evenDayOf(input: CompressionInput, plan: Leveller, set: CauseSet): Minutes | null {
	const { work, best } = outcome(input, plan, set);
	return best.days === 0 ? null : input.day.overheadMinutes + Math.ceil(work / best.days);
}

function budgetTried(
	budget: CompressionInput['budget'],
	{ paidDays, moreCents }: Tried,
	workedDays: number
): CompressionInput['budget'] {
	if (budget && !('paidDays' in budget))
		return moreCents === 0 ? budget : { ...budget, leftCents: budget.leftCents + moreCents };
	return paidDays === null ? budget : { paidDays: Math.max(0, paidDays - workedDays) };
}
