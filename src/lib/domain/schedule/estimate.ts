import type { Minutes } from '../calendar/duration.ts';
import type { Production, Scene, Strip } from './records.ts';

/** Where a strip's minutes come from, shown beside them. */
export type Basis = 'shot' | 'typed' | 'set-ups' | 'pages';

export type Estimate = { readonly minutes: Minutes; readonly basis: Basis };

/** Whether the camera has been on it: such a strip's time is a fact, whatever happens to the script later. */
export const wasShot = (strip: Pick<Strip, 'status'>): boolean =>
	strip.status === 'shot' || strip.status === 'partial';

/** Eighths of a page a strip stands for: its own part's, else the whole scene's. */
export const eighthsOf = (strip: Pick<Strip, 'eighths'>, scene: Scene | undefined): number =>
	strip.eighths ?? scene?.eighths ?? 0;

/**
 * Minutes of shooting a scene strip takes, and on what basis: the first there is of the minutes it took, the
 * minutes typed, set-ups × minutes a set-up, pages × minutes a page (compression.md 2; field guide 3.1). What
 * was typed or counted for the whole scene is shared out to a part by eighths. No scene takes less than a minute
 * unless it has no length at all.
 */
export function estimate(
	strip: Pick<Strip, 'status' | 'actualMinutes' | 'minutes' | 'eighths'>,
	scene: Scene | undefined,
	production: Production
): Estimate {
	if (wasShot(strip) && strip.actualMinutes !== null) return { minutes: strip.actualMinutes, basis: 'shot' };
	if (strip.minutes !== null) return { minutes: strip.minutes, basis: 'typed' };
	const eighths = eighthsOf(strip, scene);
	const ofScene = (minutes: number): Minutes =>
		scene && scene.eighths > 0 && strip.eighths !== null
			? atLeastOne((minutes * eighths) / scene.eighths, eighths)
			: minutes;
	if (scene?.estimateMinutes != null) return { minutes: ofScene(scene.estimateMinutes), basis: 'typed' };
	if (scene?.setups != null)
		return { minutes: ofScene(scene.setups * production.setupMinutes), basis: 'set-ups' };
	return { minutes: atLeastOne((eighths * production.pageMinutes) / 8, eighths), basis: 'pages' };
}

const atLeastOne = (minutes: number, eighths: number): Minutes =>
	eighths > 0 ? Math.max(1, Math.round(minutes)) : 0;
