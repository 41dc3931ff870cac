import type { CharacterId, ElementId, EpisodeId } from '../../ids.ts';
import { setKey } from '../../scripts/finish.ts';
import type { ReadScene } from '../../scripts/types.ts';
import { textKey } from '../../scripts/compare-words.ts';
import type { Plan } from '../plan.ts';
import type { Scene, SceneText } from '../records.ts';
import type { ElementNames } from './elements.ts';
import type { FieldChange, FieldName, Names } from './types.ts';

/** What a script says at all: a sheet without a cast column takes nobody out of a scene. */
export type Says = {
	readonly numbers: boolean;
	readonly cast: boolean;
	readonly elements: boolean;
	readonly length: boolean;
};

export type FieldsInput = {
	readonly plan: Plan;
	readonly scene: Scene;
	/** what the script said when it was last read; null where that isn't known */
	readonly base: SceneText | null;
	readonly read: ReadScene;
	readonly names: Names;
	readonly elements: ElementNames;
	readonly says: Says;
	readonly episodeId: (number: number) => EpisodeId;
};

type Found = { readonly changes: FieldChange[]; readonly values: Map<FieldName, Partial<Scene>> };

/**
 * What the script would change in a scene, weighed against what it said last time: where it says the same as then,
 * whatever a person made of it here stays; members of cast and elements are weighed one by one.
 */
export function fieldsOf(input: FieldsInput): Found {
	const { scene, read, says } = input;
	const base = input.base?.bare === false ? input.base : null;
	const found: Found = { changes: [], values: new Map() };
	const say = (
		field: FieldName,
		before: FieldChange['before'],
		after: FieldChange['after'],
		yours: boolean,
		values: Partial<Scene>
	): void => {
		found.changes.push({ field, before, after, yours });
		found.values.set(field, values);
	};
	const plain = <F extends 'number' | 'intExt' | 'time' | 'eighths' | 'synopsis'>(
		field: F,
		theirs: Scene[F]
	) => {
		const mine: Scene[F] = scene[field];
		const was = base?.[field] as Scene[F] | undefined;
		if (theirs === mine || theirs === was) return;
		say(field, mine ?? '', theirs ?? '', was !== undefined && mine !== was, { [field]: theirs });
	};

	if (says.numbers) plain('number', read.number);
	episodes(input, base, say);
	if (read.intExt !== null) plain('intExt', read.intExt);
	if (read.time !== null) plain('time', read.time);
	places(input, base, say);
	if (says.cast) cast(input, base, say);
	if (says.length && read.eighths > 0) plain('eighths', read.eighths);
	const offered = read.synopsis === '' && scene.synopsis !== '' && scene.synopsis !== base?.synopsis;
	const synopsis = read.synopsis || read.firstLine;
	if (synopsis !== '' && !offered) plain('synopsis', synopsis);
	if (says.elements) needed(input, base, say);
	const known = input.base?.body ?? null;
	if (known !== null && read.text !== '' && textKey(known) !== textKey(read.text))
		say('text', known, read.text, false, {});
	return found;
}

type Say = (
	field: FieldName,
	before: FieldChange['before'],
	after: FieldChange['after'],
	yours: boolean,
	values: Partial<Scene>
) => void;

function episodes({ plan, scene, read, episodeId }: FieldsInput, base: SceneText | null, say: Say): void {
	if (read.episode === null || read.episode === base?.episode) return;
	const theirs = episodeId(read.episode);
	if (scene.episodeIds.includes(theirs)) return;
	const was = base?.episode == null ? null : episodeId(base.episode);
	const kept = was !== null ? scene.episodeIds.filter((id) => id !== was) : [];
	const yours = was !== null ? kept.length > 0 || scene.episodeIds.length === 0 : scene.episodeIds.length > 1;
	const numbers = scene.episodeIds.flatMap((id) => plan.episodes.get(id)?.number ?? []).sort((a, b) => a - b);
	say('episodes', numbers.map(String), [String(read.episode)], yours, {
		episodeIds: [...kept, theirs].sort()
	});
}

function places({ plan, scene, read, names }: FieldsInput, base: SceneText | null, say: Say): void {
	if (read.set === '' || (base !== null && setKey(read.set) === setKey(base.set))) return;
	const theirs = names.set(read.set);
	if (theirs === scene.setId) return;
	const mine = scene.setId ? (plan.sets.get(scene.setId)?.name ?? '') : '';
	const yours = base !== null && names.set(base.set) !== scene.setId;
	say('set', mine, read.set, yours, { setId: theirs });
}

function cast({ plan, scene, read, names }: FieldsInput, base: SceneText | null, say: Say): void {
	const theirs = read.cast.map((name) => names.character(name));
	const was = base === null ? scene.castIds : base.cast.map((name) => names.character(name));
	const after = weigh(scene.castIds, was, theirs);
	if (!after) return;
	const nameOf = new Map(read.cast.map((name) => [names.character(name), name] as const));
	const named = (ids: readonly CharacterId[]): string[] =>
		ids.map((id) => plan.characters.get(id)?.name ?? nameOf.get(id) ?? '').sort();
	say('cast', named(scene.castIds), named(after), base !== null && differ(scene.castIds, was), {
		castIds: after
	});
}

function needed({ scene, read, elements }: FieldsInput, base: SceneText | null, say: Say): void {
	const theirs = elements.of(read);
	const was = base === null ? scene.elementIds : base.elements.map((label) => elements.labelled(label));
	const after = weigh(scene.elementIds, was, theirs);
	if (!after) return;
	const named = (ids: readonly ElementId[]): string[] => ids.map((id) => elements.nameOf(id)).sort();
	say('elements', named(scene.elementIds), named(after), base !== null && differ(scene.elementIds, was), {
		elementIds: after
	});
}

/** Members as they are, with what the script added since and without what it took out; null where that is the same. */
function weigh<Id extends string>(
	mine: readonly Id[],
	was: readonly Id[],
	theirs: readonly Id[]
): Id[] | null {
	const added = theirs.filter((id) => !was.includes(id));
	const gone = was.filter((id) => !theirs.includes(id));
	const after = [...new Set([...mine, ...added])].filter((id) => !gone.includes(id)).sort();
	return differ(mine, after) ? after : null;
}

const differ = (a: readonly string[], b: readonly string[]): boolean =>
	a.length !== b.length || a.some((id) => !b.includes(id));
