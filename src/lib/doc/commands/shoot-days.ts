import { addDays, type DayKey } from '#lib/domain/calendar/day-key.ts';
import { workdaysFrom } from '#lib/domain/calendar/workdays.ts';
import type { ShootDayId } from '#lib/domain/ids.ts';
import { byOrder, keysBetween } from '#lib/domain/order-key.ts';
import { perform } from '../command.ts';
import { newId } from '../id.ts';
import { productionOf, type PlanDocument } from '../plan-document.ts';

/** Adds a shoot day. Without a date it is the next working day after the last one (or the planned start of the shoot). */
export function addShootDay(plan: PlanDocument, date: DayKey | null = null): ShootDayId {
	const dates = [...plan.tables.days.rows().values()].flatMap((day) => (day.date ? [day.date] : []));
	const last = dates.sort().at(-1);
	const production = productionOf(plan);
	const after = last ? addDays(last, 1) : (production?.shootsOn ?? null);
	const next = after ? (workdaysFrom(after, 1, production?.restWeekdays ?? [])[0] ?? after) : null;
	const id = newId<ShootDayId>();
	perform(plan, 'add-shoot-day', 1, () => plan.tables.days.add(id, { date: date ?? next }));
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
