import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { addScene } from '#lib/doc/commands/add-scene.ts';
import { moveStrips } from '#lib/doc/commands/move-strips.ts';
import { addShootDay } from '#lib/doc/commands/shoot-days.ts';
import { openPlan } from '#lib/doc/plan-document.ts';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { applyIntents, intentsOf, type Intent } from './intent.ts';

/** A plan whose local changes are noted as intents. */
function noted() {
	const doc = new Y.Doc();
	const notes: Intent[] = [];
	doc.on('afterTransaction', (transaction) => notes.push(...intentsOf(transaction)));
	return { doc, plan: openPlan(doc), notes };
}

describe('writing a change anew by its intent', () => {
	test('the same commands on another device give the same board', () => {
		const { doc, plan, notes } = noted();
		const dayId = addShootDay(plan);
		const first = addScene(plan, { number: '1', castIds: ['x' as never] }, null);
		const second = addScene(plan, { number: '2' }, null);
		moveStrips(plan, [second.stripId, first.stripId], { dayId, before: null });
		changeRow(plan, 'scenes', first.sceneId, { synopsis: 'At the pier', castIds: [] });
		const other = new Y.Doc();
		applyIntents(other, notes);
		for (const root of ['days', 'scenes', 'strips']) {
			expect(other.getMap(root).toJSON()).toEqual(doc.getMap(root).toJSON());
		}
		expect(other.getMap('strips').size).toBe(2);
	});

	test('a change to a row that is no longer there is left out, the others are written', () => {
		const doc = new Y.Doc();
		applyIntents(doc, [
			{ root: 'scenes', row: 'gone', field: 'synopsis', value: 'x' },
			{ root: 'scenes', row: 'new', field: null, value: { number: '3' } }
		]);
		expect(doc.getMap('scenes').toJSON()).toEqual({ new: { number: '3' } });
	});

	test('an entry of hours stays one value under its key, and is never taken back', () => {
		const { doc, notes } = noted();
		const entries = doc.getMap(ADDED_ONLY_ROOT);
		entries.set('e1.hash', { id: 'e1', end: '25:30' });
		const other = new Y.Doc();
		applyIntents(other, [...notes, { root: ADDED_ONLY_ROOT, row: 'e1.hash', field: null, value: undefined }]);
		expect(other.getMap(ADDED_ONLY_ROOT).get('e1.hash')).toEqual({ id: 'e1', end: '25:30' });
	});
});
