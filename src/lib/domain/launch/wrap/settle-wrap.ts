/** Settles a wrapped day: its overtime, and whose it is, with what that assumed (compression.md 5, "Settled at wrap"). */
import type { DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import { rulesFor } from '../../hours/own-rules/index.ts';
import type { PersonId, ShootDayId } from '../../ids.ts';
import { boardOf } from '../../schedule/columns.ts';
import type { Plan } from '../../schedule/plan.ts';
import { assessCompression } from '../assess-compression.ts';
import { compressionOfPlan } from '../compression/of-plan.ts';
import { settleDay } from '../compression/settle.ts';
import { CAUSES, type Cause, type Compression, type SettledTo } from '../compression/types.ts';
import { dayOvertime, type DayOvertime } from './day-overtime.ts';
import { planAtCall } from './plan-at-call.ts';
import type { Delay, Extension, SettledBasis, SettledPart } from './records.ts';

export type WrapSettled = {
	readonly date: DayKey;
	readonly wrappedAt: Minutes;
	readonly overtime: Minutes;
	readonly to: Readonly<Record<SettledTo, Minutes>>;
	readonly lostMinutes: Minutes;
	readonly basis: SettledBasis;
};

/**
 * The overtime of a wrapped day and its causes: first what recorded extensions took, one after another from the planned
 * wrap on; then, of what lies after them, as many minutes as were lost to logged delays, to events; the rest by the
 * shares at that day's call. The parts add up to the overtime.
 *
 * Hours are those of the day's calls as it really began and ended, which every planner's device has; what a person logs
 * is that person's. The days paid for are those the plan was told, so that any device settles alike.
 *
 * @returns null while the day isn't wrapped, or has no date
 */
export function settleWrap(plan: Plan, dayId: ShootDayId): WrapSettled | null {
	const board = boardOf(plan);
	const summary = board.summaries.find((one) => one.dayId === dayId);
	if (!summary?.wrapped || summary.date === null) return null;
	const { production } = plan;
	const { date, wrapAt } = summary;

	const then = planAtCall(plan, date);
	const boardThen = boardOf(then);
	const called = boardThen.summaries.find((one) => one.dayId === dayId) ?? summary;
	const atCall = assessCompression(compressionOfPlan(then, boardThen, { asOf: date }).input);

	const until = dayOvertime(board, dayId, production.zone, (who) => {
		const person = plan.people.get(who as PersonId) ?? null;
		return {
			rules: rulesFor(plan, person, date).rules,
			contracted: person?.contractMinutes ?? production.contractMinutes
		};
	});
	const delays = of(plan.delays, dayId);
	const { parts, caughtUp } = partsOf(called.wrapAt, wrapAt, of(plan.extensions, dayId), delays, until);
	const overtime = until(wrapAt).sum;
	const delayMinutes = delays.reduce((sum, { minutes }) => sum + minutes, 0);
	return {
		date,
		wrappedAt: wrapAt,
		overtime,
		to: settleDay(date, overtime, parts, atCall).to,
		lostMinutes: Math.max(0, delayMinutes - caughtUp),
		basis: {
			callAt: called.callAt,
			plannedWrapAt: called.wrapAt,
			people: summary.called.length,
			ruleSet: rulesFor(plan, null, date).id,
			...frozen(atCall),
			paidDays: production.paidDays,
			paidDaysOn: production.paidDaysOn,
			launchesOn: production.launchesOn,
			delayMinutes,
			parts
		}
	};
}

const of = <R extends { readonly dayId: ShootDayId | null }>(
	rows: ReadonlyMap<string, R>,
	dayId: ShootDayId
): R[] => [...rows.values()].filter((row) => row.dayId === dayId);

/** Where the minutes between the planned and the real wrap went, as far as somebody wrote it down. */
function partsOf(
	planned: Minutes,
	wrapAt: Minutes,
	extensions: readonly Extension[],
	delays: readonly Delay[],
	until: (wrapAt: Minutes) => DayOvertime
): { parts: SettledPart[]; caughtUp: Minutes } {
	const parts: SettledPart[] = [];
	let from = Math.min(planned, wrapAt);
	const inOrder = [...extensions].sort(
		(a, b) => a.untilAt - b.untilAt || a.at - b.at || (a.id < b.id ? -1 : 1)
	);
	for (const { untilAt, from: asker, cause, askedBy, why } of inOrder) {
		const to = Math.min(untilAt, wrapAt);
		if (to <= from) continue;
		const minutes = Math.max(0, until(to).sum - until(from).sum);
		parts.push({
			kind: 'extension',
			cause: asker === 'us' ? cause : asker,
			minutes,
			untilAt: to,
			askedBy,
			why
		});
		from = to;
	}
	const lost = delays.reduce((sum, { minutes }) => sum + minutes, 0);
	const to = Math.min(wrapAt, from + lost);
	if (to <= from) return { parts, caughtUp: 0 };
	const [before, after] = [until(from), until(to)];
	const minutes = Math.max(0, after.sum - before.sum);
	if (minutes > 0) parts.push({ kind: 'delay', cause: 'events', minutes, untilAt: to, askedBy: '', why: '' });
	return { parts, caughtUp: Math.max(0, after.most - before.most) };
}

const frozen = (
	atCall: Compression
): Pick<
	SettledBasis,
	'workLeft' | 'daysNeeded' | 'daysAllowed' | 'overtime' | 'inTheWork' | 'packing' | 'shares'
> => ({
	workLeft: atCall.workLeft,
	daysNeeded: atCall.daysNeeded,
	daysAllowed: atCall.daysAllowed,
	overtime: atCall.overtime,
	inTheWork: atCall.inTheWork,
	packing: atCall.packing ?? 0,
	shares: Object.fromEntries(
		CAUSES.map((cause) => [cause, atCall.shares.find((share) => share.cause === cause)?.minutes ?? 0])
	) as Record<Cause, Minutes>
});
