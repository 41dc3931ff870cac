import type { Minutes } from '../../calendar/duration.ts';
import type { ElementCategory } from '../element-categories.ts';
import type { Production, Scene } from '../records.ts';

/** Why a scene takes longer than its pages say (field guide 3.1 c), and by how much. */
export type Factor = {
	readonly why: 'night-exterior' | 'action' | 'many-cast' | 'child' | 'animal';
	readonly times: number;
};

/** Everything a scene's minutes can be reckoned from, with what each way comes to; null: nothing to reckon from. */
export type SceneEstimates = {
	/** the first there is of typed, set-ups and pages: what the board reckons with */
	readonly minutes: Minutes;
	readonly basis: 'typed' | 'set-ups' | 'pages';
	readonly typed: Minutes | null;
	readonly setups: { readonly count: number; readonly each: Minutes; readonly minutes: Minutes } | null;
	readonly pages: { readonly eighths: number; readonly each: Minutes; readonly minutes: Minutes };
	readonly factors: readonly Factor[];
	/** pages × the factors: what the scene might take; null where none applies */
	readonly withFactors: Minutes | null;
};

/** What is known of a scene beside its own fields. */
export type SceneCircumstances = {
	/** of what the scene needs */
	readonly categories: readonly ElementCategory[];
	/** somebody under age plays in it */
	readonly child: boolean;
};

/**
 * The estimates of a whole scene with their bases (field guide 3.1; compression.md 2). The factors are offered, never
 * applied in silence: night exterior × 1.25, action × 1.5 (stunts), more than four of cast × 1.2, a child or an
 * animal × 1.3 each.
 */
export function sceneEstimates(
	scene: Scene,
	production: Pick<Production, 'pageMinutes' | 'setupMinutes'>,
	{ categories, child }: SceneCircumstances
): SceneEstimates {
	const { eighths } = scene;
	const atLeastOne = (minutes: number): Minutes => (eighths > 0 ? Math.max(1, Math.round(minutes)) : 0);
	const plain = (eighths * production.pageMinutes) / 8;
	const pages = { eighths, each: production.pageMinutes, minutes: atLeastOne(plain) };
	const setups =
		scene.setups === null
			? null
			: {
					count: scene.setups,
					each: production.setupMinutes,
					minutes: scene.setups * production.setupMinutes
				};
	const typed = scene.estimateMinutes;
	const factors: Factor[] = [];
	if (scene.time === 'night' && scene.intExt === 'ext') factors.push({ why: 'night-exterior', times: 1.25 });
	if (categories.includes('stunts')) factors.push({ why: 'action', times: 1.5 });
	if (scene.castIds.length > 4) factors.push({ why: 'many-cast', times: 1.2 });
	if (child) factors.push({ why: 'child', times: 1.3 });
	if (categories.includes('animals')) factors.push({ why: 'animal', times: 1.3 });
	const by = typed !== null ? 'typed' : setups ? 'set-ups' : 'pages';
	return {
		minutes: typed ?? setups?.minutes ?? pages.minutes,
		basis: by,
		typed,
		setups,
		pages,
		factors,
		withFactors:
			factors.length > 0 && eighths > 0
				? atLeastOne(factors.reduce((minutes, { times }) => minutes * times, plain))
				: null
	};
}

/** Seconds of film in a page, upright: about a minute (field guide 1.1). */
const SECONDS_A_PAGE = 60;

/** Seconds on screen a scene is reckoned with: what was typed, else its pages. */
export const screenSeconds = (scene: Pick<Scene, 'screenSeconds' | 'eighths'>): number =>
	scene.screenSeconds ?? Math.round((scene.eighths * SECONDS_A_PAGE) / 8);
