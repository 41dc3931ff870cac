/** How far one scene is: what of it was shot, and whether the rest has a day. */
import type { ShootDayId } from '../ids.ts';
import { eighthsOf, wasShot } from './estimate.ts';
import type { Scene, Strip } from './records.ts';

/** Seconds on screen of a page of eight eighths: a vertical page plays about a minute (field guide 1.1). */
export const SECONDS_A_PAGE = 60;

export type SceneProgress = {
	readonly scene: Scene;
	/** `scheduled`: all that is left lies on shoot days; `waiting`: some of it lies on none; `omitted`: nothing to shoot */
	readonly state: 'shot' | 'scheduled' | 'waiting' | 'omitted';
	/** of the scene's eighths, those in the can */
	readonly shotEighths: number;
	/** seconds on screen: of the whole scene, and of what is in the can */
	readonly seconds: number;
	readonly shotSeconds: number;
};

/** Seconds on screen of a scene: those a planner reckons with, else from its pages. */
export const screenSeconds = (scene: Pick<Scene, 'screenSeconds' | 'eighths'>): number =>
	scene.screenSeconds ?? (scene.eighths * SECONDS_A_PAGE) / 8;

/**
 * What of a scene is in the can. What lies open on a strip is not, so a pickup or a reshoot takes its eighths back
 * until it is shot; a dropped strip counts for nothing, the strip that makes up for it does. More shot than the
 * script has counts once.
 *
 * @param strips the strips of this scene, in any order
 * @param isDay whether a shoot day is still there: strips of one that is gone lie in the boneyard
 */
export function sceneProgress(
	scene: Scene,
	strips: readonly Strip[],
	isDay: (id: ShootDayId) => boolean
): SceneProgress {
	if (scene.omitted) return { scene, state: 'omitted', shotEighths: 0, seconds: 0, shotSeconds: 0 };
	const used = strips.filter(({ kind, status }) => kind === 'scene' && status !== 'dropped');
	const shot = used.filter(wasShot);
	const open = used.filter((strip) => !wasShot(strip));
	const sum = (of: readonly Strip[]): number => of.reduce((all, strip) => all + eighthsOf(strip, scene), 0);
	// A partial that never said how much is left leaves at least an eighth, until another strip is shot.
	const vague = shot.length === 1 && shot[0]?.status === 'partial' && shot[0].eighths === null ? 1 : 0;
	const shotEighths = Math.max(0, Math.min(sum(shot), scene.eighths - sum(open), scene.eighths - vague));
	const complete = shot.length > 0 && open.length === 0 && shotEighths >= scene.eighths;
	const placed = open.length > 0 && open.every(({ place: { dayId } }) => dayId !== null && isDay(dayId));
	const seconds = screenSeconds(scene);
	return {
		scene,
		state: complete ? 'shot' : placed ? 'scheduled' : 'waiting',
		shotEighths,
		seconds,
		shotSeconds: complete ? seconds : scene.eighths === 0 ? 0 : (seconds * shotEighths) / scene.eighths
	};
}
