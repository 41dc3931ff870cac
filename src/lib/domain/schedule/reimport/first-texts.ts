import type { ImportId, SceneId } from '../../ids.ts';
import type { ReadScript } from '../../scripts/types.ts';
import { stableId } from '../../stable-id.ts';
import { byId, newRow } from '../new-rows.ts';
import { importRecord, type Import, type Scene, type SceneText } from '../records.ts';
import { formatOf, textOf } from './rows.ts';

/** What the first reading of a script leaves for the next: each scene's text, and that it was read. */
export type FirstTexts = {
	readonly texts: readonly SceneText[];
	readonly scenes: ReadonlyMap<SceneId, Scene>;
	readonly imports: ReadonlyMap<ImportId, Import>;
};

/**
 * @param scenes the rows of the script's scenes, in its order
 * @param of the production's id, the file's name, and when in milliseconds since 1970
 */
export function firstTexts(
	script: ReadScript,
	scenes: ReadonlyMap<SceneId, Scene>,
	of: { readonly production: string; readonly fileName: string; readonly at: number }
): FirstTexts {
	const rows = [...scenes.values()];
	const texts = script.scenes.map((read, i) => textOf((rows[i] as Scene).id, read));
	const first = newRow(importRecord, stableId<ImportId>(`${of.production} first import`), {
		fileName: of.fileName,
		format: formatOf(script),
		at: of.at,
		reason: 'first',
		added: rows.length
	});
	return {
		texts,
		scenes: byId(rows.map((scene, i) => ({ ...scene, textId: (texts[i] as SceneText).id }))),
		imports: byId([first])
	};
}
