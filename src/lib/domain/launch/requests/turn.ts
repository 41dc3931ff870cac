/** What a refusal takes out of the plan, and what taking a request up again puts back. */
import type { RequestId, SceneChangeId, SceneId, StripId } from '../../ids.ts';
import { keysBetween } from '../../order-key.ts';
import { stableId } from '../../stable-id.ts';
import { wasShot } from '../../schedule/estimate.ts';
import { newRow } from '../../schedule/new-rows.ts';
import { inOrder } from '../../schedule/place.ts';
import {
	sceneChangeRecord,
	stripRecord,
	type Scene,
	type SceneChange,
	type Strip
} from '../../schedule/records.ts';
import { addedBy, type RequestsPlan } from './work.ts';

/** Rows to write, in one go. */
export type Turn = {
	readonly scenes: ReadonlyMap<SceneId, Pick<Scene, 'omitted'> | Pick<Scene, 'eighths'>>;
	readonly strips: ReadonlyMap<StripId, Pick<Strip, 'place'>>;
	readonly newStrips: readonly Strip[];
	readonly changes: readonly SceneChange[];
};

/**
 * The rows that take a request's work out of the plan or put it back.
 *
 * Out: scenes it added are omitted and leave their days for the boneyard, scenes it made longer get their old length,
 * scenes it cut come back. In: the same the other way round, for what a refusal did and nothing else. What was shot,
 * in whole or in part, is done and stays; locked strips keep their place. Each is a change of the scene under the
 * request, so that compression and the scene's history know of it; two devices that do the same make the same rows.
 *
 * @param at milliseconds since 1970
 */
export function turnRequest(plan: RequestsPlan, id: RequestId, to: 'out' | 'in', at: number): Turn {
	const sums = addedBy(id, plan.sceneChanges.values());
	const strips = stripsByScene(plan);
	const scenes = new Map<SceneId, Pick<Scene, 'omitted'> | Pick<Scene, 'eighths'>>();
	const changes: SceneChange[] = [];
	const leaving: Strip[] = [];
	const wanting: SceneId[] = [];
	const NONE = { all: 0, byImports: 0, turns: 0 };

	for (const scene of plan.scenes.values()) {
		const isAdded = scene.requestId === id;
		const sum = sums.get(scene.id) ?? NONE;
		const own = strips.get(scene.id) ?? [];
		if ((!isAdded && sum === NONE) || own.some(wasShot)) continue;
		const change = (kind: SceneChange['kind'], eighthsBefore: number, eighthsAfter: number): void =>
			void changes.push(
				newRow(sceneChangeRecord, stableId<SceneChangeId>(`${id} turn ${sum.turns} of ${scene.id}`), {
					sceneId: scene.id,
					requestId: id,
					kind,
					eighthsBefore,
					eighthsAfter,
					at
				})
			);
		if (isAdded) {
			const takenOut = sum.byImports - sum.all;
			if (to === 'out' ? scene.omitted : !scene.omitted || takenOut <= 0) continue;
			scenes.set(scene.id, { omitted: to === 'out' });
			if (to === 'in') {
				change('returned', 0, takenOut);
				if (own.length === 0) wanting.push(scene.id);
				continue;
			}
			change('removed', scene.eighths, 0);
			leaving.push(
				...own.filter(({ status, locked, place }) => status === 'todo' && !locked && place.dayId !== null)
			);
			continue;
		}
		const delta = (to === 'out' ? 0 : sum.byImports) - sum.all;
		if (delta === 0) continue;
		const isCut = sum.byImports < 0 && wasCut(id, scene.id, plan);
		if (isCut) {
			if (scene.omitted !== (to === 'out')) continue;
			scenes.set(scene.id, { omitted: to === 'in' });
			if (to === 'out') change('returned', 0, delta);
			else change('removed', -delta, 0);
			if (to === 'out' && own.length === 0) wanting.push(scene.id);
			continue;
		}
		if (scene.omitted) continue;
		const before = Math.max(scene.eighths, -delta);
		scenes.set(scene.id, { eighths: Math.max(1, scene.eighths + delta) });
		change('changed', before, before + delta);
	}
	return { scenes, changes, ...placesOf(plan, inOrder(leaving), wanting) };
}

const wasCut = (id: RequestId, sceneId: SceneId, { sceneChanges }: RequestsPlan): boolean =>
	[...sceneChanges.values()].some(
		(change) =>
			change.requestId === id &&
			change.sceneId === sceneId &&
			change.importId !== null &&
			change.kind === 'removed'
	);

function stripsByScene({ strips }: RequestsPlan): ReadonlyMap<SceneId, Strip[]> {
	const byScene = new Map<SceneId, Strip[]>();
	for (const strip of strips.values()) {
		if (strip.kind !== 'scene' || strip.sceneId === null) continue;
		const of = byScene.get(strip.sceneId);
		if (of) of.push(strip);
		else byScene.set(strip.sceneId, [strip]);
	}
	return byScene;
}

/** Places at the end of the boneyard: for strips that leave their days, then for scenes that have none. */
function placesOf(
	plan: RequestsPlan,
	leaving: readonly Strip[],
	wanting: readonly SceneId[]
): Pick<Turn, 'strips' | 'newStrips'> {
	const last = inOrder([...plan.strips.values()].filter(({ place }) => place.dayId === null)).at(-1);
	const keys = keysBetween(last?.place.order ?? null, null, leaving.length + wanting.length);
	const place = (n: number): Strip['place'] => ({ dayId: null, order: keys[n] as string });
	return {
		strips: new Map(leaving.map(({ id }, n) => [id, { place: place(n) }])),
		newStrips: wanting.map((sceneId, n) =>
			newRow(stripRecord, stableId<StripId>(`strip of ${sceneId}`), {
				sceneId,
				place: place(leaving.length + n)
			})
		)
	};
}
