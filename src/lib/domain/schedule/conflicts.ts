import type { Finding } from '../finding.ts';
import { boardOf, type Board } from './columns.ts';
import type { Plan } from './plan.ts';
import { castAway, placeClosed } from './rules/availability.ts';
import { dayLimit } from './rules/day-limit.ts';
import { onEachDay } from './rules/day-rules.ts';
import { daylight } from './rules/daylight.ts';
import { agreedDay, companyMoves, longestDay } from './rules/days.ts';
import { minors } from './rules/minors.ts';
import { shortestRest, twoUnits } from './rules/nights.ts';
import { planningNumber } from './rules/planning-number.ts';
import { notScheduled, omittedOnBoard, scheduledTwice, shotThenRewritten } from './rules/scenes.ts';
import type { Rule } from './rules/view.ts';

/** The rules of the schedule by number (RULES.md). A new rule is one function and one line here. */
export const RULES: Readonly<Record<string, Rule>> = {
	S1: longestDay,
	S2: shortestRest,
	S3: agreedDay,
	S4: companyMoves,
	S5: planningNumber,
	S6: twoUnits,
	S7: scheduledTwice,
	S8: omittedOnBoard,
	S9: notScheduled,
	S10: onEachDay(castAway),
	S11: onEachDay(placeClosed),
	S12: onEachDay(minors),
	S13: onEachDay(daylight),
	S14: dayLimit,
	S20: shotThenRewritten
};

const WORST = { bad: 0, warn: 1, info: 2 } as const;

/**
 * Everything the rules of the schedule have to say about a plan, the worst first, then by rule. Strips and
 * people in another order give the same findings.
 *
 * @param board the plan's board, when it is reckoned already
 */
export function conflicts(plan: Plan, board: Board = boardOf(plan)): Finding[] {
	const view = { plan, ...board };
	const key = (finding: Finding): string => finding.rule + Object.values(finding.about).join();
	return Object.values(RULES)
		.flatMap((rule) => rule(view))
		.sort((a, b) => WORST[a.severity] - WORST[b.severity] || (key(a) < key(b) ? -1 : 1));
}
