import type { ShootDayId, StripId } from '../ids.ts';
import { byOrder, keysBetween, type OrderKey } from '../order-key.ts';
import { wasShot } from './estimate.ts';
import type { Lookups } from './lookups.ts';
import type { Strip } from './records.ts';
import { isIdle } from './timeline.ts';

/** A strip's place in one list, as much as ordering needs. */
export type Placed = { readonly id: StripId; readonly order: string };

/**
 * Order keys for `count` strips that come to stand at `index` of a list (0: first; its length: last).
 *
 * @param list the target list in order, without the strips that are moving; keep the moving strips' own order
 *   when giving them the keys
 *
 * Where offline inserts left several strips with one key, the new keys go before or after all of them: no key
 * lies between equal ones, and re-keying the others would undo a colleague's move. `index` beyond the list is
 * its end.
 */
export function placeFor(list: readonly Placed[], index: number, count: number): OrderKey[] {
	const at = Math.min(Math.max(0, index), list.length);
	const before = list[at - 1]?.order ?? null;
	// The upper neighbour is the first that really sorts after the lower one.
	const after = list.slice(at).find((strip) => before === null || strip.order > before)?.order ?? null;
	return keysBetween(before, after, count);
}

/** Strips of one list in their order, ties by id. */
export const inOrder = (strips: Iterable<Strip>): Strip[] =>
	[...strips].sort((a, b) => byOrder({ id: a.id, order: a.place.order }, { id: b.id, order: b.place.order }));

/** The strips of each shoot day and (under null) of the boneyard, in order: one pass, for whole boards. */
export function listsOf(strips: Iterable<Strip>): Map<ShootDayId | null, Strip[]> {
	const lists = new Map<ShootDayId | null, Strip[]>();
	for (const strip of strips) {
		const list = lists.get(strip.place.dayId);
		if (list) list.push(strip);
		else lists.set(strip.place.dayId, [strip]);
	}
	for (const [dayId, list] of lists) lists.set(dayId, inOrder(list));
	return lists;
}

/** Strips of the boneyard that still have to be shot: no banners, nothing dropped, no omitted scene. */
export const waiting = (boneyard: readonly Strip[], scene: Lookups['scene']): Strip[] =>
	boneyard.filter(
		(strip) =>
			strip.kind === 'scene' &&
			!wasShot(strip) &&
			!isIdle(strip, strip.sceneId === null ? undefined : scene(strip.sceneId))
	);
