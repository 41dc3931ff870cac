import { describe, expect, it } from 'vitest';
import type { CharacterId, ElementId, ProductionId, SceneId } from '../../ids.ts';
import { newRow } from '../new-rows.ts';
import {
	characterRecord,
	elementRecord,
	productionRecord,
	sceneRecord,
	type Element,
	type Scene
} from '../records.ts';
import { byCategory, sameElements, scenesOfElements, suggestElements } from './elements.ts';
import { sceneEstimates, screenSeconds } from './estimates.ts';
import { readCast } from './read-cast.ts';

const character = (id: string, boardNumber: number | null, name: string, aliases: string[] = []) =>
	newRow(characterRecord, id as CharacterId, { boardNumber, name, aliases });
const CAST = [
	character('wan', 1, 'Lin Wan', ['Anna Lin']),
	character('gu', 4, 'Gu Chen'),
	character('he', 7, '何姨'),
	character('x', null, 'Doctor')
];

describe('cast as it is typed into a breakdown', () => {
	it.each([
		['1 4 7', ['wan', 'gu', 'he']],
		['1,4,7', ['wan', 'gu', 'he']],
		['１、４', ['wan', 'gu']],
		['gu chen; 何姨', ['gu', 'he']],
		['Anna Lin', ['wan']],
		['GuChen, 4', ['gu']],
		['1.4', ['wan', 'gu']]
	])('"%s" are people of the cast', (typed, ids) => {
		expect(readCast(typed, CAST)).toEqual({ ids, names: [], numbers: [] });
	});

	it('names nobody has are new characters, once each; numbers nobody has are said', () => {
		expect(readCast('1, Auntie, auntie , 99, Nurse Xu', CAST)).toEqual({
			ids: ['wan'],
			names: ['auntie', 'Nurse Xu'],
			numbers: [99]
		});
		expect(readCast(' , ;', CAST)).toEqual({ ids: [], names: [], numbers: [] });
	});
});

const element = (id: string, name: string, category: Element['category'] = 'props') =>
	newRow(elementRecord, id as ElementId, { name, category });
const scene = (values: Partial<Scene>) => newRow(sceneRecord, 's' as SceneId, values);
const ELEMENTS = [
	element('knife', 'Fruit knife'),
	element('knife2', 'fruit-knife', 'set-dressing'),
	element('car', 'Red car', 'vehicles'),
	element('card', 'Visitor card'),
	element('guests', 'Guests ×20', 'background')
];
const NEEDED = scenesOfElements([
	scene({ elementIds: ['knife', 'card'] as ElementId[] }),
	scene({ elementIds: ['card'] as ElementId[] }),
	scene({ elementIds: ['knife2'] as ElementId[], omitted: true })
]);

describe('elements', () => {
	it('stand in the order of the breakdown sheet: background before vehicles before props', () => {
		expect(byCategory(ELEMENTS).map(({ category }) => category)).toEqual([
			'background',
			'vehicles',
			'props',
			'set-dressing'
		]);
	});

	it('are offered by what was typed, the wanted category first, then by how many scenes need them', () => {
		const ids = (typed: string, category: Element['category'] = 'props') =>
			suggestElements(ELEMENTS, NEEDED, typed, category).map(({ id }) => id);
		expect(ids('')).toEqual(['card', 'knife']);
		expect(ids('car')).toEqual(['card', 'car']);
		expect(ids('car', 'vehicles')).toEqual(['car', 'card']);
		expect(ids('fruit')).toEqual(['knife', 'knife2']);
		expect(ids('umbrella')).toEqual([]);
	});

	it('written in two ways are found, the one that more scenes need first; an omitted scene needs nothing', () => {
		expect(sameElements(ELEMENTS, NEEDED).map((group) => group.map(({ id }) => id))).toEqual([
			['knife', 'knife2']
		]);
		expect(NEEDED.get('knife2' as ElementId)).toBeUndefined();
	});
});

describe('estimates of a scene', () => {
	const production = newRow(productionRecord, 'p' as ProductionId, { pageMinutes: 50, setupMinutes: 16 });
	const plain = { categories: [], child: false };

	it('11 eighths at 50 minutes a page are 69 minutes, and 83 seconds on screen', () => {
		const eleven = scene({ eighths: 11 });
		expect(sceneEstimates(eleven, production, plain)).toMatchObject({
			minutes: 69,
			basis: 'pages',
			withFactors: null
		});
		expect(screenSeconds(eleven)).toBe(83);
		expect(screenSeconds(scene({ eighths: 11, screenSeconds: 40 }))).toBe(40);
	});

	it('set-ups come before pages, and what was typed before both', () => {
		expect(sceneEstimates(scene({ eighths: 11, setups: 5 }), production, plain)).toMatchObject({
			minutes: 80,
			basis: 'set-ups'
		});
		expect(
			sceneEstimates(scene({ eighths: 11, setups: 5, estimateMinutes: 45 }), production, plain)
		).toMatchObject({ minutes: 45, basis: 'typed', setups: { minutes: 80 }, pages: { minutes: 69 } });
	});

	it('a night exterior with a fight, five of cast and a child is offered at three times its pages, not set', () => {
		const fight = scene({
			eighths: 8,
			intExt: 'ext',
			time: 'night',
			castIds: ['a', 'b', 'c', 'd', 'e'] as CharacterId[]
		});
		const reckoned = sceneEstimates(fight, production, { categories: ['stunts'], child: true });
		expect(reckoned.factors.map(({ why }) => why)).toEqual([
			'night-exterior',
			'action',
			'many-cast',
			'child'
		]);
		expect(reckoned).toMatchObject({ minutes: 50, withFactors: Math.round(50 * 1.25 * 1.5 * 1.2 * 1.3) });
	});

	it('an omitted scene takes no time', () => {
		expect(
			sceneEstimates(scene({ eighths: 0, time: 'night', intExt: 'ext' }), production, plain)
		).toMatchObject({
			minutes: 0,
			withFactors: null
		});
	});
});
