import { addDays, type DayKey } from '#lib/domain/calendar/day-key.ts';
import { workdaysFrom } from '#lib/domain/calendar/workdays.ts';
import type { ShootDayId } from '#lib/domain/ids.ts';
import { byOrder, keysBetween } from '#lib/domain/order-key.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import { productionOf, type PlanDocument } from '../plan-document.ts';

/**
 * Adds shoot days on the next working days that no shoot day has yet: after a day, or else after the last one (the
 * planned start of the shoot where there is none).
 * @returns the ids, in order of date
 */
export function addShootDays(plan: PlanDocument, count = 1, after: DayKey | null = null): ShootDayId[] {
	const production = productionOf(plan);
	const taken = new Set([...plan.tables.days.rows().values()].flatMap(({ date }) => (date ? [date] : [])));
	const last = after ?? [...taken].sort().at(-1);
	const from = last ? addDays(last, 1) : (production?.shootsOn ?? null);
	const free = from
		? workdaysFrom(from, taken.size + count, production?.restWeekdays ?? []).filter(
				(date) => !taken.has(date)
			)
		: [];
	const ids = Array.from({ length: count }, () => newId<ShootDayId>());
	perform(plan, 'add-shoot-day', count, () => {
		ids.forEach((id, n) => plan.tables.days.add(id, { date: free[n] ?? null }));
	});
	return ids;
}

/** Adds one shoot day on a date; without one, on the next working day. */
export function addShootDay(plan: PlanDocument, date: DayKey | null = null): ShootDayId {
	if (!date) return addShootDays(plan)[0] as ShootDayId;
	const id = newId<ShootDayId>();
	perform(plan, 'add-shoot-day', 1, () => plan.tables.days.add(id, { date }));
	return id;
}

/**
 * Takes a shoot day off the board; its strips go to the boneyard in their order, none is lost.
 * @returns how many strips went to the boneyard
 */
export function removeShootDay(plan: PlanDocument, id: ShootDayId, now: number): number {
	const { strips, days } = plan.tables;
	if (!days.rows().has(id)) return 0;
	const all = [...strips.rows().values()];
	const ordered = (dayId: ShootDayId | null) =>
		all
			.filter(({ place }) => place.dayId === dayId)
			.map((strip) => ({ id: strip.id, order: strip.place.order }))
			.sort(byOrder);
	const leaving = ordered(id);
	const orders = keysBetween(ordered(null).at(-1)?.order ?? null, null, leaving.length);
	perform(plan, 'remove-shoot-day', leaving.length, () => {
		leaving.forEach((strip, n) =>
			strips.set(strip.id, { place: { dayId: null, order: orders[n] as string } })
		);
		days.archive(id, now);
	});
	return leaving.length;
}
