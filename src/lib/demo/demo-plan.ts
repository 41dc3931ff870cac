import { addDays, type DayKey, weekday } from '../domain/calendar/day-key.ts';
import { addWorkdays, workdaysFrom } from '../domain/calendar/workdays.ts';
import type { ProductionId } from '../domain/ids.ts';
import { lookupsOf } from '../domain/schedule/lookups.ts';
import { byId } from '../domain/schedule/new-rows.ts';
import { emptyPlan, type Plan } from '../domain/schedule/plan.ts';
import type { Episode, Person, Strip } from '../domain/schedule/records.ts';
import { dress } from './dressing.ts';
import { randomFrom, type Random } from './random.ts';
import type { Calendar, Recipe } from './recipe.ts';
import { CUSTOM } from './recipes/custom.ts';
import { FLOW } from './recipes/flow.ts';
import { VERTICAL } from './recipes/vertical.ts';
import { peopleRows, placeRows, productionRow, storyRows } from './rows.ts';
import type { WhichDemo } from './which.ts';
import { castMinor, layOut, putAside, shootUntilToday } from './shoot.ts';

export type { WhichDemo } from './which.ts';

const RECIPES: Record<WhichDemo, Recipe> = { A: FLOW, B: CUSTOM, C: VERTICAL };

export type DemoOptions = {
	/** the production row's id; made from the seed when not given */
	readonly productionId?: ProductionId;
	/** the name the producer goes by: whoever opens the demo */
	readonly guestName?: string;
};

/** A whole production as plain rows, half shot on the given day. The same arguments give the same rows. */
export function demoPlan(which: WhichDemo, seed: number, today: DayKey, options: DemoOptions = {}): Plan {
	const recipe = RECIPES[which];
	const random = randomFrom(seed * 31 + which.charCodeAt(0));
	const calendar = calendarOf(recipe, today, random);
	const production = productionRow(recipe, options.productionId ?? random.makeId<ProductionId>(), calendar);
	const { locations, sets } = placeRows(recipe, random);
	const { people, characters } = peopleRows(recipe, random);
	const requests = recipe.requests(calendar);
	const { episodes, scenes } = storyRows(recipe, sets, characters, requests, random);
	const plan: Plan = {
		...emptyPlan(production),
		episodes: byId(episodes),
		scenes: byId(scenes),
		characters: byId(characters),
		people: byId(
			people.map((person) =>
				isProducer(person) && options.guestName ? { ...person, name: options.guestName } : person
			)
		),
		sets: byId(sets.values()),
		locations: byId(locations),
		gates: byId(recipe.gates(calendar)),
		requests: byId(requests)
	};
	const shoot = layOut(recipe, { production, scenes, sets: [...sets.values()] }, calendar);
	shootUntilToday(recipe, shoot, lookupsOf(plan), random);
	putAside(recipe, shoot, random);
	const minor = characters[recipe.parts.findIndex((part) => part.minor)];
	const recast = minor ? castMinor(shoot, minor.id) : [];
	const strips = byId(shoot.strips);
	// Chance of its own, so that what is told beside changes no strip.
	const beside = randomFrom(seed * 37 + which.charCodeAt(0));
	const shot = {
		...plan,
		scenes: byId([...scenes, ...recast]),
		days: byId(shoot.days),
		strips,
		episodes: byId(shotSoFar(episodes, plan, strips.values()))
	};
	return dress(shot, recipe, calendar, beside);
}

/** The person whoever opens the demo is bound to. */
export const isProducer = (person: Person): boolean => person.job.startsWith('Producer');

/** Green light, shoot dates around today, launch. Today is always a working day. */
function calendarOf(recipe: Recipe, today: DayKey, random: Random): Calendar {
	const restWeekdays = recipe.restDaysFromToday.map((n) => weekday(addDays(today, n)));
	const first = addWorkdays(today, -recipe.wrapped, restWeekdays);
	const dates = workdaysFrom(first, recipe.days, restWeekdays);
	return {
		dates,
		today,
		greenLight: addDays(first, -recipe.prepDays),
		launch: addDays(dates.at(-1) ?? today, recipe.postDays),
		restWeekdays,
		makeId: random.makeId
	};
}

/** One in so many of the episodes in the can is cut already: the editor works while the crew shoots. */
const CUT = 3;

/** An episode is being shot once a scene of it is, and shot when all of them are; the editor is at some of those. */
function shotSoFar(episodes: readonly Episode[], plan: Plan, strips: Iterable<Strip>): Episode[] {
	const begun = new Set<string>();
	const open = new Set<string>();
	for (const strip of strips) {
		const scene = strip.sceneId === null ? undefined : plan.scenes.get(strip.sceneId);
		if (!scene || strip.status === 'dropped') continue;
		const shot = strip.status === 'shot' || strip.status === 'partial';
		for (const id of scene.episodeIds) (shot ? begun : open).add(id);
	}
	let shot = 0;
	return episodes.map((episode) => {
		if (!begun.has(episode.id)) return episode;
		if (open.has(episode.id)) return { ...episode, status: 'shooting', scriptLocked: true };
		shot += 1;
		if (shot % CUT !== 1) return { ...episode, status: 'shot', scriptLocked: true };
		const cutSeconds = episode.targetSeconds + ((episode.number * 7) % 13) - 6;
		return { ...episode, status: 'rough-cut', scriptLocked: true, cutSeconds };
	});
}
