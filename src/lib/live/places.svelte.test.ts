import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addScene } from '#lib/doc/commands/add-scene.ts';
import { moveStrips } from '#lib/doc/commands/move-strips.ts';
import { addShootDay, removeShootDay } from '#lib/doc/commands/shoot-days.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import { LivePlan } from './plan.svelte.ts';

test('a strip moved onto a day that a colleague takes off the board lies in the boneyard, and comes back with the day', () => {
	const [mine, theirs] = [new LivePlan(new Y.Doc()), new LivePlan(new Y.Doc())];
	const sync = (): void => {
		const [a, b] = [mine.document.doc, theirs.document.doc];
		Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
		Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
	};
	const dayId = addShootDay(mine.document, day('2026-11-20'));
	const { stripId } = addScene(mine.document, { number: '1' });
	sync();
	moveStrips(mine.document, [stripId], { dayId, before: null });
	removeShootDay(theirs.document, dayId, 5);
	sync();
	for (const { places } of [mine, theirs]) {
		expect(places.on(null)).toEqual([stripId]);
		expect(places.on(dayId)).toEqual([]);
	}
	theirs.undo();
	sync();
	for (const { places } of [mine, theirs]) expect(places.on(dayId)).toEqual([stripId]);
});
