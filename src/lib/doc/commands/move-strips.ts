import type { ShootDayId, StripId } from '#lib/domain/ids.ts';
import { byOrder, keysBetween } from '#lib/domain/order-key.ts';
import type { Strip } from '#lib/domain/schedule/records.ts';
import { perform } from '../command.ts';
import type { PlanDocument } from '../plan-document.ts';

/** Where strips go: a day or the boneyard (`dayId` null), before a strip that lies there, or at the end. */
export type Target = { readonly dayId: ShootDayId | null; readonly before: StripId | null };

/**
 * Moves strips, keeping the order they are given in. A move writes one field a strip, so two people who move the
 * same strip leave it in one place. Locked strips and strips that have gone stay where they are.
 * @returns how many were moved
 */
export function moveStrips(plan: PlanDocument, stripIds: readonly StripId[], target: Target): number {
	const { strips, days } = plan.tables;
	if (target.dayId !== null && !days.rows().has(target.dayId)) return 0;
	const moving = stripIds
		.map((id) => strips.rows().get(id))
		.filter((strip): strip is Strip => !!strip && !strip.locked);
	if (moving.length === 0) return 0;
	const gone = new Set(moving.map(({ id }) => id));
	// A strip on a day that somebody took off the board lies in the boneyard, as the board shows it.
	const dayOf = ({ place }: Strip) => (place.dayId && days.rows().has(place.dayId) ? place.dayId : null);
	const staying = [...strips.rows().values()]
		.filter((strip) => dayOf(strip) === target.dayId && !gone.has(strip.id))
		.map(({ id, place }) => ({ id, order: place.order }))
		.sort(byOrder);
	const at = target.before === null ? -1 : staying.findIndex(({ id }) => id === target.before);
	const index = at < 0 ? staying.length : at;
	const orders = ordersAt(staying, index, moving.length);
	perform(plan, 'move-strips', moving.length, () => {
		moving.forEach((strip, n) =>
			strips.set(strip.id, { place: { dayId: target.dayId, order: orders[n] as string } })
		);
	});
	return moving.length;
}

type Lying = { readonly id: StripId; readonly order: string };

/**
 * Keys for `count` strips at an index. Where the neighbours share one key (two people inserted at the same place
 * offline, ties broken by id), no key lies between them: the strips go after the whole run of equals.
 */
function ordersAt(there: readonly Lying[], index: number, count: number): string[] {
	const before = there[index - 1]?.order ?? null;
	let next = index;
	while (before !== null && next < there.length && (there[next] as Lying).order <= before) next += 1;
	return keysBetween(before, there[next]?.order ?? null, count);
}
