import { beforeEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import type { CharacterId, ElementId, ProductionId, SceneId, SetId } from '#lib/domain/ids.ts';
import { byId, newRow } from '#lib/domain/schedule/new-rows.ts';
import { characterRecord, productionRecord, sceneRecord, setRecord } from '#lib/domain/schedule/records.ts';
import { History } from '../history.ts';
import { openPlan, type PlanDocument } from '../plan-document.ts';
import { addCast, addElements, locateSet, mergeElements, removeElement } from './break-down.ts';
import { writePlan } from './write-plan.ts';

const one = 'scene-1' as SceneId;
const two = 'scene-2' as SceneId;
let plan: PlanDocument;
let history: History;
beforeEach(() => {
	plan = openPlan(new Y.Doc());
	writePlan(plan, {
		production: newRow(productionRecord, 'p' as ProductionId),
		scenes: byId([newRow(sceneRecord, one), newRow(sceneRecord, two)]),
		sets: byId([newRow(setRecord, 'quay' as SetId, { name: 'Quay' })]),
		characters: byId([newRow(characterRecord, 'wan' as CharacterId, { name: 'Lin Wan', boardNumber: 3 })])
	});
	history = new History(plan);
});
const elements = () => [...plan.tables.elements.rows().values()];
const namesOf = (id: SceneId) =>
	plan.tables.scenes.get(id)?.elementIds.map((element) => plan.tables.elements.get(element)?.name);

describe('elements of a scene', () => {
	it('are found by name in their category, whatever the case, and made when there are none', () => {
		expect(addElements(plan, one, 'props', ['Fruit knife', 'Suitcase', ' '])).toBe(2);
		expect(addElements(plan, two, 'props', ['fruit  KNIFE'])).toBe(1);
		expect(addElements(plan, two, 'props', ['Fruit knife'])).toBe(0);
		expect(addElements(plan, two, 'set-dressing', ['Fruit knife'])).toBe(1);
		expect(
			elements()
				.map(({ name, category }) => `${category} ${name}`)
				.sort()
		).toEqual(['props Fruit knife', 'props Suitcase', 'set-dressing Fruit knife']);
	});

	it('are taken off one scene and stay with the others; one undo brings an entry back', () => {
		addElements(plan, one, 'props', ['Suitcase']);
		addElements(plan, two, 'props', ['Suitcase']);
		expect(removeElement(plan, one, elements()[0]!.id)).toBe(true);
		expect([namesOf(one), namesOf(two)]).toEqual([[], ['Suitcase']]);
		expect(history.undo()).toEqual({ name: 'remove-element', count: 1 });
		expect(namesOf(one)).toEqual(['Suitcase']);
	});

	it('are merged in every scene with one undo', () => {
		addElements(plan, one, 'props', ['Knife']);
		addElements(plan, two, 'set-dressing', ['knife']);
		const [kept, gone] = elements().sort((a) => (a.category === 'props' ? -1 : 1));
		expect(mergeElements(plan, kept!.id, [gone!.id], 5)).toBe(1);
		expect([namesOf(one), namesOf(two)]).toEqual([['Knife'], ['Knife']]);
		expect(elements()).toHaveLength(1);
		expect(mergeElements(plan, kept!.id, [gone!.id, kept!.id, 'nothing' as ElementId], 5)).toBe(0);
		history.undo();
		expect(elements()).toHaveLength(2);
	});
});

describe('cast of a scene', () => {
	it('is added by number and name, and a new name becomes a character with the next number', () => {
		expect(addCast(plan, one, '3, Auntie He, 12')).toEqual([12]);
		const cast = plan.tables.scenes.get(one)!.castIds.map((id) => plan.tables.characters.get(id));
		expect(cast.map((who) => `${who?.boardNumber} ${who?.name}`).sort()).toEqual([
			'3 Lin Wan',
			'4 Auntie He'
		]);
		expect(addCast(plan, one, 'auntie he, 3')).toEqual([]);
		expect(plan.tables.characters.rows().size).toBe(2);
		history.undo();
		expect(plan.tables.scenes.get(one)!.castIds).toEqual([]);
	});
});

describe('a set', () => {
	it('is put at a location, which is made once', () => {
		const at = () => plan.tables.locations.get(plan.tables.sets.get('quay' as SetId)?.locationId ?? '')?.name;
		locateSet(plan, 'quay' as SetId, 'East Port');
		expect(at()).toBe('East Port');
		locateSet(plan, 'quay' as SetId, 'east port ');
		expect(plan.tables.locations.rows().size).toBe(1);
		locateSet(plan, 'quay' as SetId, '');
		expect(at()).toBeUndefined();
	});
});
