import type { CharacterId, EpisodeId, SceneId } from '#lib/domain/ids.ts';
import type { ContractState, EpisodeWithState, Stretch } from '#lib/domain/schedule/episode-readiness.ts';
import type { Episode, Production, Scene } from '#lib/domain/schedule/records.ts';
import type { PresentInRow } from '../grid/types.ts';

/** Fields of an episode that change, and all scenes it is cut from where those do. */
export type EpisodeChange = {
	readonly values: Partial<Omit<Episode, 'id' | 'archivedAt'>>;
	readonly sceneIds?: readonly SceneId[];
};

/** What the page shows. Read where it is drawn: each answer depends on the rows it is about. */
export type EpisodesView = {
	readonly production: Production;
	/** in order of number */
	readonly ids: readonly EpisodeId[];
	readonly all: readonly EpisodeWithState[];
	readonly view: (id: EpisodeId) => EpisodeWithState | null;
	readonly stretches: readonly Stretch[];
	readonly contract: ContractState;
	readonly undoable: { readonly name: string; readonly count: number } | null;
	readonly redoable: { readonly name: string; readonly count: number } | null;
	/** every scene of the plan, in script order */
	readonly scenes: () => readonly Scene[];
	readonly episodeNumber: (id: EpisodeId) => number | null;
	readonly characterName: (id: CharacterId) => string;
	readonly present: (id: string) => readonly PresentInRow[];
};

/** What the page does, each one step of undo. */
export type EpisodesActs = {
	readonly change: (
		changes: ReadonlyMap<EpisodeId, EpisodeChange>,
		added?: readonly EpisodeChange[]
	) => readonly EpisodeId[];
	readonly add: (count: number) => readonly EpisodeId[];
	readonly insert: (before: EpisodeId) => EpisodeId | null;
	readonly remove: (ids: readonly EpisodeId[]) => number;
	readonly renumber: (inOrder: readonly EpisodeId[], first: number) => number;
	readonly undo: () => { readonly name: string; readonly count: number } | null;
	readonly redo: () => { readonly name: string; readonly count: number } | null;
	/** opens the breakdown of a scene beside the page; absent: there is none */
	readonly openScene?: (id: SceneId) => void;
	/** says to others what is selected here */
	readonly present: (ids: readonly string[]) => void;
};
