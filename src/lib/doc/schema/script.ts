import type { SceneId, SceneTextId } from '#lib/domain/ids.ts';
import { record, ref, text } from '#lib/domain/record.ts';

/**
 * A scene's text as one import read it. Never changed: a rewrite is another row, and the scene in the plan names
 * the one that holds (`textId`), so that undoing an import there brings the old text back as well.
 */
export const sceneTextRecord = record<SceneTextId>()('scene-text', {
	sceneId: ref<SceneId>(),
	heading: text(),
	body: text()
});

/** The script of a production: text apart from the plan, which opens without it. Crew read it as they read the plan. */
export const scriptSchema = {
	kind: 'script',
	format: 1,
	records: { texts: sceneTextRecord },
	retired: [] as readonly string[]
} as const;
