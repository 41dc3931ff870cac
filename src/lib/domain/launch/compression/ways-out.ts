/** For each lever the smallest change that brings compression to 1 (compression.md 6). */
import { fraction, minus, money, type Exact } from '../../hours/exact.ts';
import { ALL, costOf, daysNeeded, outcome, workLeft, type Change, type Outcome } from './causes.ts';
import { besideOf, secondUnitCents } from './second-unit.ts';
import type { Leveller } from './levelled.ts';
import type { CompressionInput, WayOut, WorkScene } from './types.ts';

type Try = { readonly ratio: Exact | null; readonly removed: number; readonly after: Outcome };

/** The ways out there are, the cheapest overtime hour removed first; those without a price after them. */
export function waysOut(input: CompressionInput, plan: Leveller, now: Outcome): WayOut[] {
	const attempt = (change: Change): Try => {
		const after = outcome(input, plan, ALL, change);
		const needed = daysNeeded(plan, after.work);
		const allowed = after.allowed.at(-1) ?? 0;
		return {
			ratio:
				after.work === 0
					? fraction(0n, 1n)
					: allowed === 0
						? null
						: fraction(BigInt(needed), BigInt(allowed)),
			removed: now.best.overtime - after.best.overtime,
			after
		};
	};
	const cents = (after: Outcome): number | null => {
		const [before, then] = [costOf(input, now.best), costOf(input, after.best)];
		return before && then && now.best.days > 0 ? money(minus(then, before), 0) : null;
	};
	const settles = ({ ratio }: Try): boolean => ratio !== null && ratio.over <= ratio.under;
	const way = (lever: WayOut['lever'], amount: number, tried: Try, more: Partial<WayOut> = {}): WayOut => ({
		lever,
		amount,
		sceneIds: [],
		requestId: null,
		cents: cents(tried.after),
		overtimeRemoved: tried.removed,
		compression: tried.ratio,
		...more
	});
	const ways: WayOut[] = [];

	const needed = daysNeeded(plan, now.work);
	const { budget } = input;
	if (budget && !('paidDays' in budget) && now.work > 0) {
		const cost = costOf(input, plan.level(now.work, needed))!;
		const whole = Number((cost.over + cost.under - 1n) / cost.under);
		const more = whole - budget.leftCents;
		const tried = more > 0 ? attempt({ moreCents: more }) : null;
		if (tried && settles(tried)) ways.push(way('money', more, tried));
	}
	const later = least(plan.most, (n) => settles(attempt({ moreDays: n })));
	if (later !== null) ways.push(way('launch', later, attempt({ moreDays: later })));

	const order = loose(input.scenes).map(({ id }) => id);
	const fewer = least(order.length, (n) => settles(attempt({ without: new Set(order.slice(0, n)) })));
	if (fewer !== null) {
		const sceneIds = order.slice(0, fewer);
		ways.push(way('scenes', fewer, attempt({ without: new Set(sceneIds) }), { sceneIds }));
	}
	const unit = secondUnitWay(input, now, (without) => attempt({ without }));
	if (unit) {
		const { days, sceneIds, tried, cents: own } = unit;
		const first = cents(tried.after);
		const both = first === null || own === null ? null : first + own;
		ways.push(way('secondUnit', days, tried, { sceneIds, cents: both }));
	}
	const requests = new Set(input.scenes.flatMap(({ requestId }) => requestId ?? []));
	for (const requestId of [...requests].sort()) {
		const ids = input.scenes
			.filter((scene) => scene.requestId === requestId)
			.map(({ id }) => id)
			.sort();
		const tried = attempt({ without: new Set(ids) });
		// A refusal that doesn't settle it all is still worth its hours.
		if (tried.removed > 0) ways.push(way('request', ids.length, tried, { sceneIds: ids, requestId }));
	}
	return ways.filter(({ overtimeRemoved }) => overtimeRemoved > 0).sort(cheaper);
}

/**
 * The fewest days of a second unit that settle it; where none do, as many as find something to shoot, if that removes
 * hours. One that works already is left as it is.
 */
function secondUnitWay(
	input: CompressionInput,
	now: Outcome,
	attempt: (without: ReadonlySet<string>) => Try
) {
	const most = now.allowed.at(-1) ?? 0;
	if (input.secondUnit || most === 0 || now.best.overtime === 0) return null;
	const take = besideOf(input, most);
	const isEnough = (n: number): boolean => {
		const { ratio } = attempt(new Set(take(n).sceneIds));
		return ratio !== null && ratio.over <= ratio.under;
	};
	const taken = take(least(most, isEnough) ?? most);
	if (taken.days === 0) return null;
	const perDay = secondUnitCents(input);
	return {
		...taken,
		tried: attempt(new Set(taken.sceneIds)),
		cents: perDay === null ? null : perDay * taken.days
	};
}

/** The least number from 1 to `most` that settles it, by halving: more of a lever never settles less. Null for none. */
function least(most: number, settles: (n: number) => boolean): number | null {
	if (most < 1 || !settles(most)) return null;
	let low = 0;
	let high = most;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (settles(middle)) high = middle;
		else low = middle;
	}
	return high;
}

/** Price of a minute removed; a way without a price comes after those with one. */
function cheaper(a: WayOut, b: WayOut): number {
	const price = ({ cents, overtimeRemoved }: WayOut): number =>
		cents === null ? Infinity : cents / overtimeRemoved;
	const [pa, pb] = [price(a), price(b)];
	return pa !== pb ? pa - pb : b.overtimeRemoved - a.overtimeRemoved || (a.lever < b.lever ? -1 : 1);
}

/** Scenes to drop first: the longest that no other scene's cast or location needs, then the others by length. */
export function loose(scenes: readonly WorkScene[]): WorkScene[] {
	const uses = new Map<string, number>();
	const needs = ({ castIds = [], placeId }: WorkScene): string[] => [
		...castIds.map((id) => `cast ${id}`),
		...(placeId ? [`place ${placeId}`] : [])
	];
	for (const scene of scenes)
		for (const need of new Set(needs(scene))) uses.set(need, (uses.get(need) ?? 0) + 1);
	const isShared = (scene: WorkScene): number =>
		Number(needs(scene).some((need) => (uses.get(need) ?? 0) > 1));
	return [...scenes].sort(
		(a, b) => isShared(a) - isShared(b) || b.minutes - a.minutes || (a.id < b.id ? -1 : 1)
	);
}

/** Scenes that no day holds: the last by id until their minutes are covered. */
export function unfitScenes(input: CompressionInput, unfit: number): string[] {
	const perMinute =
		workLeft(input, ALL) /
		Math.max(
			1,
			input.scenes.reduce((sum, { minutes }) => sum + minutes, 0)
		);
	const ids: string[] = [];
	let left = unfit;
	for (const scene of [...input.scenes].sort((a, b) => (a.id < b.id ? 1 : -1))) {
		if (left <= 0) break;
		ids.push(scene.id);
		left -= scene.minutes * perMinute;
	}
	return ids.reverse();
}
