import type { DayKey } from '../calendar/day-key.ts';
import type { MakeId, ShootDayId, StripId } from '../ids.ts';
import { keysBetween } from '../order-key.ts';
import type { ReadDay, ReadScript, ReadStrip } from '../scripts/index.ts';
import type { FirstSchedule } from './first-schedule.ts';
import { newRow } from './new-rows.ts';
import { shootDayRecord, stripRecord, type Scene } from './records.ts';

/** Whether a sheet says where its scenes are shot. */
export const placesStrips = (script: ReadScript): boolean =>
	script.scenes.some(({ strips }) => strips?.some(({ day }) => day !== null));

/**
 * The schedule as a sheet has it: its days, with its strips in its order, as far shot as it says. A day with a
 * number only is that one of the shoot dates; beyond them it has no date yet. Dates nothing stands on stay, as empty
 * days, where the sheet counts days by number. What the sheet places nowhere lies in the boneyard in script order.
 *
 * @param scenes the rows of the sheet's scenes, in its order
 * @param dates the shoot dates a person chose, in order
 */
export function sheetSchedule(input: {
	readonly script: ReadScript;
	readonly scenes: readonly Scene[];
	readonly dates: readonly DayKey[];
	readonly makeId: MakeId;
}): FirstSchedule {
	const { script, scenes, dates, makeId } = input;
	const strips = script.scenes.flatMap((read, i) => {
		const scene = scenes[i] as Scene;
		const own: readonly (ReadStrip | null)[] = read.strips?.length ? read.strips : [null];
		return own.map((strip) => ({ scene, strip }));
	});
	const keyOf = (day: ReadDay): string => (day.number === null ? `date ${day.date}` : `day ${day.number}`);
	const found = new Map<string, ReadDay>();
	for (const { strip } of strips) if (strip?.day) found.set(keyOf(strip.day), strip.day);
	const dateOf = (day: ReadDay): DayKey | null => day.date ?? dates[(day.number ?? 0) - 1] ?? null;
	const byNumber = [...found.values()].some(({ date }) => date === null);

	const ids = new Map<string, ShootDayId>();
	const taken = new Map<DayKey, ShootDayId>();
	const days = [...found]
		.sort(([, a], [, b]) => order(dateOf(a), dateOf(b)) || (a.number ?? 0) - (b.number ?? 0))
		.flatMap(([key, day]) => {
			const date = dateOf(day);
			const there = date === null ? undefined : taken.get(date);
			ids.set(key, there ?? makeId<ShootDayId>());
			if (there) return [];
			const id = ids.get(key) as ShootDayId;
			if (date !== null) taken.set(date, id);
			return [newRow(shootDayRecord, id, { date })];
		});
	const empty = byNumber ? dates.filter((date) => !taken.has(date)) : [];
	for (const date of empty) days.push(newRow(shootDayRecord, makeId<ShootDayId>(), { date }));

	const lists = new Map<ShootDayId | null, typeof strips>();
	for (const one of strips) {
		const dayId = one.strip?.day ? (ids.get(keyOf(one.strip.day)) ?? null) : null;
		lists.set(dayId, [...(lists.get(dayId) ?? []), one]);
	}
	return {
		days,
		strips: [...lists].flatMap(([dayId, list]) => {
			const laid =
				dayId === null ? list : [...list].sort((a, b) => (a.strip?.order ?? 0) - (b.strip?.order ?? 0));
			const orders = keysBetween(null, null, laid.length);
			return laid.map(({ scene, strip }, i) =>
				newRow(stripRecord, makeId<StripId>(), {
					kind: 'scene',
					sceneId: scene.id,
					part: strip?.part ?? 0,
					eighths: strip?.eighths ?? null,
					minutes: strip?.minutes ?? null,
					status: strip?.status ?? 'todo',
					place: { dayId, order: orders[i] as string }
				})
			);
		})
	};
}

/** Days without a date come last. */
const order = (a: DayKey | null, b: DayKey | null): number =>
	a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
