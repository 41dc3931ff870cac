import type { CharacterId, LocationId, SetId } from '../../ids.ts';
import type { ReadScript } from '../../scripts/types.ts';
import { newRow } from '../new-rows.ts';
import { placeOf } from '../plan-of-script.ts';
import type { Plan } from '../plan.ts';
import {
	characterRecord,
	setRecord,
	type Character,
	type Location,
	type Scene,
	type SetPlace
} from '../records.ts';
import type { Names } from './types.ts';

/**
 * Rows for names the plan lacks, those that scenes would use and no others; and the other spelling, as an alias,
 * for characters a person said a name means. New characters take the next board numbers, those with most scenes
 * first; a new room of a place the plan knows lies at that place's location.
 */
export function madeNames(
	plan: Plan,
	script: ReadScript,
	names: Names,
	scenes: readonly Partial<Scene>[],
	joined: ReadonlySet<string>
): {
	add: { characters: Character[]; sets: SetPlace[]; locations: Location[] };
	set: Map<CharacterId, Partial<Character>>;
} {
	const cast = new Map<CharacterId, { name: string; scenes: number }>();
	const sets = new Map<SetId, string>();
	for (const read of script.scenes) {
		for (const name of new Set(read.cast)) {
			const id = names.character(name);
			const seen = cast.get(id);
			if (seen) seen.scenes++;
			else cast.set(id, { name, scenes: 1 });
		}
		const setId = names.set(read.set);
		if (setId && !sets.has(setId)) sets.set(setId, read.set);
	}
	const castUsed = new Set(scenes.flatMap(({ castIds }) => castIds ?? []));
	const setsUsed = new Set(scenes.flatMap(({ setId }) => setId ?? []));
	const last = Math.max(0, ...[...plan.characters.values()].map(({ boardNumber }) => boardNumber ?? 0));
	const characters = [...cast]
		.filter(([id]) => castUsed.has(id) && !plan.characters.has(id))
		.sort(([, a], [, b]) => b.scenes - a.scenes)
		.map(([id, of], i) =>
			newRow(characterRecord, id, {
				name: of.name,
				boardNumber: last + i + 1,
				kind: of.scenes > 1 ? 'support' : 'day'
			})
		);
	const at = new Map<string, LocationId>();
	for (const set of plan.sets.values()) if (set.locationId) at.set(placeOf(set.name), set.locationId);
	for (const { id, name } of plan.locations.values()) at.set(name, id);
	const made = [...sets]
		.filter(([id]) => setsUsed.has(id) && !plan.sets.has(id))
		.map(([id, name]) => newRow(setRecord, id, { name, locationId: at.get(placeOf(name)) ?? null }));
	return { add: { characters, sets: made, locations: [] }, set: aliases(plan, joined) };
}

function aliases(plan: Plan, joined: ReadonlySet<string>): Map<CharacterId, Partial<Character>> {
	const found = new Map<CharacterId, Partial<Character>>();
	for (const key of joined) {
		const [kind, id, ...rest] = key.split(':');
		const character = kind === 'character' ? plan.characters.get(id as CharacterId) : undefined;
		const name = rest.join(':');
		if (!character || character.name === name || character.aliases.includes(name)) continue;
		const known = found.get(character.id)?.aliases ?? character.aliases;
		found.set(character.id, { aliases: [...known, name] });
	}
	return found;
}
