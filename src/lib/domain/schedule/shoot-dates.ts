import type { DayKey } from '../calendar/day-key.ts';
import type { Minutes } from '../calendar/duration.ts';
import { workdaysFrom } from '../calendar/workdays.ts';
import { estimate } from './estimate.ts';
import type { Production, Scene, Strip } from './records.ts';

/** Most days a count is looked for in (compression.md 3). */
export const MOST_DAYS = 60;

/** The shoot dates: `count` working days from the planned first shoot day on. Empty until that day is set. */
export const shootDates = (
	production: Pick<Production, 'shootsOn' | 'restWeekdays'>,
	count: number
): DayKey[] =>
	production.shootsOn === null ? [] : workdaysFrom(production.shootsOn, count, production.restWeekdays);

/** Minutes of shooting left in an agreed day after line-up and wrap: what field guide 3.3 calls `h_std − 1.25`. */
export const shootingMinutesADay = (production: Production): Minutes =>
	Math.max(1, production.contractMinutes - production.firstShotMinutes - production.wrapMinutes);

/** The days the scenes need within agreed hours: ⌈Σ minutes ÷ shooting minutes a day⌉ (field guide 3.3), at most 60. */
export function daysNeeded(scenes: Iterable<Scene>, production: Production): number {
	let minutes = 0;
	for (const scene of scenes) if (!scene.omitted) minutes += estimate(WHOLE, scene, production).minutes;
	return Math.min(MOST_DAYS, Math.ceil(minutes / shootingMinutesADay(production)));
}

/**
 * The dates a new production is laid over: as many days as were asked for, else as many as the scenes need within
 * agreed hours; none on or after the launch, so that what doesn't fit shows in the boneyard from the first minute.
 */
export function datesFor(scenes: Iterable<Scene>, production: Production, days?: number): DayKey[] {
	const dates = shootDates(production, days ?? daysNeeded(scenes, production));
	const launch = production.launchesOn;
	return launch === null ? dates : dates.filter((date) => date < launch);
}

/** A strip of a whole scene that nothing has happened to yet: all that an estimate looks at. */
export const WHOLE: Pick<Strip, 'status' | 'actualMinutes' | 'minutes' | 'eighths'> = {
	status: 'todo',
	actualMinutes: null,
	minutes: null,
	eighths: null
};
