import type { DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { SceneId, ShootDayId } from '../ids.ts';
import { calls, type Called } from './calls.ts';
import { eighthsOf } from './estimate.ts';
import type { Lookups } from './lookups.ts';
import type { ShootDay, Strip } from './records.ts';
import { isIdle, timeline, type Meal, type TimedStrip } from './timeline.ts';

export type DaySummary = {
	readonly dayId: ShootDayId;
	readonly date: DayKey | null;
	readonly unit: string;
	/** crew call and the last person's wrap, minutes after midnight of `date`; equal on an empty day */
	readonly callAt: Minutes;
	readonly wrapAt: Minutes;
	/** true once somebody said the day is over: `wrapAt` is then what happened, not a forecast */
	readonly wrapped: boolean;
	/** what the strips alone come to, also on a wrapped day */
	readonly forecastWrapAt: Minutes;
	/** call to wrap, meal included: first shot + Σ strips + moves + meal + wrap (compression.md 2) */
	readonly lengthMinutes: Minutes;
	/** the length less the meals: what the load bar shows; the sum of the next three */
	readonly workedMinutes: Minutes;
	/** up to the agreed day, from there to the longest day, and beyond that */
	readonly regularMinutes: Minutes;
	readonly overtimeMinutes: Minutes;
	readonly beyondMinutes: Minutes;
	/** Σ minutes of the scene strips, and the part of it not shot yet */
	readonly estimatedMinutes: Minutes;
	readonly leftMinutes: Minutes;
	/** eighths of pages on the day, and the part of them that is shot; dropped and omitted strips count nowhere */
	readonly eighths: number;
	readonly eighthsShot: number;
	/** scenes on the day; of these wholly shot; strips shot in part; strips dropped */
	readonly sceneCount: number;
	readonly scenesShot: number;
	readonly partial: number;
	readonly dropped: number;
	readonly castCount: number;
	readonly companyMoves: number;
	readonly setChanges: number;
	readonly meals: readonly Meal[];
	readonly timed: readonly TimedStrip[];
	readonly called: readonly Called[];
};

export type DayInput = Lookups & {
	readonly day: ShootDay;
	/** the day's strips in order, banners included */
	readonly strips: readonly Strip[];
};

/** Everything a day's header, its load bar and the nights around it need, from its strips in order. */
export function summariseDay(input: DayInput): DaySummary {
	const { day, strips, production, scene } = input;
	const line = timeline(day, strips, input);
	const wrapped = day.wrappedAt !== null && day.wrappedAt >= line.callAt;
	const wrapAt = wrapped && day.wrappedAt !== null ? day.wrappedAt : line.wrapAt;
	const lengthMinutes = wrapAt - line.callAt;
	const mealMinutes = line.meals.reduce((sum, meal) => sum + meal.minutes, 0);
	const workedMinutes = Math.max(0, lengthMinutes - mealMinutes);
	const longest = Math.max(production.longestMinutes, production.contractMinutes);
	const called = calls(strips, line, wrapAt, input);
	return {
		dayId: day.id,
		date: day.date,
		unit: day.unit,
		callAt: line.callAt,
		wrapAt,
		wrapped,
		forecastWrapAt: line.wrapAt,
		lengthMinutes,
		workedMinutes,
		regularMinutes: Math.min(workedMinutes, production.contractMinutes),
		overtimeMinutes: Math.max(0, Math.min(workedMinutes, longest) - production.contractMinutes),
		beyondMinutes: Math.max(0, workedMinutes - longest),
		estimatedMinutes: line.shootingMinutes,
		...count(strips, line.timed, scene),
		castCount: called.filter((one) => one.characterIds.length > 0).length,
		companyMoves: line.companyMoves,
		setChanges: line.setChanges,
		meals: line.meals,
		timed: line.timed,
		called
	};
}

type Counts = Pick<
	DaySummary,
	'leftMinutes' | 'eighths' | 'eighthsShot' | 'sceneCount' | 'scenesShot' | 'partial' | 'dropped'
>;

function count(strips: readonly Strip[], timed: readonly TimedStrip[], sceneOf: Lookups['scene']): Counts {
	const scenes = new Set<SceneId>();
	const shot = new Set<SceneId>();
	let [leftMinutes, eighths, eighthsShot, partial, dropped] = [0, 0, 0, 0, 0];
	strips.forEach((strip, i) => {
		if (strip.kind !== 'scene') return;
		const scene = strip.sceneId === null ? undefined : sceneOf(strip.sceneId);
		if (strip.status === 'dropped') dropped++;
		if (isIdle(strip, scene)) return;
		const own = eighthsOf(strip, scene);
		eighths += own;
		if (strip.sceneId !== null) scenes.add(strip.sceneId);
		if (strip.status === 'partial') partial++;
		if (strip.status === 'shot' && strip.sceneId !== null) shot.add(strip.sceneId);
		if (strip.status === 'shot' || strip.status === 'partial') eighthsShot += own;
		else leftMinutes += (timed[i]?.endsAt ?? 0) - (timed[i]?.startsAt ?? 0);
	});
	return {
		leftMinutes,
		eighths,
		eighthsShot,
		sceneCount: scenes.size,
		scenesShot: shot.size,
		partial,
		dropped
	};
}
