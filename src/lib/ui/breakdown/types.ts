/** What a breakdown is given: plain values and callbacks. A page fills them from live rows. */
import type { CharacterId, ElementId, EpisodeId, RequestId, SceneId, SetId } from '#lib/domain/ids.ts';
import type { FieldValues } from '#lib/domain/record.ts';
import type { SceneEstimates } from '#lib/domain/schedule/breakdown/estimates.ts';
import type { ElementCategory } from '#lib/domain/schedule/element-categories.ts';
import type { Element, elementRecord, Production, Scene, sceneRecord } from '#lib/domain/schedule/records.ts';

export type CastName = { readonly id: CharacterId; readonly number: number | null; readonly name: string };
export type EpisodeName = { readonly id: EpisodeId; readonly number: number; readonly title: string };

/** What one import did to the scene, and at whose wish. */
export type ImportOfScene = {
	readonly id: string;
	readonly kind: 'added' | 'changed' | 'moved' | 'removed' | 'returned';
	readonly eighthsBefore: number;
	readonly eighthsAfter: number;
	readonly at: number;
	readonly fileName: string;
	readonly version: string;
	readonly request: RequestOfScene | null;
};

export type RequestOfScene = {
	readonly id: RequestId;
	readonly from: 'platform' | 'regulator' | 'us';
	readonly round: number;
	readonly number: number;
	readonly text: string;
};

/** Everything the sheet shows. Each answer depends on the rows it reads and no others. */
export type BreakdownView = {
	readonly production: Production;
	/** scenes in the order of the script */
	readonly order: readonly SceneId[];
	scene(id: SceneId): Scene | null;
	set(scene: Scene): { readonly id: SetId; readonly name: string; readonly location: string } | null;
	cast(scene: Scene): readonly CastName[];
	estimates(scene: Scene): SceneEstimates;
	elements(scene: Scene): readonly Element[];
	/** in order of board number, of episode number, of name */
	characters(): readonly CastName[];
	episodes(): readonly EpisodeName[];
	setNames(): readonly string[];
	locationNames(): readonly string[];
	allElements(): readonly Element[];
	/** how many scenes need an element */
	needed(): ReadonlyMap<ElementId, number>;
	imports(scene: Scene): readonly ImportOfScene[];
	/** the request that added the scene */
	request(scene: Scene): RequestOfScene | null;
	/** what an id in the scene's history stands for; null: not known any more */
	nameOf(field: string, id: string): string | null;
};

export type SceneValues = Partial<FieldValues<typeof sceneRecord>>;
export type ElementValues = Partial<
	Pick<FieldValues<typeof elementRecord>, 'name' | 'category' | 'boardId' | 'notes'>
>;

/** What a person can do in the sheet. Each is one command. */
export type BreakdownActions = {
	change(id: SceneId, values: SceneValues): void;
	nameSet(id: SceneId, name: string): void;
	/** says at which location a set is, making the location when nobody named it before */
	locate(id: SetId, name: string): void;
	/** @returns board numbers nobody has */
	addCast(id: SceneId, typed: string): readonly number[];
	addElements(id: SceneId, category: ElementCategory, names: readonly string[]): void;
	removeElement(id: SceneId, element: ElementId): void;
	/** everywhere it is needed */
	changeElement(id: ElementId, values: ElementValues): void;
	merge(kept: ElementId, gone: readonly ElementId[]): void;
};

/** A scene's text as imported; `absent`: not on this device yet. */
export type SceneText =
	| { readonly kind: 'text'; readonly heading: string; readonly body: string }
	| { readonly kind: 'none' | 'absent' };

/** The script, open while somebody reads it. */
export type ScriptHere = { textOf(scene: Scene): SceneText; close(): void };

/** One change to a scene, as the server's log tells it. */
export type SceneLogEntry = {
	readonly at: number;
	readonly name: string | null;
	readonly kind: 'made' | 'set' | 'away' | 'back';
	readonly field?: string;
	readonly before?: unknown;
	readonly after?: unknown;
};
export type SceneLog =
	| { readonly ok: true; readonly entries: readonly SceneLogEntry[]; readonly more: boolean }
	| { readonly ok: false; readonly code: string; readonly offline?: true };

/** What isn't in the plan: the script beside it, the log on the server, and where sheets are printed. */
export type BreakdownBeside = {
	openScript(): Promise<ScriptHere>;
	/** null: this member may not read it */
	readonly history: ((id: SceneId) => Promise<SceneLog>) | null;
	/** where the printable sheets are; with a scene: that one alone */
	sheets(id?: SceneId): string;
};
