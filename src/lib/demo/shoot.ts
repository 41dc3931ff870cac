/** The shoot of a demo: a schedule that fits badly in the usual places, half of it already shot. */
import type { CharacterId, StripId } from '../domain/ids.ts';
import { estimate } from '../domain/schedule/estimate.ts';
import { firstSchedule } from '../domain/schedule/first-schedule.ts';
import { byId, newRow } from '../domain/schedule/new-rows.ts';
import { inOrder, placeFor } from '../domain/schedule/place.ts';
import {
	stripRecord,
	type Production,
	type Scene,
	type SetPlace,
	type ShootDay,
	type Strip
} from '../domain/schedule/records.ts';
import { summariseDay } from '../domain/schedule/summarise-day.ts';
import type { Lookups } from '../domain/schedule/lookups.ts';
import type { Random } from './random.ts';
import type { Calendar, Recipe } from './recipe.ts';

type Rows = {
	readonly production: Production;
	readonly scenes: readonly Scene[];
	readonly sets: readonly SetPlace[];
};

/**
 * Lays the scenes over the shoot dates as a hurried crew does: even by work, without asking whether nights get
 * their rest. Scenes that a review added wait in the boneyard.
 */
export function layOut(recipe: Recipe, rows: Rows, calendar: Calendar): Shoot {
	const { production, scenes, sets } = rows;
	const hurried = { ...production, longestMinutes: 24 * 60, restMinutes: 8 * 60 };
	const { days, strips } = firstSchedule({
		scenes: scenes.filter((scene) => scene.requestId === null),
		sets: byId(sets),
		production: hurried,
		dates: calendar.dates,
		makeId: calendar.makeId
	});
	const shifted = days.map((day, i) => {
		const shift = recipe.callShift[i] ?? 0;
		return shift === 0 ? day : { ...day, callAt: (day.callAt ?? production.callAt) + shift };
	});
	const shoot = new Shoot(shifted, strips, rows, calendar);
	for (const scene of scenes) if (scene.requestId !== null) shoot.add(null, { sceneId: scene.id });
	return shoot;
}

/** Lists of strips that can be changed until they are right. */
export class Shoot {
	days: ShootDay[];
	readonly #strips: Map<StripId, Strip>;
	readonly #scenes: ReadonlyMap<string, Scene>;
	readonly #sets: ReadonlyMap<string, SetPlace>;
	readonly #calendar: Calendar;

	constructor(days: readonly ShootDay[], strips: readonly Strip[], rows: Rows, calendar: Calendar) {
		this.days = [...days];
		this.#strips = byId(strips);
		this.#scenes = byId(rows.scenes);
		this.#sets = byId(rows.sets);
		this.#calendar = calendar;
	}

	get strips(): Strip[] {
		return [...this.#strips.values()];
	}

	/** The strips of a day (from 0) or of the boneyard, in order. */
	of(day: number | null): Strip[] {
		const dayId = day === null ? null : (this.days[day]?.id ?? null);
		return inOrder(this.strips.filter((strip) => strip.place.dayId === dayId));
	}

	scene(strip: Strip): Scene | undefined {
		return strip.sceneId === null ? undefined : this.#scenes.get(strip.sceneId);
	}

	/** Where a scene plays. */
	at(sceneId: string | null): string | null {
		const setId = sceneId === null ? null : (this.#scenes.get(sceneId)?.setId ?? null);
		return setId === null ? null : (this.#sets.get(setId)?.locationId ?? null);
	}

	/** The days from `first` on that are at the place of a scene anyway. */
	daysAt(sceneId: string | null, first: number): number[] {
		return this.days.flatMap((_, i) =>
			i >= first && this.of(i).some((strip) => this.at(strip.sceneId) === this.at(sceneId)) ? [i] : []
		);
	}

	set(strip: Strip, values: Partial<Strip>): void {
		this.#strips.set(strip.id, { ...strip, ...values });
	}

	/** Adds a strip behind the last one at its place, or at the end of a day or of the boneyard. */
	add(day: number | null, values: Pick<Strip, 'sceneId'> & Partial<Strip>): void {
		const id = this.#calendar.makeId<StripId>();
		const there = this.of(day);
		const behind = there.findLastIndex((strip) => this.at(strip.sceneId) === this.at(values.sceneId));
		const index = day === null || behind < 0 ? there.length : behind + 1;
		this.#strips.set(id, newRow(stripRecord, id, { ...values, place: this.#place(day, there, index) }));
	}

	/** Puts a strip at the end of a day or of the boneyard. */
	move(strip: Strip, day: number | null): void {
		const there = this.of(day);
		this.set(strip, { place: this.#place(day, there, there.length) });
	}

	#place(day: number | null, there: readonly Strip[], index: number): Strip['place'] {
		const list = there.map((strip) => ({ id: strip.id, order: strip.place.order }));
		const dayId = day === null ? null : (this.days[day]?.id ?? null);
		return { dayId, order: placeFor(list, index, 1)[0] as string };
	}
}

/** How far into today the crew is when somebody looks. */
const SHARE_OF_TODAY = 0.45;

/**
 * Shoots the first days: wrapped ones with the minutes it took, now and then a partial with the rest on a later
 * day and a last scene dropped and put on another; today up to about the meal.
 */
export function shootUntilToday(recipe: Recipe, shoot: Shoot, lookups: Lookups, random: Random): void {
	const { production } = lookups;
	/** What is owed goes to a day that is there anyway, else to the boneyard. */
	const laterDay = (strip: Strip): number | null =>
		shoot.daysAt(strip.sceneId, recipe.wrapped + 1)[0] ?? null;
	const took = (strip: Strip): number => {
		const { minutes } = estimate(strip, shoot.scene(strip), production);
		return Math.max(4, Math.round(minutes * (0.82 + random.next() * 0.46)));
	};
	for (let day = 0; day < recipe.wrapped; day++) {
		const strips = shoot.of(day);
		const dropped = strips.slice(strips.length - (day % 2 === 1 ? 2 + (day % 3) : 0));
		const torn =
			day % 2 === 0 ? strips.find((strip, i) => i > 8 && (shoot.scene(strip)?.eighths ?? 0) > 3) : undefined;
		for (const strip of strips) {
			if (dropped.includes(strip)) {
				shoot.set(strip, { status: 'dropped' });
				shoot.add(laterDay(strip), { sceneId: strip.sceneId });
			} else if (strip === torn) {
				const eighths = shoot.scene(strip)?.eighths ?? 2;
				const done = Math.ceil(eighths / 2);
				shoot.set(strip, {
					status: 'partial',
					part: 1,
					eighths: done,
					actualMinutes: took({ ...strip, eighths: done })
				});
				shoot.add(laterDay(strip), { sceneId: strip.sceneId, part: 2, eighths: eighths - done });
			} else shoot.set(strip, { status: 'shot', actualMinutes: took(strip) });
		}
		wrap(shoot, day, lookups, random);
	}
	const today = shoot.of(recipe.wrapped);
	const done = Math.round(today.length * SHARE_OF_TODAY);
	today.forEach((strip, i) => {
		if (i < done) shoot.set(strip, { status: 'shot', actualMinutes: took(strip) });
		else if (i === done) shoot.set(strip, { status: 'shooting' });
	});
}

/** Everybody goes home a little after the last strip says, to the next five minutes. */
function wrap(shoot: Shoot, index: number, lookups: Lookups, random: Random): void {
	const day = shoot.days[index];
	if (!day) return;
	const { forecastWrapAt } = summariseDay({ ...lookups, day, strips: shoot.of(index) });
	const wrappedAt = Math.ceil((forecastWrapAt + random.whole(0, 20)) / 5) * 5;
	shoot.days = shoot.days.map((one) => (one.id === day.id ? { ...one, wrappedAt } : one));
}

/** Scenes in which the minor plays: a few by daylight on the days agreed. */
const MINOR_SCENES = 4;

/**
 * Gives the minor's character some day scenes on two days, the first and the last that have enough of them. None of
 * these scenes is torn or dropped, so that the minor works on no other day. Answers the scenes that change.
 */
export function castMinor(shoot: Shoot, characterId: CharacterId): Scene[] {
	const strips = new Map<string | null, number>();
	for (const { sceneId } of shoot.strips) strips.set(sceneId, (strips.get(sceneId) ?? 0) + 1);
	const byDaylight = shoot.days
		.map((_, day) =>
			shoot
				.of(day)
				.flatMap((strip) => shoot.scene(strip) ?? [])
				.filter((scene) => scene.time === 'day' && strips.get(scene.id) === 1)
				.slice(0, MINOR_SCENES)
		)
		.filter((scenes) => scenes.length === MINOR_SCENES);
	return [byDaylight[0], byDaylight.at(-1)]
		.flatMap((scenes) => scenes ?? [])
		.map((scene) => ({ ...scene, castIds: [...scene.castIds, characterId].sort() }));
}

/** Takes scenes of days to come off the board until so many strips wait in the boneyard. */
export function putAside(recipe: Recipe, shoot: Shoot, random: Random): void {
	let waiting = shoot.of(null).length;
	while (waiting < recipe.waiting) {
		const strips = shoot.of(random.whole(recipe.wrapped + 1, recipe.days - 1));
		const strip = random.pick(strips);
		if (strip.part !== 0) continue;
		shoot.move(strip, null);
		waiting++;
	}
}
