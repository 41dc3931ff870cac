import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { CharacterId, ProductionId, SceneId, ShootDayId, StripId } from '#lib/domain/ids.ts';
import type { Production, Scene, ShootDay, Strip } from '#lib/domain/schedule/records.ts';
import { addShootDay, addShootDays, removeShootDay } from './commands/shoot-days.ts';
import { addBanner, removeBanner } from './commands/add-scene.ts';
import { nameSceneSet } from './commands/set-place.ts';
import { changeRow } from './commands/change-row.ts';
import { markPartial, markStrips } from './commands/mark-strip.ts';
import { moveStrips } from './commands/move-strips.ts';
import { writePlan } from './commands/write-plan.ts';
import { ReadOnlyDocument } from './command.ts';
import { History } from './history.ts';
import { newId, isId } from './id.ts';
import { openPlan, productionOf, readPlan, type PlanDocument } from './plan-document.ts';
import { readRow } from './table.ts';
import { planSchema } from './schema/plan.ts';

const id = <I extends string>(text: string): I => text.padEnd(22, '0') as I;
const blank = <K extends keyof typeof planSchema.records>(key: K, rowId: string, values: object) =>
	({ ...readRow(planSchema.records[key], rowId, new Map()), ...values }) as never;

/** A board of two days with strips a–d on the first, in that order. */
function board(): PlanDocument {
	const plan = openPlan(new Y.Doc());
	const production: Production = blank('productions', id('p'), {
		title: 'Harbour',
		shootsOn: day('2026-11-10')
	});
	const days = new Map<ShootDayId, ShootDay>(
		[1, 2].map((n) => [id(`day${n}`), blank('days', id(`day${n}`), { date: day(`2026-11-1${n}`) })])
	);
	const scenes = new Map<SceneId, Scene>(
		['a', 'b', 'c', 'd'].map((n) => [
			id(`scene-${n}`),
			blank('scenes', id(`scene-${n}`), { number: n, eighths: 8 })
		])
	);
	const strips = new Map<StripId, Strip>(
		['a', 'b', 'c', 'd'].map((n, i) => [
			id(`strip-${n}`),
			blank('strips', id(`strip-${n}`), {
				sceneId: id(`scene-${n}`),
				place: { dayId: id('day1'), order: `a${i}` }
			})
		])
	);
	writePlan(plan, { production, days, scenes, strips });
	return plan;
}

const strip = (letter: string): StripId => id(`strip-${letter}`);
const lying = (plan: PlanDocument, dayId: string | null): string =>
	[...plan.tables.strips.rows().values()]
		.filter(({ place }) => place.dayId === dayId)
		.sort((a, b) =>
			a.place.order < b.place.order ? -1 : a.place.order > b.place.order ? 1 : a.id < b.id ? -1 : 1
		)
		.map(({ id: stripId }) => stripId.replace('strip-', '').slice(0, 1))
		.join('');
const sync = (...docs: Y.Doc[]): void => {
	for (const from of docs)
		for (const to of docs) if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
};
const copy = (plan: PlanDocument): PlanDocument => {
	const doc = new Y.Doc();
	Y.applyUpdate(doc, Y.encodeStateAsUpdate(plan.doc));
	return openPlan(doc);
};

describe('rows of a document', () => {
	test('opening a plan that has not arrived writes nothing', () => {
		const doc = new Y.Doc();
		const plan = openPlan(doc);
		expect(readPlan(plan)).toBeNull();
		expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(new Y.Doc()));
	});

	test('a damaged field is read as its default and the rest of the row as written', () => {
		const plan = board();
		const stored = plan.doc.getMap<Y.Map<unknown>>('scenes').get(id('scene-a')) as Y.Map<unknown>;
		plan.doc.transact(() => {
			stored.set('eighths', 'a lot');
			stored.set('castIds', 17);
			stored.set('intExt', 'underwater');
		});
		expect(plan.tables.scenes.get(id('scene-a'))).toMatchObject({
			eighths: 1,
			castIds: [],
			intExt: null,
			number: 'a'
		});
	});

	test('a field that only a newer Daybreak knows survives an edit of an older one', () => {
		const plan = board();
		const stored = plan.doc.getMap<Y.Map<unknown>>('scenes').get(id('scene-a')) as Y.Map<unknown>;
		plan.doc.transact(() => stored.set('moodboard', 'blue'));
		changeRow(plan, 'scenes', id('scene-a'), { synopsis: 'She opens the letter' });
		expect(stored.get('moodboard')).toBe('blue');
	});

	test('a row stays the same object until one of its own fields changes', () => {
		const plan = board();
		const [a, b] = [plan.tables.scenes.get(id('scene-a')), plan.tables.scenes.get(id('scene-b'))];
		changeRow(plan, 'scenes', id('scene-b'), { synopsis: 'x' });
		expect(plan.tables.scenes.get(id('scene-a'))).toBe(a);
		expect(plan.tables.scenes.get(id('scene-b'))).not.toBe(b);
	});

	test('two planners who add different cast to one scene offline both keep theirs', () => {
		const one = board();
		const two = copy(one);
		changeRow(one, 'scenes', id('scene-a'), { castIds: [id<CharacterId>('lin')] });
		changeRow(two, 'scenes', id('scene-a'), { castIds: [id<CharacterId>('zhao')] });
		sync(one.doc, two.doc);
		expect(one.tables.scenes.get(id('scene-a'))?.castIds).toEqual([id('lin'), id('zhao')]);
		expect(two.tables.scenes.get(id('scene-a'))).toEqual(one.tables.scenes.get(id('scene-a')));
	});

	test('two planners who type into different fields of one scene both keep theirs', () => {
		const one = board();
		const two = copy(one);
		changeRow(one, 'scenes', id('scene-a'), { synopsis: 'At the pier' });
		changeRow(two, 'scenes', id('scene-a'), { eighths: 11 });
		sync(one.doc, two.doc);
		expect(two.tables.scenes.get(id('scene-a'))).toMatchObject({ synopsis: 'At the pier', eighths: 11 });
	});

	test('a plan of a newer format is shown and not changed', () => {
		const plan = board();
		plan.doc.getMap('meta').set('format', 2);
		expect(() => moveStrips(plan, [strip('a')], { dayId: id('day2'), before: null })).toThrow(
			ReadOnlyDocument
		);
		expect(lying(plan, id('day1'))).toBe('abcd');
	});

	test('ids have 22 characters and do not repeat', () => {
		const ids = Array.from({ length: 1000 }, () => newId());
		expect(ids.every(isId)).toBe(true);
		expect(new Set(ids).size).toBe(1000);
	});
});

describe('moving strips', () => {
	test('strips go before the strip they are dropped on and keep their order', () => {
		const plan = board();
		expect(moveStrips(plan, [strip('c'), strip('d')], { dayId: id('day1'), before: strip('a') })).toBe(2);
		expect(lying(plan, id('day1'))).toBe('cdab');
	});

	test('a locked strip stays where it is', () => {
		const plan = board();
		changeRow(plan, 'strips', strip('b'), { locked: true });
		expect(moveStrips(plan, [strip('a'), strip('b')], { dayId: id('day2'), before: null })).toBe(1);
		expect([lying(plan, id('day1')), lying(plan, id('day2'))]).toEqual(['bcd', 'a']);
	});

	test('the same strip moved by two planners to two days lies on one of them, the same for both', () => {
		const one = board();
		const two = copy(one);
		moveStrips(one, [strip('a')], { dayId: id('day2'), before: null });
		moveStrips(two, [strip('a')], { dayId: null, before: null });
		sync(one.doc, two.doc);
		expect(lying(one, id('day2')).length + lying(one, null).length).toBe(1);
		expect(lying(one, id('day2'))).toBe(lying(two, id('day2')));
	});

	test('strips inserted at the same place offline by two planners are all there in one order', () => {
		const one = board();
		const two = copy(one);
		moveStrips(one, [strip('a')], { dayId: id('day2'), before: null });
		moveStrips(two, [strip('b')], { dayId: id('day2'), before: null });
		sync(one.doc, two.doc);
		expect(lying(one, id('day2'))).toBe(lying(two, id('day2')));
		moveStrips(one, [strip('c')], { dayId: id('day2'), before: strip('b') });
		expect(lying(one, id('day2'))).toHaveLength(3);
	});

	test('a strip moved onto a day that another planner takes off the board is found in the boneyard', () => {
		const one = board();
		const two = copy(one);
		moveStrips(one, [strip('a')], { dayId: id('day2'), before: null });
		removeShootDay(two, id('day2'), 5);
		sync(one.doc, two.doc);
		expect(moveStrips(one, [strip('b')], { dayId: null, before: strip('a') })).toBe(1);
		expect(lying(one, null)).toBe('b');
	});

	test('taking a day off the board puts its strips into the boneyard in their order', () => {
		const plan = board();
		expect(removeShootDay(plan, id('day1'), 5)).toBe(4);
		expect(lying(plan, null)).toBe('abcd');
		expect(plan.tables.days.rows().size).toBe(1);
	});

	test('new shoot days follow the last one, on working days that no shoot day has', () => {
		const plan = board();
		expect(plan.tables.days.get(addShootDay(plan))?.date).toBe('2026-11-13');
		changeRow(plan, 'productions', id('p'), { restWeekdays: [6, 7] });
		const added = addShootDays(plan, 2, day('2026-11-11'));
		expect(added.map((one) => plan.tables.days.get(one)?.date)).toEqual(['2026-11-16', '2026-11-17']);
	});

	test('a set typed by name is the one of that name, in whatever letters, or a new one', () => {
		const plan = board();
		nameSceneSet(plan, id('scene-a'), 'Villa Salon');
		nameSceneSet(plan, id('scene-b'), ' villa salon ');
		expect(plan.tables.scenes.get(id('scene-b'))?.setId).toBe(plan.tables.scenes.get(id('scene-a'))?.setId);
		nameSceneSet(plan, id('scene-b'), '');
		expect(plan.tables.scenes.get(id('scene-b'))?.setId).toBeNull();
		expect(plan.tables.sets.rows().size).toBe(1);
	});

	test('a company move gets the minutes the production gives it', () => {
		const plan = board();
		const banner = addBanner(plan, id('day1'), 'move', 'To the harbour');
		expect(plan.tables.strips.get(banner)).toMatchObject({ kind: 'banner', bannerKind: 'move', minutes: 75 });
		expect(removeBanner(plan, strip('a'), 5)).toBe(false);
		expect(removeBanner(plan, banner, 5)).toBe(true);
		expect(lying(plan, id('day1'))).toBe('abcd');
	});
});

describe('marking strips', () => {
	test('a partial keeps what was shot and leaves the rest in the boneyard', () => {
		const plan = board();
		const rest = markPartial(plan, strip('a'), 3, 40);
		expect(plan.tables.strips.get(strip('a'))).toMatchObject({
			status: 'partial',
			part: 1,
			eighths: 5,
			actualMinutes: 40
		});
		expect(plan.tables.strips.get(rest ?? '')).toMatchObject({ part: 2, eighths: 3, status: 'todo' });
		expect(plan.tables.strips.get(rest ?? '')?.place.dayId).toBeNull();
	});

	test('several strips are marked by one command and undone by one undo', () => {
		const plan = board();
		const history = new History(plan);
		markStrips(plan, [strip('a'), strip('b')], 'shot', 30);
		expect(history.undoable).toEqual({ name: 'mark-shot', count: 2 });
		history.undo();
		expect(plan.tables.strips.get(strip('b'))).toMatchObject({ status: 'todo', actualMinutes: null });
	});
});

describe('undo', () => {
	test('undo takes back own moves only, and redo does them again', () => {
		const one = board();
		const two = copy(one);
		const history = new History(one);
		moveStrips(one, [strip('a')], { dayId: id('day2'), before: null });
		moveStrips(two, [strip('b')], { dayId: id('day2'), before: null });
		sync(one.doc, two.doc);
		expect(history.undo()).toEqual({ name: 'move-strips', count: 1 });
		expect([lying(one, id('day1')), lying(one, id('day2'))]).toEqual(['acd', 'b']);
		expect(history.undo()).toBeNull();
		history.redo();
		expect(lying(one, id('day2'))).toContain('a');
	});

	test('undo leaves a field that somebody else has changed since', () => {
		const one = board();
		const two = copy(one);
		const history = new History(one);
		changeRow(one, 'scenes', id('scene-a'), { synopsis: 'mine' });
		sync(one.doc, two.doc);
		changeRow(two, 'scenes', id('scene-a'), { synopsis: 'theirs' });
		sync(one.doc, two.doc);
		history.undo();
		expect(one.tables.scenes.get(id('scene-a'))?.synopsis).toBe('theirs');
	});

	test('one undo takes a whole import back', () => {
		const plan = openPlan(new Y.Doc());
		const history = new History(plan);
		writePlan(plan, { production: blank('productions', id<ProductionId>('p'), { title: 'x' }) });
		expect(productionOf(plan)?.title).toBe('x');
		history.undo();
		expect(productionOf(plan)).toBeNull();
	});
});
