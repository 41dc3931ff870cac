/** What reading a script again would do to a plan: plain values for a preview, nothing written yet. */
import type { CharacterId, SceneId, SceneTextId, SetId, ShootDayId } from '../../ids.ts';
import type { ReadScene, ReadScript } from '../../scripts/types.ts';
import type { Plan } from '../plan.ts';
import type { Scene, SceneText } from '../records.ts';

/** What of a scene a script says. Estimates, set-ups, notes, strips and status are never its business. */
export type FieldName =
	'number' | 'episodes' | 'intExt' | 'time' | 'set' | 'cast' | 'eighths' | 'synopsis' | 'elements' | 'text';

export type FieldChange = {
	readonly field: FieldName;
	/** As the plan has it and as the script has it now: a word, a figure, names; empty where there is none. */
	readonly before: string | number | readonly string[];
	readonly after: string | number | readonly string[];
	/** A person here has changed it since the script was last read. */
	readonly yours: boolean;
};

/** The strongest thing that happened to a scene. `renumbered`: another number and nothing else. */
export type DifferenceKind = 'added' | 'changed' | 'moved' | 'removed' | 'returned' | 'renumbered';

export type Difference = {
	readonly kind: DifferenceKind;
	/** of the scene as it is, or as it would be */
	readonly sceneId: SceneId;
	/** null: added */
	readonly scene: Scene | null;
	/** null: removed */
	readonly read: ReadScene | null;
	/** what it is called afterwards */
	readonly number: string;
	readonly fields: readonly FieldChange[];
	/** stands elsewhere among the others, or in another episode */
	readonly moved: boolean;
	/** null: not known */
	readonly textBefore: string | null;
	readonly textAfter: string | null;
	/** a strip of it is in the can, in whole or in part */
	readonly shot: boolean;
	/** shoot days its strips lie on */
	readonly dayIds: readonly ShootDayId[];
	/** number of the old scene it was cut from, or of the one its text stands in now */
	readonly from: string | null;
};

/** A name of the script that may be one the plan has already. A person says whether. */
export type NameOffer = {
	readonly key: string;
	readonly kind: 'character' | 'set';
	/** as the script writes it */
	readonly name: string;
	readonly id: CharacterId | SetId;
	/** what the plan calls it */
	readonly known: string;
	/** `place`: the plan's name is gone, and this one stands where it stood */
	readonly reason: 'spelling' | 'part-of' | 'place';
	/** scenes of the script the name is in */
	readonly scenes: number;
};

export type ReimportInput = {
	readonly plan: Plan;
	readonly texts: ReadonlyMap<SceneTextId, SceneText>;
	readonly script: ReadScript;
	/** keys of the name offers a person has taken */
	readonly joined: ReadonlySet<string>;
	/** what is not in this file has gone, even whole episodes */
	readonly whole: boolean;
};

export type Reimport = {
	readonly differences: readonly Difference[];
	/** scenes that stay as they are */
	readonly same: number;
	readonly offers: readonly NameOffer[];
	/** names the plan doesn't know yet, offers not taken included */
	readonly newNames: { readonly characters: readonly string[]; readonly sets: readonly string[] };
	readonly newEpisodes: readonly number[];
	/** scenes of episodes that the file says nothing about: left alone unless `whole` */
	readonly outside: number;
	/** what has been paired and resolved, for `rowsOf` */
	readonly paired: readonly Paired[];
	readonly names: Names;
};

/** A scene of the script with the row it is, or would become. */
export type Paired = {
	readonly read: ReadScene;
	readonly scene: Scene | null;
	readonly sceneId: SceneId;
	readonly base: SceneText | null;
	/** the fields a scene row would get, by what they are called in the preview */
	readonly values: ReadonlyMap<FieldName, Partial<Scene>>;
	readonly number: string;
	/** keeps its place among the others */
	readonly stays: boolean;
};

/** Names of the script as rows: those there are, and those that would be made. */
export type Names = {
	readonly character: (name: string) => CharacterId;
	readonly set: (name: string) => SetId | null;
};
