import { describe, expect, it } from 'vitest';
import { demoPlan } from '#lib/demo/demo-plan.ts';
import { day } from '../calendar/day-key.ts';
import type { ProductionId } from '../ids.ts';
import { newRow } from '../schedule/new-rows.ts';
import { emptyPlan, type Plan } from '../schedule/plan.ts';
import { productionRecord } from '../schedule/records.ts';
import { DISMISSED, startChecklist, type StartItem } from './start-checklist.ts';

const NOTHING = { members: null, callSheets: null };
const bare = emptyPlan(newRow(productionRecord, 'p' as ProductionId, { title: 'Rain' }));
const demo = demoPlan('B', 1, day('2026-11-22'));
const item = (plan: Plan, key: StartItem, facts: Parameters<typeof startChecklist>[1] = NOTHING) =>
	startChecklist(plan, facts).items.find((one) => one.key === key);

describe('the checklist of a start', () => {
	it('of a production with a title and nothing else has nothing done, and no minors to look after', () => {
		const list = startChecklist(bare, NOTHING);
		expect(list).toMatchObject({ done: 0, complete: false, open: true });
		expect(item(bare, 'minors')).toBeUndefined();
		expect(item(bare, 'planning-number')).toBeUndefined();
		expect(item(bare, 'dates')).toMatchObject({ have: 0, of: 3, where: 'settings' });
	});

	it('fills by itself: a production half shot has its script, cast, crew, places and dates', () => {
		for (const key of [
			'dates',
			'episodes',
			'scenes',
			'cast-named',
			'crew-listed',
			'places',
			'hospitals'
		] as const)
			expect([key, item(demo, key)?.done]).toEqual([key, true]);
		expect(item(demo, 'schedule')).toMatchObject({ done: false, have: 246, of: 260 });
		expect(item(demo, 'planning-number')?.done).toBe(true);
	});

	it('cast that nobody plays and sets at no location are counted', () => {
		const [someone] = demo.characters.values();
		const [somewhere] = demo.sets.values();
		const plan: Plan = {
			...demo,
			characters: new Map([...demo.characters, [someone!.id, { ...someone!, personId: null }]]),
			sets: new Map([...demo.sets, [somewhere!.id, { ...somewhere!, locationId: null }]])
		};
		expect(item(plan, 'cast-named')?.done).toBe(false);
		expect(item(plan, 'places')).toMatchObject({ done: false, have: demo.sets.size - 1 });
	});

	it('what no figure can tell is ticked by a person; what a figure tells is not', () => {
		const plan: Plan = {
			...bare,
			production: { ...bare.production, ticked: ['insurance', 'scenes', 'people-invited'] }
		};
		expect(item(plan, 'insurance')).toMatchObject({ done: true, by: 'person' });
		expect(item(plan, 'scenes')).toMatchObject({ done: false, by: 'figures' });
		expect(item(plan, 'people-invited')).toMatchObject({ done: true, by: 'person' });
		expect(item(plan, 'people-invited', { members: 1, callSheets: 0 })).toMatchObject({
			done: false,
			by: 'figures'
		});
		expect(item(plan, 'first-call', { members: 1, callSheets: 1 })?.done).toBe(true);
	});

	it('is shown no more once a person dismissed it', () => {
		const plan: Plan = { ...bare, production: { ...bare.production, ticked: [DISMISSED] } };
		expect(startChecklist(plan, NOTHING)).toMatchObject({ dismissed: true, open: false });
	});
});
