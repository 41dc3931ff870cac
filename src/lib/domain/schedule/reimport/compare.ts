import type { EpisodeId, SceneId, ShootDayId } from '../../ids.ts';
import { byOrder } from '../../order-key.ts';
import { matchScenes, type Recognised } from '../../scripts/compare-scenes.ts';
import { textKey } from '../../scripts/compare-words.ts';
import type { ReadScene } from '../../scripts/types.ts';
import { stableId } from '../../stable-id.ts';
import { wasShot } from '../estimate.ts';
import type { Plan } from '../plan.ts';
import type { Scene, SceneText, Strip } from '../records.ts';
import { elementNames, elementsOf } from './elements.ts';
import { namesOf, offersFor, unknownNames } from './names.ts';
import { fieldsOf, type Says } from './scene-fields.ts';
import { standing } from './standing.ts';
import type { Difference, DifferenceKind, FieldChange, Paired, Reimport, ReimportInput } from './types.ts';

/** The episode a number means: the plan's row, or the one that would be made. */
export function episodeIds(plan: Plan): (number: number) => EpisodeId {
	const known = new Map([...plan.episodes.values()].map(({ number, id }) => [number, id]));
	return (number) => known.get(number) ?? stableId<EpisodeId>(`${plan.production.id} episode ${number}`);
}

/**
 * What a script that is read again says otherwise than the plan: each scene recognised whatever its number, its
 * fields weighed against what the script said last time (`fieldsOf`), scenes that came, went, moved and came back.
 * Scenes of episodes that the file says nothing about are left alone unless it is the `whole` script. Reads only;
 * the same input gives the same answer, with the same ids for what would be made.
 */
export function compareScripts(input: ReimportInput): Reimport {
	const { plan, script, texts } = input;
	const names = namesOf(plan, input.joined);
	const elements = elementNames(plan);
	const episodeId = episodeIds(plan);
	const says: Says = {
		numbers: script.scenes.some(({ numberGiven }) => numberGiven),
		cast: script.scenes.some(({ cast }) => cast.length > 0),
		elements: script.scenes.some((read) => elementsOf(read).length > 0),
		length: !script.warnings.some(({ code, data }) => code === 'sheet-no-column' && data?.column === 'pages')
	};
	const olds = [...plan.scenes.values()].sort(byOrder);
	const base = (scene: Scene): SceneText | null => (scene.textId && texts.get(scene.textId)) || null;
	const strips = stripsByScene(plan);
	const taken = takenOut(plan);
	const match = recognise(olds, script.scenes, base, names);
	const stays = standing(match.newOf);
	const oldOf = new Map([...match.newOf].map(([o, n]) => [n, o]));

	const paired: Paired[] = [];
	const placed: { at: number; difference: Difference }[] = [];
	const ids = new Set<string>(plan.scenes.keys());
	const numbers = givenNumbers(script.scenes, oldOf, olds, says.numbers);
	let same = 0;
	const differ = (at: number, of: Omit<Difference, 'shot' | 'dayIds'>): void => {
		const own = strips.get(of.sceneId) ?? [];
		const dayIds = own.flatMap(({ place }) =>
			place.dayId && plan.days.has(place.dayId) ? [place.dayId] : []
		);
		placed.push({
			at,
			difference: { ...of, shot: own.some(wasShot), dayIds: [...new Set<ShootDayId>(dayIds)] }
		});
	};

	script.scenes.forEach((read, n) => {
		const o = oldOf.get(n);
		const number = numbers[n] as string;
		if (o === undefined) {
			if (read.omitted) return;
			const sceneId = newSceneId(plan, read, ids);
			const from = olds[match.splitFrom.get(n) ?? -1]?.number ?? null;
			paired.push({ read, scene: null, sceneId, base: null, values: new Map(), number, stays: false });
			differ(n, {
				kind: 'added',
				sceneId,
				scene: null,
				read,
				number,
				fields: [],
				moved: false,
				...none,
				textAfter: read.text,
				from
			});
			return;
		}
		const scene = olds[o] as Scene;
		const before = base(scene);
		const gone = scene.omitted;
		if (read.omitted) {
			if (gone) same++;
			else differ(n, goneBy(scene, before, null));
			return;
		}
		// What somebody here took out, the script's saying the same as before doesn't bring back.
		const returned = gone && (taken.has(scene.id) || (before?.bare === false && before.eighths === 0));
		const left = gone && !returned;
		const fields = left
			? { changes: [], values: new Map() }
			: fieldsOf({ plan, scene, base: before, read, names, elements, says, episodeId });
		const moved = !left && (!stays.has(o) || fields.changes.some(({ field }) => field === 'episodes'));
		paired.push({
			read,
			scene,
			sceneId: scene.id,
			base: before,
			values: fields.values,
			number,
			stays: stays.has(o)
		});
		const kind = returned ? 'returned' : kindOf(fields.changes, moved);
		if (kind === null) same++;
		else
			differ(n, {
				kind,
				sceneId: scene.id,
				scene,
				read,
				number: says.numbers ? read.number : scene.number,
				fields: fields.changes,
				moved,
				textBefore: before?.body ?? null,
				textAfter: read.text,
				from: null
			});
	});

	const covered = new Set(script.scenes.map(({ episode }) => episode));
	let outside = 0;
	olds.forEach((scene, o) => {
		if (match.newOf.has(o) || scene.omitted) return;
		const own = scene.episodeIds.flatMap((id) => plan.episodes.get(id)?.number ?? []);
		if (!covered.has(null) && own.length > 0 && !own.some((number) => covered.has(number))) {
			outside++;
			if (!input.whole) return;
		}
		const into = match.mergedInto.get(o);
		differ(
			match.after[o] ?? -1,
			goneBy(scene, base(scene), into === undefined ? null : (numbers[into] ?? null))
		);
	});
	placed.sort((a, b) => a.at - b.at);

	const unknown = unknownNames(plan, script);
	const known = paired.flatMap(({ scene, read }) =>
		scene ? [{ castIds: scene.castIds, setId: scene.setId, cast: read.cast, set: read.set }] : []
	);
	const there = new Set([...plan.episodes.values()].map(({ number }) => number));
	return {
		differences: placed.map(({ difference }) => difference),
		same,
		offers: offersFor(plan, script, known),
		newNames: unknown,
		newEpisodes: [...covered].flatMap((n) => (n === null || there.has(n) ? [] : [n])).sort((a, b) => a - b),
		outside,
		paired,
		names
	};
}

const none = { textBefore: null, textAfter: null, from: null } as const;

const goneBy = (
	scene: Scene,
	before: SceneText | null,
	from: string | null
): Omit<Difference, 'shot' | 'dayIds'> => ({
	kind: 'removed',
	sceneId: scene.id,
	scene,
	read: null,
	number: scene.number,
	fields: [],
	moved: false,
	textBefore: before?.body ?? null,
	textAfter: null,
	from
});

function kindOf(changes: readonly FieldChange[], moved: boolean): DifferenceKind | null {
	if (changes.some(({ field }) => field !== 'number' && field !== 'episodes')) return 'changed';
	if (moved) return 'moved';
	return changes.length > 0 ? 'renumbered' : null;
}

/** Scenes as they are recognised: those in use first, then, for what is left, those that were omitted. */
function recognise(
	olds: readonly Scene[],
	reads: readonly ReadScene[],
	base: (scene: Scene) => SceneText | null,
	names: Reimport['names']
) {
	const bodies = olds.filter((scene) => base(scene)?.body).length;
	const byText = reads.some(({ text }) => text !== '') && bodies * 2 >= olds.length;
	const known = olds.map((scene): Recognised => ({
		number: scene.number,
		text: byText ? (base(scene)?.body ?? '') : scene.synopsis,
		place: scene.setId ?? '',
		cast: scene.castIds,
		empty: false
	}));
	const fresh = reads.map((read): Recognised => ({
		number: read.number,
		text: byText ? read.text : read.synopsis || read.firstLine,
		place: names.set(read.set) ?? '',
		cast: read.cast.map((name) => names.character(name)),
		empty: read.omitted
	}));
	const live = olds.flatMap((scene, o) => (scene.omitted ? [] : [o]));
	const first = matchScenes(
		live.map((o) => known[o] as Recognised),
		fresh
	);
	const newOf = new Map([...first.newOf].map(([at, n]) => [live[at] as number, n]));
	const found = new Set(newOf.values());
	const idle = olds.flatMap((scene, o) => (scene.omitted ? [o] : []));
	const left = fresh.flatMap((_, n) => (found.has(n) ? [] : [n]));
	const second = matchScenes(
		idle.map((o) => known[o] as Recognised),
		left.map((n) => fresh[n] as Recognised)
	);
	for (const [at, n] of second.newOf) newOf.set(idle[at] as number, left[n] as number);
	// Where a scene that went is told of: behind the scene it followed.
	const after: number[] = [];
	olds.forEach((_, o) => after.push(newOf.get(o) ?? after[o - 1] ?? -1));
	return {
		newOf,
		after: after.map((n, o) => (newOf.has(o) ? n : n + 0.5)),
		splitFrom: new Map([...first.splitFrom].map(([n, at]) => [n, live[at] as number])),
		mergedInto: new Map([...first.mergedInto].map(([at, n]) => [live[at] as number, n]))
	};
}

function stripsByScene(plan: Plan): Map<SceneId, Strip[]> {
	const strips = new Map<SceneId, Strip[]>();
	for (const strip of plan.strips.values()) {
		if (strip.sceneId === null) continue;
		const own = strips.get(strip.sceneId);
		if (own) own.push(strip);
		else strips.set(strip.sceneId, [strip]);
	}
	return strips;
}

/** Scenes whose last import took them out. What the refusal of a request took out, a script doesn't bring back. */
function takenOut(plan: Plan): Set<SceneId> {
	const last = new Map<SceneId, { at: number; removed: boolean }>();
	for (const { sceneId, importId, kind } of plan.sceneChanges.values()) {
		if (sceneId === null || importId === null) continue;
		const at = plan.imports.get(importId)?.at ?? 0;
		if (at >= (last.get(sceneId)?.at ?? -1)) last.set(sceneId, { at, removed: kind === 'removed' });
	}
	return new Set([...last].flatMap(([id, { removed }]) => (removed ? [id] : [])));
}

/** The same scene out of the same file has the same id on every device: nobody makes it twice. */
function newSceneId(plan: Plan, read: ReadScene, taken: Set<string>): SceneId {
	const what = `${plan.production.id} scene ${read.number} ${read.set} ${textKey(read.text)}`;
	let id = stableId<SceneId>(what);
	for (let n = 2; taken.has(id); n++) id = stableId<SceneId>(`${what} ${n}`);
	taken.add(id);
	return id;
}

/**
 * What each scene is called afterwards. A script without numbers renames nothing: its new scenes take a letter
 * behind the scene before them, as on a set: 12A.
 */
function givenNumbers(
	reads: readonly ReadScene[],
	oldOf: ReadonlyMap<number, number>,
	olds: readonly Scene[],
	said: boolean
): string[] {
	if (said) return reads.map(({ number }) => number);
	const taken = new Set(olds.map(({ number }) => number));
	let last = '';
	return reads.map((_, n) => {
		const old = olds[oldOf.get(n) ?? -1];
		if (old) return (last = old.number);
		for (let i = 0; ; i++) {
			const named = last === '' ? `${letter(i)}1` : `${last}${letter(i)}`;
			if (taken.has(named)) continue;
			taken.add(named);
			return named;
		}
	});
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const letter = (i: number): string =>
	(i < LETTERS.length ? '' : letter(Math.floor(i / LETTERS.length) - 1)) +
	(LETTERS[i % LETTERS.length] ?? '');
