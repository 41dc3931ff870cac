/** What one request does to days, hours and money: the plan with its work beside the plan without it. */
import type { Minutes } from '../../calendar/duration.ts';
import { minus, money } from '../../hours/exact.ts';
import type { RequestId } from '../../ids.ts';
import { ALL, costOf, daysNeeded, outcome } from '../compression/causes.ts';
import type { Leveller } from '../compression/levelled.ts';
import type { Cents, CompressionInput, WorkScene } from '../compression/types.ts';
import { askedBy } from '../timeline/of-plan.ts';
import { worksOf, type RequestsPlan } from './work.ts';

export type Consequence = {
	/** what a refusal would take away, or took: the plain difference of compression.md 5, never negative by much */
	readonly overtime: Minutes;
	/** shoot days it needs beside the others */
	readonly days: number;
	/** of shoot days and paid overtime; null without money */
	readonly cents: Cents | null;
	/** overtime that the deals don't pay, at its value; null without money */
	readonly unpaidCents: Cents | null;
};

/**
 * The consequence of a request: O(all) with its work less O(all) without.
 *
 * @param out work that a refusal took out: then the plan with it is the one that isn't
 */
export function consequenceOf(
	input: CompressionInput,
	plan: Leveller,
	requestId: RequestId,
	out: readonly WorkScene[] = []
): Consequence | null {
	if (input.people.length === 0) return null;
	const own = input.scenes.filter((scene) => scene.requestId === requestId);
	if (own.length + out.length === 0) return null;
	const whole = out.length > 0 ? { ...input, scenes: [...input.scenes, ...out] } : input;
	const without = new Set([...own, ...out].map(({ id }) => id));
	const [with_, less] = [outcome(whole, plan, ALL), outcome(whole, plan, ALL, { without })];
	const [costWith, costLess] = [costOf(input, with_.best), costOf(input, less.best)];
	const hasMoney = input.people.some(({ deal }) => deal);
	return {
		overtime: with_.best.overtime - less.best.overtime,
		days: daysNeeded(plan, with_.work) - daysNeeded(plan, less.work),
		cents: costWith && costLess ? money(minus(costWith, costLess), 0) : null,
		unpaidCents: hasMoney ? money(minus(with_.best.unpaid, less.best.unpaid), 0) : null
	};
}

export type RequestsReckoned = {
	readonly each: ReadonlyMap<RequestId, Consequence>;
	/** overtime that goes with all of them refused; null where nobody is called */
	readonly together: Minutes | null;
};
export const NO_REQUESTS: RequestsReckoned = { each: new Map(), together: null };

/** What every request of a plan comes to. @param input compression of that plan */
export function reckonRequests(
	plan: RequestsPlan,
	input: CompressionInput,
	levels: Leveller
): RequestsReckoned {
	if (plan.requests.size === 0 || input.people.length === 0) return NO_REQUESTS;
	const each = new Map<RequestId, Consequence>();
	for (const [id, { scenes }] of worksOf(plan)) {
		const out = scenes.flatMap(({ sceneId, state, minutes }): WorkScene[] =>
			state === 'out'
				? [{ id: `${sceneId} ${id}`, minutes, from: askedBy(id, plan.requests), requestId: id }]
				: []
		);
		const consequence = consequenceOf(input, levels, id, out);
		if (consequence) each.set(id, consequence);
	}
	const asked = new Set(
		input.scenes.flatMap(({ id, requestId }) =>
			requestId && plan.requests.has(requestId as RequestId) ? [id] : []
		)
	);
	const [now, without] = [outcome(input, levels, ALL), outcome(input, levels, ALL, { without: asked })];
	return { each, together: now.best.overtime - without.best.overtime };
}
