import type {
	ElementId,
	ImportId,
	RequestId,
	SceneChangeId,
	SceneId,
	SceneTextId,
	StripId
} from '../../ids.ts';
import { byOrder, keysBetween } from '../../order-key.ts';
import type { Request } from '../../launch/records.ts';
import type { ReadScene, ReadScript } from '../../scripts/types.ts';
import { stableId } from '../../stable-id.ts';
import { breakdownOf } from '../plan-of-script.ts';
import { newRow } from '../new-rows.ts';
import { inOrder } from '../place.ts';
import type { Plan } from '../plan.ts';
import {
	episodeRecord,
	importRecord,
	sceneChangeRecord,
	sceneRecord,
	sceneTextRecord,
	stripRecord,
	type Character,
	type Element,
	type Episode,
	type Import,
	type Location,
	type Scene,
	type SceneChange,
	type SceneText,
	type SetPlace,
	type Strip
} from '../records.ts';
import { episodeIds } from './compare.ts';
import { elementNames, elementsOf, labelOf } from './elements.ts';
import { madeNames } from './made-names.ts';
import type { Difference, FieldName, Paired, Reimport, ReimportInput } from './types.ts';

/** What a person decides about an import besides what is left out. */
export type ImportChoice = {
	/** scene ids, and `scene-id field` for single fields */
	readonly leftOut: ReadonlySet<string>;
	readonly fileName: string;
	readonly version: string;
	/** null: our own rewrite */
	readonly requestId: RequestId | null;
	/** a request that is written down with the import */
	readonly request: Request | null;
	/** milliseconds since 1970 */
	readonly at: number;
	/** who reads it in; left out: not known */
	readonly by?: string;
};

/** All an import writes: texts beforehand, the rest in one go. */
export type ImportRows = {
	readonly texts: readonly SceneText[];
	readonly add: {
		readonly requests: readonly Request[];
		readonly episodes: readonly Episode[];
		readonly locations: readonly Location[];
		readonly sets: readonly SetPlace[];
		readonly characters: readonly Character[];
		readonly elements: readonly Element[];
		readonly scenes: readonly Scene[];
		readonly strips: readonly Strip[];
		readonly imports: readonly Import[];
		readonly sceneChanges: readonly SceneChange[];
	};
	readonly set: {
		readonly scenes: ReadonlyMap<SceneId, Partial<Scene>>;
		readonly strips: ReadonlyMap<StripId, Partial<Strip>>;
		readonly characters: ReadonlyMap<Character['id'], Partial<Character>>;
		readonly episodes: ReadonlyMap<Episode['id'], Partial<Episode>>;
	};
};

export const fieldKey = (sceneId: SceneId, field: FieldName): string => `${sceneId} ${field}`;

/** Whether a rewrite of what was shot is one that shows: another light, place, cast or text. */
const SHOWS: readonly FieldName[] = ['text', 'set', 'intExt', 'time', 'cast'];

/**
 * The rows of an import as a person has decided it. Left alone: what was typed, notes, status, and the place of
 * every strip but those of scenes that went: what isn't shot or locked of them leaves its day for the boneyard,
 * where it waits for the scene to come back. Scenes that came have a strip in the boneyard.
 */
export function rowsOf(reimport: Reimport, input: ReimportInput, choice: ImportChoice): ImportRows {
	const { plan, script } = input;
	const kept = reimport.differences.filter(({ sceneId }) => !choice.leftOut.has(sceneId));
	const keptBy = new Map(kept.map((difference) => [difference.sceneId, difference]));
	const importId = importIdOf(plan, script);
	const requestId = choice.request?.id ?? choice.requestId;
	const elements = elementNames(plan);
	const episodeId = episodeIds(plan);
	const orders = newOrders(plan, reimport.paired, keptBy);

	const texts: SceneText[] = [];
	const scenes: Scene[] = [];
	const set = new Map<SceneId, Partial<Scene>>();
	const change = (id: SceneId, values: Partial<Scene>): void =>
		void set.set(id, { ...set.get(id), ...values });

	for (const pair of reimport.paired) {
		const { read, scene, sceneId } = pair;
		if (choice.leftOut.has(sceneId)) continue;
		const text = textOf(sceneId, read, pair.base);
		if (!input.texts.has(text.id)) texts.push(text);
		const order = orders.get(sceneId);
		if (!scene) {
			scenes.push(
				newRow(sceneRecord, sceneId, {
					number: pair.number,
					episodeIds: read.episode === null ? [] : [episodeId(read.episode)],
					order: order ?? 'a0',
					intExt: read.intExt,
					time: read.time,
					setId: reimport.names.set(read.set),
					synopsis: read.synopsis || read.firstLine,
					eighths: Math.max(1, read.eighths),
					castIds: [...new Set(read.cast.map((name) => reimport.names.character(name)))].sort(),
					elementIds: [...elements.of(read)].sort(),
					...breakdownOf(read),
					notes: read.notes.join('\n'),
					textId: text.id,
					requestId
				})
			);
			continue;
		}
		const values = [...pair.values].filter(([field]) => !choice.leftOut.has(fieldKey(sceneId, field)));
		for (const [, value] of values) change(sceneId, value);
		if (keptBy.get(sceneId)?.kind === 'returned') change(sceneId, { omitted: false });
		if (order !== undefined) change(sceneId, { order });
		if (scene.textId !== text.id) change(sceneId, { textId: text.id });
	}
	for (const { kind, sceneId } of kept) if (kind === 'removed') change(sceneId, { omitted: true });

	const made = madeNames(plan, script, reimport.names, [...scenes, ...set.values()], input.joined);
	const used = [...scenes, ...set.values()].flatMap(({ elementIds }) => elementIds ?? []);
	for (const { read } of reimport.paired) elements.of(read);
	const version = choice.version.trim();
	const episodes = episodeRows(plan, script, [...scenes, ...set.values()], version, episodeId);
	return {
		texts,
		add: {
			requests: choice.request ? [choice.request] : [],
			...made.add,
			elements: elements.made(new Set<ElementId>(used)),
			episodes: episodes.add,
			scenes,
			strips: newStrips(plan, kept, scenes),
			imports: [
				newRow(importRecord, importId, {
					fileName: choice.fileName,
					format: formatOf(script),
					at: choice.at,
					by: choice.by ?? '',
					version,
					reason: requestId ? 'request' : 'ours',
					requestId,
					added: count(kept, 'added') + count(kept, 'returned'),
					changed: count(kept, 'changed'),
					moved: count(kept, 'moved'),
					removed: count(kept, 'removed')
				})
			],
			sceneChanges: kept.flatMap((difference) =>
				changeOf(difference, importId, requestId, set, choice.leftOut)
			)
		},
		set: { scenes: set, strips: leaving(plan, kept), characters: made.set, episodes: episodes.set }
	};
}

const count = (of: readonly Difference[], kind: Difference['kind']): number =>
	of.filter((one) => one.kind === kind).length;

export const formatOf = (script: ReadScript): Import['format'] => {
	if (script.format === 'final-draft') return 'fdx';
	return script.format ?? script.mode;
};

/**
 * The row that keeps what was read of a scene; the same reading is the same row. What a file doesn't speak of (a
 * sheet has no text) is kept from the reading before.
 */
export function textOf(sceneId: SceneId, read: ReadScene, before: SceneText | null = null): SceneText {
	const silent = read.text === '' && !read.omitted && before !== null;
	const values = {
		sceneId,
		heading: (silent && before.heading) || read.heading,
		body: silent ? before.body : bodyOf(read),
		bare: false,
		number: read.number,
		episode: read.episode,
		intExt: read.intExt,
		time: read.time,
		set: read.set,
		eighths: read.eighths,
		synopsis: read.synopsis || read.firstLine,
		cast: silent && read.cast.length === 0 ? before.cast : read.cast,
		elements: elementsOf(read).map(labelOf)
	};
	return newRow(sceneTextRecord, stableId<SceneTextId>(`text ${JSON.stringify(values)}`), values);
}

/** A body longer than any scene (a script without headings) is kept in part: it has to travel in one piece. */
const BODY_MOST = 200_000;
const bodyOf = ({ text }: ReadScene): string => text.slice(0, BODY_MOST).replace(/[\uD800-\uDBFF]$/, '');

function importIdOf(plan: Plan, script: ReadScript): ImportId {
	const what = script.scenes.map(({ number, heading, text }) => `${number} ${heading} ${text}`).join('\n');
	const base = `${plan.production.id} import ${what}`;
	let id = stableId<ImportId>(base);
	for (let n = 2; plan.imports.has(id); n++) id = stableId<ImportId>(`${base} ${n}`);
	return id;
}

function changeOf(
	difference: Difference,
	importId: ImportId,
	requestId: RequestId | null,
	set: ReadonlyMap<SceneId, Partial<Scene>>,
	leftOut: ReadonlySet<string>
): SceneChange[] {
	const { kind, scene, sceneId, read, fields, shot } = difference;
	// A script that only counts anew would fill the history of every scene.
	if (kind === 'renumbered') return [];
	const before = scene && !scene.omitted ? scene.eighths : 0;
	const after =
		kind === 'removed'
			? 0
			: scene
				? (set.get(sceneId)?.eighths ?? scene.eighths)
				: Math.max(1, read?.eighths ?? 1);
	const shows = fields.some(({ field }) => SHOWS.includes(field) && !leftOut.has(fieldKey(sceneId, field)));
	return [
		newRow(sceneChangeRecord, stableId<SceneChangeId>(`${importId} change ${sceneId}`), {
			sceneId,
			importId,
			kind,
			eighthsBefore: before,
			eighthsAfter: after,
			requestId,
			afterShot: shot && (kind === 'returned' || shows)
		})
	];
}

/** Places in the script for scenes that came or moved: right behind the scene they follow in the new script. */
function newOrders(
	plan: Plan,
	paired: readonly Paired[],
	kept: ReadonlyMap<SceneId, Difference>
): Map<SceneId, string> {
	const leaves = (pair: Paired): boolean =>
		kept.has(pair.sceneId) &&
		(pair.scene === null || (!pair.stays && (kept.get(pair.sceneId)?.moved ?? false)));
	const going = new Set(paired.filter(leaves).map(({ sceneId }) => sceneId));
	const staying = [...plan.scenes.values()].filter(({ id }) => !going.has(id)).sort(byOrder);
	const at = new Map(staying.map(({ id }, index) => [id, index]));
	const orders = new Map<SceneId, string>();
	let anchor = startOf(plan, paired, staying);
	let run: SceneId[] = [];
	const lay = (): void => {
		const keys = keysBetween(staying[anchor]?.order ?? null, staying[anchor + 1]?.order ?? null, run.length);
		run.forEach((id, i) => orders.set(id, keys[i] as string));
		run = [];
	};
	for (const pair of paired) {
		if (going.has(pair.sceneId)) run.push(pair.sceneId);
		else if (pair.stays) {
			lay();
			anchor = at.get(pair.sceneId) ?? anchor;
		}
	}
	lay();
	return orders;
}

/** Where a file begins that holds later episodes only: behind the last scene of an earlier episode. */
function startOf(plan: Plan, paired: readonly Paired[], staying: readonly Scene[]): number {
	const first = paired[0];
	if (!first || first.stays || first.read.episode === null) return -1;
	const number = first.read.episode;
	return staying.findLastIndex(({ episodeIds: ids }) =>
		ids.some((id) => (plan.episodes.get(id)?.number ?? Infinity) < number)
	);
}

const lastOf = (plan: Plan): string | null =>
	inOrder([...plan.strips.values()].filter(({ place }) => place.dayId === null)).at(-1)?.place.order ?? null;

/** Strips of scenes that went leave their days: not what is shot, dropped there, or locked. */
function leaving(plan: Plan, kept: readonly Difference[]): Map<StripId, Partial<Strip>> {
	const gone = new Set(kept.flatMap(({ kind, sceneId }) => (kind === 'removed' ? [sceneId] : [])));
	const strips = inOrder(
		[...plan.strips.values()].filter(
			({ sceneId, status, locked, place }) =>
				sceneId !== null && gone.has(sceneId) && status === 'todo' && !locked && place.dayId !== null
		)
	);
	const keys = keysBetween(lastOf(plan), null, strips.length);
	return new Map(strips.map(({ id }, i) => [id, { place: { dayId: null, order: keys[i] as string } }]));
}

/** A strip for each scene that came, and for one that came back and has none to shoot. */
function newStrips(plan: Plan, kept: readonly Difference[], scenes: readonly Scene[]): Strip[] {
	const has = new Set([...plan.strips.values()].flatMap((strip) => (strip.sceneId ? [strip.sceneId] : [])));
	const returned = kept.flatMap(({ kind, sceneId }) =>
		kind === 'returned' && !has.has(sceneId) ? [sceneId] : []
	);
	const wanting = [...scenes.map(({ id }) => id), ...returned];
	// Behind those that leave their days now, which take the first places.
	const keys = keysBetween(lastOf(plan), null, wanting.length + leaving(plan, kept).size).slice(
		-wanting.length || Infinity
	);
	return wanting.map((sceneId, i) =>
		newRow(stripRecord, stableId<StripId>(`strip of ${sceneId}`), {
			sceneId,
			place: { dayId: null, order: keys[i] as string }
		})
	);
}

function episodeRows(
	plan: Plan,
	script: ReadScript,
	scenes: readonly Partial<Scene>[],
	version: string,
	episodeId: (number: number) => Episode['id']
): { add: Episode[]; set: Map<Episode['id'], Partial<Episode>> } {
	const used = new Set(scenes.flatMap((scene) => scene.episodeIds ?? []));
	const titles = new Map(script.episodes.map(({ number, title }) => [number, title]));
	const numbers = new Set([...script.scenes.flatMap(({ episode }) => episode ?? []), ...titles.keys()]);
	const add: Episode[] = [];
	const set = new Map<Episode['id'], Partial<Episode>>();
	for (const number of numbers) {
		const id = episodeId(number);
		const there = plan.episodes.get(id);
		if (there) {
			if (version !== '' && there.scriptVersion !== version) set.set(id, { scriptVersion: version });
		} else if (used.has(id) || titles.has(number)) {
			add.push(
				newRow(episodeRecord, id, {
					number,
					title: titles.get(number) ?? '',
					status: 'script',
					scriptVersion: version
				})
			);
		}
	}
	return { add, set };
}
