import { daysBetween, type DayKey } from '../calendar/day-key.ts';
import { restAsked, type RuleChanges } from '../hours/own-rules/index.ts';
import type { Minutes } from '../calendar/duration.ts';
import type { MakeId, ShootDayId, StripId } from '../ids.ts';
import { keysBetween } from '../order-key.ts';
import { estimate } from './estimate.ts';
import { newRow } from './new-rows.ts';
import {
	shootDayRecord,
	stripRecord,
	type Production,
	type Scene,
	type SetPlace,
	type ShootDay,
	type Strip
} from './records.ts';
import { scheduleOrder, dayOrder, type Piece } from './schedule-order.ts';
import { WHOLE } from './shoot-dates.ts';

/** Night exteriors can't begin before dark: a working default where no sunset is known (unsourced). */
export const DARK_AT: Minutes = 18 * 60 + 30;
/** Calls are given in quarters of an hour. */
const CALL_STEP: Minutes = 15;
/** From here on a later call makes a day a late one. */
const LATE: Minutes = 180;

const NONE: RuleChanges = new Map();

export type FirstScheduleInput = {
	readonly scenes: Iterable<Scene>;
	readonly sets: ReadonlyMap<string, SetPlace>;
	readonly production: Production;
	/** the shoot dates there are, in order */
	readonly dates: readonly DayKey[];
	readonly makeId: MakeId;
};

export type FirstSchedule = { readonly days: ShootDay[]; readonly strips: Strip[] };

/**
 * A first schedule to start from: scenes together by location, then set, time of day and cast, spread over the
 * shoot dates to an even load. On a day, night scenes come last; where there are night exteriors the call moves
 * so that the first begins in the dark, and the next day's call leaves the shortest rest. What would take a day
 * beyond the longest day waits in the boneyard, in script order, with the omitted scenes. Every scene has exactly
 * one strip. The same input gives the same schedule; the order of the scenes handed in says nothing.
 */
export function firstSchedule(input: FirstScheduleInput): FirstSchedule {
	const { production, dates, makeId } = input;
	const pieces: Piece[] = [];
	const aside: Scene[] = [];
	for (const scene of input.scenes) {
		if (scene.omitted) aside.push(scene);
		else {
			const set = scene.setId === null ? undefined : input.sets.get(scene.setId);
			pieces.push({
				scene,
				minutes: estimate(WHOLE, scene, production).minutes,
				location: set?.locationId ?? '',
				set: scene.setId ?? ''
			});
		}
	}
	const queue = scheduleOrder(pieces);
	const { loads, left } = spread(queue, dates.length, production);
	const days: ShootDay[] = [];
	const strips: Strip[] = [];
	let lastWrap: { date: DayKey; wrapAt: Minutes } | null = null;
	loads.forEach((load, i) => {
		const date = dates[i];
		if (date === undefined) return;
		const order = dayOrder(load);
		const call = callFor(order, date, lastWrap, production);
		const id = makeId<ShootDayId>();
		days.push(newRow(shootDayRecord, id, { date, callAt: call === production.callAt ? null : call }));
		if (order.length > 0) lastWrap = { date, wrapAt: call + lengthOf(order, production) };
		strips.push(
			...lay(
				order.map((piece) => piece.scene),
				id,
				makeId
			)
		);
	});
	const waiting = [...left.map((piece) => piece.scene), ...aside].sort(inScript);
	strips.push(...lay(waiting, null, makeId));
	return { days, strips };
}

const inScript = (a: Scene, b: Scene): number =>
	a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1;

function lay(scenes: readonly Scene[], dayId: ShootDayId | null, makeId: MakeId): Strip[] {
	const orders = keysBetween(null, null, scenes.length);
	return scenes.map((scene, i) =>
		newRow(stripRecord, makeId<StripId>(), {
			kind: 'scene',
			sceneId: scene.id,
			place: { dayId, order: orders[i] as string }
		})
	);
}

/** Minutes from call to wrap of pieces in this order, by the same sum as a day's length (compression.md 2). */
function lengthOf(order: readonly Piece[], production: Production): Minutes {
	return order.length === 0
		? 0
		: overhead(production) + production.mealMinutes + shootingOf(order, production);
}

const overhead = (production: Production): Minutes => production.firstShotMinutes + production.wrapMinutes;

/** Minutes of the pieces and of the changes between them, reckoned as `timeline` does. */
function shootingOf(order: readonly Piece[], production: Production): Minutes {
	const move = Math.max(production.moveMinutes, production.setChangeMinutes);
	let [minutes, set, location] = [0, '', ''];
	for (const piece of order) {
		if (location !== '' && piece.location !== '' && location !== piece.location) minutes += move;
		else if (set !== '' && piece.set !== '' && set !== piece.set) minutes += production.setChangeMinutes;
		minutes += piece.minutes;
		set = piece.set || set;
		location = piece.location || location;
	}
	return minutes;
}

/**
 * Cuts the queue into days of even load: each day takes its share of what is left, to the nearest scene, and
 * never more than fits into the longest day once its nights are put last. A scene longer than a whole day waits.
 */
function spread(
	queue: readonly Piece[],
	dayCount: number,
	production: Production
): { loads: Piece[][]; left: Piece[] } {
	const longest = Math.max(production.longestMinutes, production.contractMinutes);
	const room = longest - overhead(production);
	const loads: Piece[][] = [];
	const left: Piece[] = queue.filter((piece) => piece.minutes > room);
	let waiting = queue.filter((piece) => piece.minutes <= room);
	let remaining = waiting.reduce((sum, piece) => sum + piece.minutes, 0);
	for (let i = 0; i < dayCount; i++) {
		const share = remaining / (dayCount - i);
		const load: Piece[] = [];
		let minutes = 0;
		for (const piece of waiting) {
			// To the nearest: a scene that overshoots by less than half of itself still belongs to the day.
			if (load.length > 0 && (minutes + piece.minutes / 2 > share || minutes + piece.minutes > room)) break;
			load.push(piece);
			minutes += piece.minutes;
		}
		while (load.length > 1 && shootingOf(dayOrder(load), production) > room)
			minutes -= load.pop()?.minutes ?? 0;
		waiting = waiting.slice(load.length);
		remaining -= minutes;
		loads.push(load);
	}
	return { loads: lateLast(loads, production), left: [...left, ...waiting] };
}

/** The call a day needs for its first night exterior to begin in the dark; the production's without one. */
function callForDark(order: readonly Piece[], production: Production): Minutes {
	const firstNight = order.findIndex((piece) => isNightExterior(piece.scene));
	if (firstNight < 0) return production.callAt;
	const before = order.slice(0, firstNight);
	const meal = before.length > 0 ? production.mealMinutes : 0;
	const ahead = production.firstShotMinutes + meal + shootingOf(before, production);
	return Math.max(production.callAt, DARK_AT - ahead);
}

/** Days that must be called hours later come last: behind a night of shooting no morning call leaves a rest. */
function lateLast(loads: readonly Piece[][], production: Production): Piece[][] {
	const late = (load: readonly Piece[]): Minutes => {
		const by = callForDark(dayOrder(load), production) - production.callAt;
		return by >= LATE ? by : 0;
	};
	return loads
		.map((load) => ({ load, by: late(load) }))
		.sort((a, b) => a.by - b.by)
		.map(({ load }) => load);
}

/** The call that dark needs, later still where the night before needs its rest. */
function callFor(
	order: readonly Piece[],
	date: DayKey,
	last: { date: DayKey; wrapAt: Minutes } | null,
	production: Production
): Minutes {
	// Nobody is named yet: the night is held against the production's own rules.
	const least = restAsked({ production, ruleChanges: NONE }, () => undefined)('', date);
	const rested = last ? last.wrapAt + least - 1440 * daysBetween(last.date, date) : 0;
	const needed = Math.max(callForDark(order, production), rested);
	return needed <= production.callAt ? production.callAt : Math.ceil(needed / CALL_STEP) * CALL_STEP;
}

const isNightExterior = (scene: Scene): boolean =>
	scene.time === 'night' && (scene.intExt === 'ext' || scene.intExt === 'int-ext');
