import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { LocationId, PersonId, SetId } from '#lib/domain/ids.ts';
import { markDays } from './commands/availability.ts';
import { addPerson } from './commands/people.ts';
import { addLocation, addSet, assignSets, mergeSets, removeLocation, removeSet } from './commands/places.ts';
import { changeContact, changePlaceContact } from './commands/private.ts';
import { addScene } from './commands/add-scene.ts';
import { contactsOf, placeContactsOf } from './contacts.ts';
import { History } from './history.ts';
import { openPlan, openPrivate } from './plan-document.ts';

const AWAY = { kind: 'away', fromAt: null, toAt: null, note: '' } as const;
const both = (a: Y.Doc, b: Y.Doc): void => {
	const [fromA, fromB] = [Y.encodeStateAsUpdate(a), Y.encodeStateAsUpdate(b)];
	Y.applyUpdate(a, fromB, 'remote');
	Y.applyUpdate(b, fromA, 'remote');
};

test('sets go to a location several at once, and one undo brings them all back', () => {
	const plan = openPlan(new Y.Doc());
	const history = new History(plan);
	const sets = ['Salon', 'Lobby', 'Stairs'].map((name) => addSet(plan, name, null));
	const villa = addLocation(plan, { name: 'Villa' });
	expect(assignSets(plan, sets, villa)).toBe(3);
	expect(assignSets(plan, sets, villa)).toBe(0);
	expect([...plan.tables.sets.rows().values()].every(({ locationId }) => locationId === villa)).toBe(true);
	expect(history.undo()).toEqual({ name: 'assign-sets', count: 3 });
	expect([...plan.tables.sets.rows().values()].every(({ locationId }) => locationId === null)).toBe(true);
	expect(assignSets(plan, sets, 'nowhere' as LocationId)).toBe(0);
});

test('merging two sets moves the scenes and keeps the location; undo parts them again', () => {
	const plan = openPlan(new Y.Doc());
	const history = new History(plan);
	const villa = addLocation(plan, { name: 'Villa' });
	const [keep, gone] = [addSet(plan, 'Villa salon', null), addSet(plan, 'VILLA – SALON', villa)];
	const { sceneId } = addScene(plan, { setId: gone }, null);
	expect(mergeSets(plan, keep, gone, 1)).toBe(1);
	expect(plan.tables.scenes.get(sceneId)?.setId).toBe(keep);
	expect(plan.tables.sets.get(keep)?.locationId).toBe(villa);
	expect([...plan.tables.sets.rows().keys()]).toEqual([keep]);
	history.undo();
	expect(plan.tables.scenes.get(sceneId)?.setId).toBe(gone);
	expect(plan.tables.sets.rows().size).toBe(2);
	expect(mergeSets(plan, keep, keep, 1)).toBeNull();
	expect(mergeSets(plan, keep, 'none' as SetId, 1)).toBeNull();
});

test('a location that goes leaves its sets; a set with scenes stays', () => {
	const plan = openPlan(new Y.Doc());
	const villa = addLocation(plan, { name: 'Villa' });
	const [salon, lobby] = [addSet(plan, 'Salon', villa), addSet(plan, 'Lobby', villa)];
	addScene(plan, { setId: salon }, null);
	expect(removeLocation(plan, villa, 1)).toBe(true);
	expect(plan.tables.sets.get(salon)?.locationId).toBeNull();
	expect(removeSet(plan, salon, 1)).toBe(false);
	expect(removeSet(plan, lobby, 1)).toBe(true);
});

test('days are marked and taken off, each one step of undo', () => {
	const plan = openPlan(new Y.Doc());
	const history = new History(plan);
	const personId = addPerson(plan, { name: 'Ma Yue' });
	const days = (from: number, to: number) => ({ from: day(`2026-11-${from}`), to: day(`2026-11-${to}`) });
	markDays(plan, { personId }, days(10, 14), AWAY, 1);
	markDays(plan, { personId }, days(12, 12), null, 1);
	const spans = () =>
		[...plan.tables.availability.rows().values()].map(({ from, to }) => `${from}–${to}`).sort();
	expect(spans()).toEqual(['2026-11-10–2026-11-11', '2026-11-13–2026-11-14']);
	history.undo();
	expect(spans()).toEqual(['2026-11-10–2026-11-14']);
	expect(markDays(plan, { personId }, days(20, 21), null, 1)).toBe(false);
});

test('two producers who write down different things about one person offline both keep them', () => {
	const [a, b] = [openPrivate(new Y.Doc()), openPrivate(new Y.Doc())];
	const ma = 'ma' as PersonId;
	changeContact(a, ma, { phone: '138 0000 0001' });
	changeContact(b, ma, { emergencyPhone: '139 0000 0002', food: 'no pork' });
	both(a.doc, b.doc);
	const read = (document: typeof a) => contactsOf(document.tables.contacts.rows().values()).get(ma);
	expect(read(a)).toMatchObject({ phone: '138 0000 0001', emergencyPhone: '139 0000 0002', food: 'no pork' });
	expect(read(b)).toEqual(read(a));
	changeContact(b, ma, { phone: '138 0000 0009' });
	both(a.doc, b.doc);
	expect(read(a)?.phone).toBe('138 0000 0009');
	changeContact(a, ma, { phone: '' });
	expect(read(a)?.phone).toBe('');
});

test('whom to call about a place is kept under the place', () => {
	const document = openPrivate(new Y.Doc());
	changePlaceContact(document, 'villa' as LocationId, { name: 'Mr Zhou' });
	changePlaceContact(document, 'villa' as LocationId, { phone: '021 5555 0001' });
	expect(placeContactsOf(document.tables.places.rows().values()).get('villa' as LocationId)).toMatchObject({
		name: 'Mr Zhou',
		phone: '021 5555 0001'
	});
});
