import type { CharacterId, ElementId, EpisodeId, LocationId, MakeId, SceneId, SetId } from '../ids.ts';
import { keysBetween } from '../order-key.ts';
import type { ReadScene, ReadScript, SceneFields } from '../scripts/types.ts';
import { byId, newRow } from './new-rows.ts';
import {
	characterRecord,
	elementRecord,
	episodeRecord,
	locationRecord,
	sceneRecord,
	setRecord,
	type Character,
	type Element,
	type Episode,
	type Location,
	type Scene,
	type SetPlace
} from './records.ts';

/** The part of a plan that a script fills. */
export type PlanOfScript = {
	readonly episodes: ReadonlyMap<EpisodeId, Episode>;
	readonly scenes: ReadonlyMap<SceneId, Scene>;
	readonly characters: ReadonlyMap<CharacterId, Character>;
	readonly sets: ReadonlyMap<SetId, SetPlace>;
	readonly locations: ReadonlyMap<LocationId, Location>;
	readonly elements: ReadonlyMap<ElementId, Element>;
};

/** The parts of a read script this needs. */
export type ScriptParts = Pick<ReadScript, 'episodes' | 'cast' | 'sets'> & {
	readonly scenes: readonly (Pick<
		ReadScene,
		| 'number'
		| 'episode'
		| 'intExt'
		| 'time'
		| 'set'
		| 'synopsis'
		| 'firstLine'
		| 'eighths'
		| 'cast'
		| 'notes'
		| 'omitted'
	> &
		Partial<Pick<ReadScene, 'elements'>> &
		SceneFields)[];
};

/** Separates a place from a room in it: `VILLA - KITCHEN`, `VILLA / KITCHEN`, `别墅·厨房`. */
const ROOM = /\s+[-–—]\s+|\s*[/／·|]\s*|[—–]{1,2}/;

/** The place a set's name begins with: `VILLA` of `VILLA - KITCHEN`; all of it where it names no room. */
export const placeOf = (name: string): string => name.split(ROOM)[0]?.trim() ?? name;

/**
 * Turns a script that was read into rows, ready to be written.
 *
 * Characters keep the board numbers a sheet gives them; the others get the free ones by the number of scenes they
 * are in (ties as `script.cast` has them). Sets that
 * name a place and a room (`VILLA - KITCHEN`) share the location of that place when it has two sets or more; a
 * set by itself has no location until somebody gives it one, so that no move is reckoned from a guess. An
 * episode that scenes name but no heading made gets a row too. A scene without a synopsis gets its first line. What
 * a writer tagged becomes an element row, one for each thing of a category.
 *
 * @param makeId where ids come from
 */
export function planOfImport(script: ScriptParts, makeId: MakeId): PlanOfScript {
	const episodes = episodesOf(script, makeId);
	const { sets, locations } = setsOf(script, makeId);
	const characters = charactersOf(script, makeId);
	const elements = elementsOf(script, makeId);
	const orders = keysBetween(null, null, script.scenes.length);
	const scenes = script.scenes.map((read, i) => {
		const episode = read.episode === null ? undefined : episodes.get(read.episode);
		const cast = read.cast.flatMap((name) => characters.get(name)?.id ?? []);
		return newRow(sceneRecord, makeId<SceneId>(), {
			number: read.number,
			episodeIds: episode ? [episode.id] : [],
			order: orders[i] as string,
			intExt: read.intExt,
			time: read.time,
			setId: sets.get(read.set)?.id ?? null,
			synopsis: read.synopsis || read.firstLine,
			eighths: read.omitted ? 0 : Math.max(1, read.eighths),
			castIds: [...new Set(cast)].sort(),
			elementIds: (read.elements ?? []).flatMap((one) => elements.get(elementKey(one))?.id ?? []).sort(),
			...breakdownOf(read),
			estimateMinutes: read.minutes ?? null,
			setups: read.setups ?? null,
			screenSeconds: read.screenSeconds ?? null,
			notes: read.notes.join('\n'),
			omitted: read.omitted
		});
	});
	return {
		episodes: byId(episodes.values()),
		scenes: byId(scenes),
		characters: byId(characters.values()),
		sets: byId(sets.values()),
		locations: byId(locations),
		elements: byId(elements.values())
	};
}

function episodesOf(script: ScriptParts, makeId: MakeId): Map<number, Episode> {
	const titles = new Map(script.episodes.map(({ number, title }) => [number, title]));
	for (const { episode } of script.scenes)
		if (episode !== null && !titles.has(episode)) titles.set(episode, '');
	return new Map(
		[...titles]
			.sort(([a], [b]) => a - b)
			.map(([number, title]) => [
				number,
				newRow(episodeRecord, makeId<EpisodeId>(), { number, title, status: 'script' })
			])
	);
}

/** What a script says of a scene for its breakdown sheet, as the fields that hold it. */
export const breakdownOf = (
	read: SceneFields
): Pick<
	Scene,
	| 'scriptPage'
	| 'scriptDay'
	| 'sequence'
	| 'unit'
	| 'comments'
	| 'estimateMinutes'
	| 'setups'
	| 'screenSeconds'
> => ({
	scriptPage: read.scriptPage ?? '',
	scriptDay: read.scriptDay ?? '',
	sequence: read.sequence ?? '',
	unit: read.unit ?? '',
	comments: [read.location, read.comments].filter(Boolean).join('\n'),
	estimateMinutes: atLeastOne(read.minutes),
	setups: atLeastOne(read.setups),
	screenSeconds: atLeastOne(read.screenSeconds)
});

const atLeastOne = (figure: number | undefined): number | null =>
	figure === undefined || figure < 1 ? null : Math.round(figure);

/** One thing is one row, however its capitals are written. */
const elementKey = ({ category, name }: ReadScene['elements'][number]): string =>
	`${category} ${name.normalize('NFKC').trim().toLowerCase()}`;

function elementsOf(script: ScriptParts, makeId: MakeId): Map<string, Element> {
	const rows = new Map<string, Element>();
	for (const { elements = [] } of script.scenes) {
		for (const { category, name } of elements) {
			const key = elementKey({ category, name });
			if (!rows.has(key)) rows.set(key, newRow(elementRecord, makeId<ElementId>(), { category, name }));
		}
	}
	return rows;
}

function charactersOf(script: ScriptParts, makeId: MakeId): Map<string, Character> {
	const scenes = new Map(script.cast.map(({ name }) => [name, 0]));
	for (const { cast } of script.scenes)
		for (const name of new Set(cast)) scenes.set(name, (scenes.get(name) ?? 0) + 1);
	// The sort is stable: equal counts keep the order the reader found.
	const ranked = [...scenes].sort(([, a], [, b]) => b - a);
	const given = new Map(script.cast.map(({ name, boardNumber }) => [name, boardNumber]));
	const taken = new Set(given.values());
	let free = 0;
	const nextFree = (): number => {
		do free++;
		while (taken.has(free));
		return free;
	};
	return new Map(
		ranked.map(([name, count]) => [
			name,
			newRow(characterRecord, makeId<CharacterId>(), {
				name,
				boardNumber: given.get(name) ?? nextFree(),
				kind: count * 4 >= script.scenes.length ? 'lead' : count > 1 ? 'support' : 'day'
			})
		])
	);
}

function setsOf(script: ScriptParts, makeId: MakeId): { sets: Map<string, SetPlace>; locations: Location[] } {
	const names = new Set([...script.sets.map(({ name }) => name), ...script.scenes.map(({ set }) => set)]);
	names.delete('');
	const rooms = new Map<string, number>();
	for (const name of names) rooms.set(placeOf(name), (rooms.get(placeOf(name)) ?? 0) + 1);
	const locations = new Map<string, Location>();
	const sets = new Map<string, SetPlace>();
	for (const name of names) {
		const place = placeOf(name);
		if ((rooms.get(place) ?? 0) > 1 && !locations.has(place))
			locations.set(place, newRow(locationRecord, makeId<LocationId>(), { name: place }));
		const locationId = locations.get(place)?.id ?? null;
		sets.set(name, newRow(setRecord, makeId<SetId>(), { name, locationId }));
	}
	return { sets, locations: [...locations.values()] };
}
