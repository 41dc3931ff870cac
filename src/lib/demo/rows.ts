/** The rows of a demo's plan but for the schedule: production, story, places and people. */
import type { DayKey } from '../domain/calendar/day-key.ts';
import type {
	CharacterId,
	EpisodeId,
	LocationId,
	PersonId,
	ProductionId,
	SceneId,
	SetId
} from '../domain/ids.ts';
import { keysBetween } from '../domain/order-key.ts';
import { newRow } from '../domain/schedule/new-rows.ts';
import {
	characterRecord,
	episodeRecord,
	locationRecord,
	personRecord,
	productionRecord,
	sceneRecord,
	setRecord,
	type Character,
	type Location,
	type Person,
	type Production,
	type Scene,
	type SetPlace
} from '../domain/schedule/records.ts';
import { ruleSetFor } from '../domain/launch/templates/index.ts';
import type { Request } from '../domain/launch/records.ts';
import { namesFrom } from './names.ts';
import type { Random } from './random.ts';
import type { Calendar, Recipe } from './recipe.ts';

export function productionRow(
	recipe: Recipe,
	id: ProductionId,
	calendar: Pick<Calendar, 'dates' | 'greenLight' | 'launch' | 'restWeekdays'>
): Production {
	return newRow(productionRecord, id, {
		title: recipe.title,
		startsOn: calendar.greenLight,
		shootsOn: calendar.dates[0] as DayKey,
		launchesOn: calendar.launch,
		restWeekdays: [...calendar.restWeekdays].sort(),
		ruleSet: ruleSetFor(
			recipe.production.commission ?? 'platform-original',
			recipe.production.zone ?? 'Asia/Shanghai'
		),
		...recipe.production
	});
}

/** Crew and cast, and the characters they play. */
export function peopleRows(recipe: Recipe, random: Random): { people: Person[]; characters: Character[] } {
	const name = namesFrom(recipe.names, random);
	const crew = recipe.crew.map((job) =>
		newRow(personRecord, random.makeId<PersonId>(), {
			...job,
			name: name(),
			contractMinutes: job.contractKind === 'day' && recipe.names === 'cn' ? 12 * 60 : null
		})
	);
	const cast = recipe.parts.map((part) =>
		newRow(personRecord, random.makeId<PersonId>(), {
			name: name(),
			job: part.name,
			department: 'cast',
			contractKind: part.kind === 'lead' ? 'package' : 'day',
			minor: part.minor ?? false
		})
	);
	const characters = recipe.parts.map((part, i) =>
		newRow(characterRecord, random.makeId<CharacterId>(), {
			name: part.name,
			boardNumber: i + 1,
			kind: part.kind,
			personId: cast[i]?.id ?? null
		})
	);
	return { people: [...crew, ...cast], characters };
}

export function placeRows(
	recipe: Recipe,
	random: Random
): { locations: Location[]; sets: ReadonlyMap<string, SetPlace> } {
	const locations = new Map(
		Object.entries(recipe.locations).map(([code, place]) => [
			code,
			newRow(locationRecord, random.makeId<LocationId>(), place)
		])
	);
	const sets = Object.entries(recipe.sets).map(([code, [name, at]]): [string, SetPlace] => {
		const location = locations.get(at);
		if (!location) throw new Error(`set ${code} is at ${at}, which is no location`);
		return [code, newRow(setRecord, random.makeId<SetId>(), { name, locationId: location.id })];
	});
	return { locations: [...locations.values()], sets: new Map(sets) };
}

/** Episodes and their scenes, numbered 集-场; a scene that a review added takes a letter, so that no other number moves. */
export function storyRows(
	recipe: Recipe,
	sets: ReadonlyMap<string, SetPlace>,
	characters: readonly Character[],
	requests: readonly Request[],
	random: Random
) {
	const all = recipe.story.flatMap((episode) => episode.scenes);
	const lengths = lengthsOf(all.length, recipe.eighths, random);
	const orders = keysBetween(null, null, all.length);
	const firstUnlock = recipe.unlocks[0] ?? Infinity;
	let at = 0;
	const scenes: Scene[] = [];
	const episodes = recipe.story.map((story, i) => {
		const number = i + 1;
		const episode = newRow(episodeRecord, random.makeId<EpisodeId>(), {
			number,
			title: story.title,
			targetSeconds: recipe.targetSeconds,
			hook: story.hook,
			twist: story.twist,
			cliffhanger: story.cliffhanger,
			access: number < firstUnlock ? 'free' : 'paid',
			unlock: recipe.unlocks.includes(number),
			unlockPrice: recipe.unlockPrices[recipe.unlocks.indexOf(number)] ?? null,
			scriptVersion: 'V4',
			status: 'script-approved'
		});
		let count = 0;
		for (const told of story.scenes) {
			const set = sets.get(told.set);
			if (!set) throw new Error(`episode ${number} has a scene at ${told.set}, which is no set`);
			if (!told.added) count++;
			const eighths = lengths[at] ?? 1;
			scenes.push(
				newRow(sceneRecord, random.makeId<SceneId>(), {
					number: `${number}-${count}${told.added ? 'A' : ''}`,
					episodeIds: [episode.id],
					order: orders[at] as string,
					intExt: told.intExt,
					time: told.time,
					setId: set.id,
					synopsis: told.synopsis,
					eighths,
					castIds: told.cast.flatMap((part) => characters[part - 1]?.id ?? []).sort(),
					requestId: told.added ? (requests[0]?.id ?? null) : null,
					...basisOf(eighths, told.cast.length, random)
				})
			);
			at++;
		}
		return episode;
	});
	return { episodes, scenes };
}

/** Most scenes are estimated by pages; some by counted set-ups, and a few were typed by the first AD. */
function basisOf(eighths: number, people: number, random: Random): Partial<Scene> {
	const roll = random.next();
	if (roll < 0.12) return { setups: Math.max(1, Math.round((eighths + people) / 2.6)) };
	if (roll < 0.17) return { estimateMinutes: 5 * Math.max(3, Math.round(eighths * 1.2)) };
	return {};
}

const COMMON = [1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 8];

/** `count` lengths in eighths, each at least one, that add up to `total` exactly. */
export function lengthsOf(count: number, total: number, random: Random): number[] {
	const lengths = Array.from({ length: count }, () => random.pick(COMMON));
	let sum = lengths.reduce((all, one) => all + one, 0);
	while (sum !== total) {
		const i = random.whole(0, count - 1);
		const now = lengths[i] ?? 1;
		const step = sum < total ? 1 : -1;
		if (now + step < 1 || now + step > 11) continue;
		lengths[i] = now + step;
		sum += step;
	}
	return lengths;
}
