/** Rules about scenes and their strips: S7, S8, S9, S20. */
import type { SceneId } from '../../ids.ts';
import type { Finding } from '../../finding.ts';
import { wasShot } from '../estimate.ts';
import type { Strip } from '../records.ts';
import type { Rule, View } from './view.ts';

type Lying = { readonly strip: Strip; readonly onDay: boolean };

/** Each scene's strips that count: not dropped. */
function stripsOfScenes({ columns, boneyard }: View): Map<SceneId, Lying[]> {
	const found = new Map<SceneId, Lying[]>();
	const add = (strip: Strip, onDay: boolean): void => {
		if (strip.kind !== 'scene' || strip.sceneId === null || strip.status === 'dropped') return;
		const list = found.get(strip.sceneId);
		if (list) list.push({ strip, onDay });
		else found.set(strip.sceneId, [{ strip, onDay }]);
	};
	for (const column of columns) for (const strip of column.strips) add(strip, true);
	for (const strip of boneyard) add(strip, false);
	return found;
}

/**
 * S7: a scene is scheduled twice: a whole strip beside another, or two strips of one part. A dropped strip and
 * the one that makes up for it are no double. Figures: strips.
 */
export const scheduledTwice: Rule = (view) =>
	[...stripsOfScenes(view)].flatMap(([sceneId, strips]): Finding[] => {
		const parts = strips.map(({ strip }) => strip.part);
		const twice = strips.length > 1 && (parts.includes(0) || new Set(parts).size < parts.length);
		return twice
			? [
					{
						rule: 'S7',
						severity: 'bad',
						about: { sceneId },
						figures: { strips: strips.length },
						strips: strips.map(({ strip }) => strip.id)
					}
				]
			: [];
	});

/** S8: an omitted scene still lies on a day, not shot. Figures: strips. */
export const omittedOnBoard: Rule = (view) =>
	[...stripsOfScenes(view)].flatMap(([sceneId, strips]): Finding[] => {
		const left = strips.filter(({ strip, onDay }) => onDay && !wasShot(strip));
		return view.plan.scenes.get(sceneId)?.omitted && left.length > 0
			? [
					{
						rule: 'S8',
						severity: 'warn',
						about: { sceneId },
						figures: { strips: left.length },
						strips: left.map(({ strip }) => strip.id)
					}
				]
			: [];
	});

/** S9: a scene, or a part of it, is on no day. Figures: eighths that wait. */
export const notScheduled: Rule = (view) => {
	const strips = stripsOfScenes(view);
	return [...view.plan.scenes.values()].flatMap((scene): Finding[] => {
		if (scene.omitted) return [];
		const own = strips.get(scene.id) ?? [];
		const waiting = own.filter(({ onDay }) => !onDay);
		if (own.length > 0 && waiting.length === 0) return [];
		const eighths =
			own.length === 0
				? scene.eighths
				: waiting.reduce((sum, { strip }) => sum + (strip.eighths ?? scene.eighths), 0);
		return [{ rule: 'S9', severity: 'info', about: { sceneId: scene.id }, figures: { eighths } }];
	});
};

/**
 * S20: a scene was in the can, in whole or in part, when a rewrite changed what is seen or said in it, and no strip
 * waits to shoot it again. Figures: eighths of the scene as it is written now.
 */
export const shotThenRewritten: Rule = (view) => {
	const rewritten = new Set(
		[...view.plan.sceneChanges.values()].flatMap(({ sceneId, afterShot }) =>
			sceneId !== null && afterShot ? [sceneId] : []
		)
	);
	if (rewritten.size === 0) return [];
	const strips = stripsOfScenes(view);
	return [...rewritten].flatMap((sceneId): Finding[] => {
		const scene = view.plan.scenes.get(sceneId);
		const own = strips.get(sceneId) ?? [];
		if (!scene || scene.omitted || own.length === 0 || !own.every(({ strip }) => wasShot(strip))) return [];
		return [{ rule: 'S20', severity: 'warn', about: { sceneId }, figures: { eighths: scene.eighths } }];
	});
};
