import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { writePlan } from '#lib/doc/commands/write-plan.ts';
import { openPlan } from '#lib/doc/plan-document.ts';
import type { CharacterId, ProductionId, SceneId } from '#lib/domain/ids.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { byId, newRow } from '#lib/domain/schedule/new-rows.ts';
import { productionRecord, sceneRecord } from '#lib/domain/schedule/records.ts';
import { newId } from '../auth/tokens.ts';
import { Replay } from '../jobs/replay.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

let house: House;
let mei: Person;
let li: Person;
let production: string;
const scene = newId() as SceneId;
const lead = newId() as CharacterId;

const history = async (who: Person, row = scene, table = 'scenes') =>
	who.expect(200, 'GET', `/api/productions/${production}/history?table=${table}&row=${row}`);

beforeAll(async () => {
	house = await openHouse();
	mei = await house.person('Mei');
	production = await house.production(mei);
	li = await house.member(mei, production, 'planner');
	const mine = mei.open(documentName(production, 'plan'));
	await until('the plan is open', () => mine.provider.synced);
	writePlan(openPlan(mine.doc), {
		production: newRow(productionRecord, production as ProductionId, { title: 'Rain' }),
		scenes: byId([newRow(sceneRecord, scene, { number: '1-1', synopsis: 'She waits.' })])
	});
	const theirs = li.open(documentName(production, 'plan'));
	await until('Li has the scene', () => openPlan(theirs.doc).tables.scenes.get(scene));
	changeRow(openPlan(theirs.doc), 'scenes', scene, { synopsis: 'She waits for the ferry.', setups: 3 });
	await until('Mei has it', () => openPlan(mine.doc).tables.scenes.get(scene)?.setups === 3);
	changeRow(openPlan(mine.doc), 'scenes', scene, { castIds: [lead] });
	changeRow(openPlan(mine.doc), 'scenes', newId(), { setups: 9 });
	await until('it is in the log', async () => (await history(mei)).changes.length === 4);
});
afterAll(() => house.close());

test('the history of a scene says who changed which field, from what to what, newest first', async () => {
	const { changes, more } = await history(li);
	expect(more).toBe(false);
	expect(changes.map(({ at: _at, ...change }: { at: number }) => change)).toEqual([
		{ kind: 'set', field: 'castIds', before: [], after: [lead], userId: mei.id, name: 'Mei 1' },
		{ kind: 'set', field: 'setups', after: 3, userId: li.id, name: 'planner 2' },
		{
			kind: 'set',
			field: 'synopsis',
			before: 'She waits.',
			after: 'She waits for the ferry.',
			userId: li.id,
			name: 'planner 2'
		},
		{ kind: 'made', userId: mei.id, name: 'Mei 1' }
	]);
	expect(changes.every(({ at }: { at: number }) => at > 1e12)).toBe(true);
});

test('a row nobody made has no history', async () => {
	expect(await history(mei, newId() as SceneId)).toEqual({ changes: [], more: false });
});

test('crew, viewers and strangers read no history', async () => {
	const path = `/api/productions/${production}/history?table=scenes&row=${scene}`;
	expect(await (await house.member(mei, production, 'crew')).refused('GET', path)).toBe('403 no-right');
	expect(await (await house.member(mei, production, 'viewer')).refused('GET', path)).toBe('403 no-right');
	expect(await (await house.person('Somebody')).refused('GET', path)).toBe('404 not-found');
	expect(await house.stranger().refused('GET', path)).toBe('401 signed-out');
});

test('a table or a row that can’t be is refused by name', async () => {
	const path = `/api/productions/${production}/history`;
	for (const query of ['', '?table=hours&row=x', '?table=__proto__&row=x', '?table=scenes&row=..%2Fx'])
		expect(await mei.refused('GET', path + query)).toBe('400 field');
});

test('a log of 10,000 changes is replayed once, and then only what is new', () => {
	const doc = new Y.Doc();
	const plan = openPlan(doc);
	const rows: { seq: number; user: string; at: number; bytes: Uint8Array }[] = [];
	doc.on('update', (bytes: Uint8Array) =>
		rows.push({ seq: rows.length + 1, user: `u${rows.length % 3}`, at: rows.length, bytes })
	);
	const scenes = Array.from({ length: 260 }, (_, n) =>
		newRow(sceneRecord, newId() as SceneId, { number: String(n) })
	);
	writePlan(plan, {
		production: newRow(productionRecord, newId() as ProductionId),
		scenes: byId(scenes)
	});
	for (let n = 1; n < 10_000; n++)
		changeRow(plan, 'scenes', scenes[n % 260]!.id, { synopsis: `Version ${n}`, setups: n });
	const replay = new Replay();
	replay.go(rows);
	expect(replay.of('scenes', scenes[1]!.id).filter(({ kind }) => kind === 'set').length).toBe(2 * 39);
	const upTo = replay.seq;
	replay.go([]);
	expect([upTo, replay.seq]).toEqual([rows.length, rows.length]);
});
