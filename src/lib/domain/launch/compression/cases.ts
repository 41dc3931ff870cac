/** The likely and the bad case: how long the work left takes by what was shot so far, and when it would be online. */
import type { DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import type { Board } from '../../schedule/columns.ts';
import { estimate, wasShot } from '../../schedule/estimate.ts';
import type { Plan } from '../../schedule/plan.ts';
import type { Scene, Strip } from '../../schedule/records.ts';
import { boardDates, planTimeline, workingDates } from '../timeline/of-plan.ts';
import { openStrips } from './work-left.ts';

type OfPlan = Pick<
	Plan,
	'production' | 'scenes' | 'strips' | 'sets' | 'requests' | 'sceneChanges' | 'delays'
>;

export type WorkCases = {
	/** as estimated, before pace */
	readonly estimated: Minutes;
	readonly likely: Minutes;
	readonly bad: Minutes;
	/** classes of which five or more were shot, and strips shot in all */
	readonly classes: number;
	readonly shot: number;
};

/** From so many shot on, a class says something of its own. */
const ENOUGH = 5;
/** More of the cast than this take longer (field guide 3.1: × 1.2). */
const MANY_CAST = 4;

/**
 * Minutes of shooting left in the likely (P50) and the bad case (P80).
 *
 * Method: a scene's class is inside or outside, its time of day, and whether more than four of the cast are in it. Each
 * strip shot gives minutes it took ÷ minutes estimated. A class of five or more shot has the median of its ratios as its
 * P50 and the smallest ratio that at least 80 % don't exceed as its P80 (nearest rank); a class of fewer takes those of
 * all strips shot, where they are five, else 1. Each scene left counts its estimate times its class's ratio; the bad case
 * lets all go badly at once, so it is on the safe side. Neither plays a part in pace or in whose overtime it is.
 */
export function workCases(plan: OfPlan): WorkCases {
	const ratios = new Map<string, number[]>();
	const all: number[] = [];
	for (const strip of plan.strips.values()) {
		const scene = sceneOf(plan, strip);
		if (!scene || strip.kind !== 'scene' || !wasShot(strip) || strip.actualMinutes === null) continue;
		const estimated = estimate({ ...strip, actualMinutes: null }, scene, plan.production).minutes;
		if (estimated <= 0) continue;
		const ratio = strip.actualMinutes / estimated;
		all.push(ratio);
		const key = classOf(scene);
		ratios.set(key, [...(ratios.get(key) ?? []), ratio]);
	}
	const ofAll = all.length >= ENOUGH ? percentiles(all) : { p50: 1, p80: 1 };
	const known = new Map(
		[...ratios].filter(([, own]) => own.length >= ENOUGH).map(([key, own]) => [key, percentiles(own)])
	);
	let [estimated, likely, bad] = [0, 0, 0];
	for (const strip of openStrips(plan)) {
		const scene = sceneOf(plan, strip);
		if (!scene) continue;
		const { minutes } = estimate({ ...strip, actualMinutes: null }, scene, plan.production);
		const { p50, p80 } = known.get(classOf(scene)) ?? ofAll;
		estimated += minutes;
		likely += minutes * p50;
		bad += minutes * p80;
	}
	return {
		estimated,
		likely: Math.round(likely),
		bad: Math.round(bad),
		classes: known.size,
		shot: all.length
	};
}

const sceneOf = ({ scenes }: OfPlan, { sceneId }: Strip): Scene | undefined =>
	sceneId === null ? undefined : scenes.get(sceneId);

const classOf = ({ intExt, time, castIds }: Scene): string =>
	`${intExt ?? '?'} ${time ?? '?'} ${castIds.length > MANY_CAST ? 'many' : 'few'}`;

/** The median, and the nearest-rank 80th percentile, never under the median. */
function percentiles(ratios: readonly number[]): { p50: number; p80: number } {
	const sorted = [...ratios].sort((a, b) => a - b);
	const half = sorted.length / 2;
	const p50 = sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
	return { p50, p80: Math.max(p50, sorted[Math.ceil(sorted.length * 0.8) - 1]!) };
}

export type LaunchCases = {
	/** when it would be online; null without tasks */
	readonly likely: DayKey | null;
	readonly bad: DayKey | null;
	readonly work: WorkCases;
};

/**
 * When it would be online in the likely and in the bad case: tasks take their likely or their bad duration, and the shoot
 * as many of the board's days left as its work takes by `workCases`, rounded up to whole days. A date that was agreed is
 * waited for in both.
 *
 * @param from the first day that can still be shot on
 */
export function launchCases(plan: Plan, board: Board, asOf: DayKey, from: DayKey): LaunchCases {
	const work = workCases(plan);
	const dated = boardDates(board);
	const left = dated?.dates.filter((date) => date >= from).length ?? 0;
	const online = (minutes: Minutes, useBadCase: boolean): DayKey | null => {
		const days = work.estimated > 0 ? Math.ceil((left * minutes) / work.estimated) : left;
		const ahead = dated?.dates.filter((date) => date >= from) ?? [];
		// The board's own days first, then working days after the last of them.
		const last =
			days <= ahead.length
				? ahead[days - 1]
				: workingDates(ahead.at(-1) ?? from, days - ahead.length + 1, plan.production.restWeekdays).at(-1);
		return planTimeline(plan, {
			asOf,
			board: dated && last && last > dated.first ? { ...dated, last } : dated,
			isShootOpen: openStrips(plan).length > 0,
			useBadCase
		}).launch;
	};
	return { likely: online(work.likely, false), bad: online(work.bad, true), work };
}
