import type { DayKey } from '../calendar/day-key.ts';
import type { MakeId, ShootDayId, StripId } from '../ids.ts';
import { keysBetween } from '../order-key.ts';
import type { ReadDay, ReadScript, ReadSheet, ReadStrip } from '../scripts/index.ts';
import type { FirstSchedule } from './first-schedule.ts';
import { newRow } from './new-rows.ts';
import { shootDayRecord, stripRecord, type Scene, type ShootDay, type Strip } from './records.ts';

export type ScheduleOfSheetInput = {
	readonly sheet: Pick<ReadSheet, 'scenes' | 'days'>;
	/** the rows made of its scenes, which share their numbers */
	readonly scenes: Iterable<Scene>;
	/** shoot dates for days the sheet only numbers, in order; days beyond them stay without a date */
	readonly dates: readonly DayKey[];
	readonly makeId: MakeId;
};

/** Whether a script is a sheet that says where its scenes are shot. */
export const placesStrips = (script: ReadScript): script is ReadSheet =>
	script.format === 'sheet' && script.scenes.some(({ strips }) => strips?.some(({ day }) => day !== null));

/** A strip to be laid: of which scene, and as which part of it. */
type Laid = { readonly scene: Scene; readonly read: ReadStrip };

/**
 * The schedule a sheet says: its days, and a strip a row in the order of the sheet, with parts and states. Day 3 is
 * the third date where the sheet has no dates; a date in the sheet holds. Scenes without a day wait in the boneyard,
 * in script order. Every scene has at least one strip.
 */
export function scheduleOfSheet({ sheet, scenes, dates, makeId }: ScheduleOfSheetInput): FirstSchedule {
	const strips = new Map(sheet.scenes.map(({ number, strips }) => [number, strips]));
	const days = daysOf(sheet.days, dates, makeId);
	const lists = new Map<ShootDayId | null, Laid[]>([[null, []]]);
	const inScript = [...scenes].sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
	for (const scene of inScript) {
		const whole: ReadStrip = {
			part: 0,
			eighths: null,
			minutes: null,
			day: null,
			order: 0,
			status: 'todo',
			line: 0
		};
		for (const read of strips.get(scene.number) ?? [whole]) {
			const dayId = (read.day && days.get(keyOf(read.day))?.id) ?? null;
			lists.set(dayId, [...(lists.get(dayId) ?? []), { scene, read }]);
		}
	}
	return {
		days: [...days.values()],
		strips: [...lists].flatMap(([dayId, laid]) => lay(dayId, dayId === null ? laid : inOrder(laid), makeId))
	};
}

/** As the order column says; rows it doesn't tell apart, as they stand in the sheet. */
const inOrder = (laid: readonly Laid[]): Laid[] =>
	[...laid].sort((a, b) => a.read.order - b.read.order || a.read.line - b.read.line);

const keyOf = ({ number, date, label }: ReadDay): string => `${number} ${date} ${label}`;

function daysOf(read: readonly ReadDay[], dates: readonly DayKey[], makeId: MakeId): Map<string, ShootDay> {
	const ordered = read
		.map((day, i) => ({ day, i }))
		.sort((a, b) => (a.day.number ?? 0) - (b.day.number ?? 0) || a.i - b.i);
	const said = new Set(read.map(({ date }) => date));
	const free = dates.filter((date) => !said.has(date));
	const days = new Map<string, ShootDay>();
	let taken = 0;
	for (const { day } of ordered) {
		const numbered = day.number === null ? free[taken++] : dates[day.number - 1];
		const date = day.date ?? (numbered && !said.has(numbered) ? numbered : null);
		if (date) said.add(date);
		days.set(keyOf(day), newRow(shootDayRecord, makeId<ShootDayId>(), { date, note: noteOf(day) }));
	}
	return days;
}

/** A date that couldn't be placed in a year is kept as the day's note. */
const noteOf = ({ number, date, label }: ReadDay): string => (number === null && date === null ? label : '');

function lay(dayId: ShootDayId | null, laid: readonly Laid[], makeId: MakeId): Strip[] {
	const orders = keysBetween(null, null, laid.length);
	return laid.map(({ scene, read }, i) =>
		newRow(stripRecord, makeId<StripId>(), {
			sceneId: scene.id,
			part: read.part,
			place: { dayId, order: orders[i] as string },
			eighths: read.eighths,
			minutes: read.minutes,
			status: read.status
		})
	);
}
