/** A shoot day laid out along the clock: when each strip starts and ends, the moves between, the meals. */
import type { Minutes } from '../calendar/duration.ts';
import type { LocationId, SetId, StripId } from '../ids.ts';
import { estimate, wasShot, type Basis } from './estimate.ts';
import type { Lookups } from './lookups.ts';
import type { Scene, ShootDay, Strip } from './records.ts';

/** The first meal is due six hours after the call (field guide 1.9). */
export const MEAL_DUE: Minutes = 360;

/** What has to happen before a strip can be shot. */
export type Change = 'none' | 'set' | 'move';

/** One strip on the clock. Times are minutes after midnight of the day's date. */
export type TimedStrip = {
	readonly stripId: StripId;
	readonly startsAt: Minutes;
	readonly endsAt: Minutes;
	/** `banner`: its own minutes; `idle`: dropped, or its scene was omitted, so it takes no time */
	readonly basis: Basis | 'banner' | 'idle';
	readonly change: Change;
	/** minutes the change before it takes */
	readonly changeMinutes: Minutes;
};

export type Meal = { readonly startsAt: Minutes; readonly minutes: Minutes };

export type Timeline = {
	readonly callAt: Minutes;
	readonly timed: readonly TimedStrip[];
	readonly meals: readonly Meal[];
	/** Σ minutes of the scene strips */
	readonly shootingMinutes: Minutes;
	readonly companyMoves: number;
	readonly setChanges: number;
	/** last person's wrap; equals `callAt` on a day with nothing on it */
	readonly wrapAt: Minutes;
};

/** A strip that takes no time: dropped, or of a scene that was omitted before it was shot. */
export const isIdle = (strip: Strip, scene: Scene | undefined): boolean =>
	strip.status === 'dropped' || (strip.kind === 'scene' && scene?.omitted === true && !wasShot(strip));

/** Minutes a banner takes. */
const bannerMinutes = (strip: Strip, { production }: Lookups): Minutes =>
	strip.minutes ??
	(strip.bannerKind === 'meal'
		? production.mealMinutes
		: strip.bannerKind === 'move'
			? production.moveMinutes
			: 0);

/**
 * Lays a day out: call, minutes to the first shot, strips with the changes of place between them, one meal, wrap
 * (compression.md 2). The meal comes before the strip that would end more than six hours after the call; a meal
 * banner says otherwise. A company move lies between two scenes whose known locations differ, a change of set
 * between two sets at one place; a move banner takes the place of the move after it. A move is never reckoned
 * shorter than a change of set, so that taking a strip out can't lengthen the day.
 */
export function timeline(day: ShootDay, strips: readonly Strip[], lookups: Lookups): Timeline {
	const { production } = lookups;
	const planned = day.callAt ?? production.callAt;
	const callAt = day.wrappedAt === null ? planned : (day.startedAt ?? planned);
	const changeMinutes: Record<Change, Minutes> = {
		none: 0,
		set: production.setChangeMinutes,
		move: Math.max(production.moveMinutes, production.setChangeMinutes)
	};
	const timed: TimedStrip[] = [];
	const meals: Meal[] = [];
	const ownMeal = strips.some(
		(s) => s.kind === 'banner' && s.bannerKind === 'meal' && s.status !== 'dropped'
	);
	const place: { set: SetId | null; location: LocationId | null } = { set: null, location: null };
	let at = callAt + production.firstShotMinutes;
	let started = false;
	let moved = false;
	let shootingMinutes = 0;
	let companyMoves = 0;
	let setChanges = 0;

	const eat = (minutes: Minutes): void => {
		meals.push({ startsAt: at, minutes });
		at += minutes;
	};

	for (const strip of strips) {
		const scene = strip.sceneId === null ? undefined : lookups.scene(strip.sceneId);
		if (isIdle(strip, scene)) {
			timed.push(still(strip.id, at));
			continue;
		}
		if (strip.kind === 'banner') {
			const minutes = bannerMinutes(strip, lookups);
			const startsAt = at;
			if (strip.bannerKind === 'meal') eat(minutes);
			else at += minutes;
			if (strip.bannerKind === 'move') {
				companyMoves++;
				moved = true;
			}
			timed.push({
				stripId: strip.id,
				startsAt,
				endsAt: at,
				basis: 'banner',
				change: 'none',
				changeMinutes: 0
			});
			if (minutes > 0) started = true;
			continue;
		}
		const setId = scene?.setId ?? null;
		const location = setId === null ? null : (lookups.set(setId)?.locationId ?? null);
		const change = moved ? 'none' : changeBetween(place, setId, location);
		const { minutes, basis } = estimate(strip, scene, production);
		const before = changeMinutes[change];
		if (!ownMeal && meals.length === 0 && started && at + before + minutes > callAt + MEAL_DUE)
			eat(production.mealMinutes);
		at += before;
		timed.push({
			stripId: strip.id,
			startsAt: at,
			endsAt: at + minutes,
			basis,
			change,
			changeMinutes: before
		});
		at += minutes;
		shootingMinutes += minutes;
		if (change === 'move') companyMoves++;
		if (change === 'set') setChanges++;
		// What isn't known doesn't count as a place: harbour, unknown, harbour is no move.
		place.set = setId ?? place.set;
		place.location = location ?? place.location;
		moved = false;
		started = true;
	}
	if (started && !ownMeal && meals.length === 0) eat(production.mealMinutes);
	const wrapAt = started ? at + production.wrapMinutes : callAt;
	return { callAt, timed, meals, shootingMinutes, companyMoves, setChanges, wrapAt };
}

const still = (stripId: StripId, at: Minutes): TimedStrip => ({
	stripId,
	startsAt: at,
	endsAt: at,
	basis: 'idle',
	change: 'none',
	changeMinutes: 0
});

function changeBetween(
	from: { readonly set: SetId | null; readonly location: LocationId | null },
	set: SetId | null,
	location: LocationId | null
): Change {
	if (from.location !== null && location !== null && from.location !== location) return 'move';
	return from.set !== null && set !== null && from.set !== set ? 'set' : 'none';
}
