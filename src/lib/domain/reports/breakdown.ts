import type { Plan } from '../schedule/plan.ts';
import type { SheetColumn } from '../scripts/sheet-columns.ts';
import { inBoardOrder, inScriptOrder, sceneColumns } from './scene-columns.ts';
import { tableOf, type ReportTable } from './table.ts';

/**
 * The breakdown: a row a scene, in script order, with everything a breakdown sheet has (field guide 1.2). Columns
 * are those `readSheet` knows, so a breakdown that goes out comes in again equal. Omitted scenes keep their row.
 */
export function breakdownTable(plan: Plan): ReportTable<SheetColumn> {
	const { number, episode, where, people, needs } = sceneColumns(plan);
	return tableOf('breakdown', inScriptOrder(plan), [
		episode,
		number,
		...where,
		{ key: 'pages', kind: 'eighths', width: 8, of: (scene) => (scene.omitted ? null : scene.eighths) },
		{ key: 'minutes', kind: 'minutes', width: 9, ifAny: true, of: (scene) => scene.estimateMinutes },
		{ key: 'setups', kind: 'number', width: 8, ifAny: true, of: (scene) => scene.setups },
		{ key: 'seconds', kind: 'seconds', width: 9, ifAny: true, of: (scene) => scene.screenSeconds },
		{ key: 'script-page', kind: 'text', width: 9, ifAny: true, of: (scene) => scene.scriptPage },
		{ key: 'script-day', kind: 'text', width: 9, ifAny: true, of: (scene) => scene.scriptDay },
		{ key: 'sequence', kind: 'text', width: 12, ifAny: true, of: (scene) => scene.sequence },
		{ key: 'unit', kind: 'text', width: 7, ifAny: true, of: (scene) => scene.unit },
		people,
		...needs,
		{
			key: 'status',
			kind: 'word',
			width: 10,
			ifAny: true,
			of: (scene) => (scene.omitted ? 'omitted' : null)
		},
		{ key: 'notes', kind: 'text', width: 30, ifAny: true, of: (scene) => scene.notes },
		{ key: 'comments', kind: 'text', width: 30, ifAny: true, of: (scene) => scene.comments }
	]);
}

/** The cast by number on the board: what numbers in other sheets stand for. */
export const castTable = (plan: Plan): ReportTable<SheetColumn> =>
	tableOf('cast', inBoardOrder([...plan.characters.values()]), [
		{ key: 'cast-number', kind: 'number', width: 14, of: (character) => character.boardNumber },
		{ key: 'cast-name', kind: 'text', width: 30, of: (character) => character.name }
	]);
