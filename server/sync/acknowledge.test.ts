import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentName } from '#lib/domain/people/permissions.ts';
import { opened, read, set, updates } from '../testing/documents.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';
import { restored } from '../testing/restored.ts';
import type { Wire } from '../testing/wire-client.ts';

/** What is told while a commit is under way: the disk is held up by another writer for as long as a test wants. */
let house: House;
let mei: Person;
let production: string;
let plan: string;
beforeAll(async () => {
	house = await openHouse({}, restored);
	mei = await house.person('Mei');
	production = await house.production(mei);
	plan = documentName(production, 'plan');
});
afterAll(() => house.close());

/** Nothing gets to disk from `hold` to `letGo`. */
const disk = {
	by: null as DatabaseSync | null,
	hold(): void {
		this.by = new DatabaseSync(join(house.dataDir, 'log.sqlite'));
		this.by.exec('BEGIN IMMEDIATE');
	},
	letGo(): void {
		this.by?.close();
		this.by = null;
	}
};
afterEach(() => disk.letGo());

/** Resolves when the server has dealt with all that this wire has said, as far as it can: it answers in order. */
async function heardOut(wire: Wire): Promise<void> {
	const before = wire.records.length;
	wire.askRecord(1);
	await until('it has answered', () => wire.records.length > before);
}

const open = async (): Promise<Wire> => {
	const wire = await opened(mei, plan);
	await until('it has begun', () => wire.acknowledged === 1);
	return wire;
};
const board = async (): Promise<Record<string, unknown>> => (await read(mei, plan)).getMap('scenes').toJSON();

test('a tablet that comes back while the disk is slow is not told “synced” for what the disk has not taken yet', async () => {
	const [before, after] = [await open(), await open()];
	disk.hold();
	const change = set('twice');
	before.update(change);
	await heardOut(before);
	after.update(change);
	await heardOut(after);
	expect([before.acknowledged, after.acknowledged]).toEqual([1, 1]);
	expect(await board()).toEqual({});
	disk.letGo();
	await until('both are told', () => before.acknowledged === 2 && after.acknowledged === 2);
	expect(await board()).toHaveProperty('twice');
});

test('what repeats a change that is on disk is acknowledged at once, and nothing before it is left behind', async () => {
	const [one, other] = [await open(), await open()];
	const known = set('known');
	one.update(known);
	await until('it is on disk', () => one.acknowledged === 2);
	other.update(known);
	await until('it is told so', () => other.acknowledged === 2);
	disk.hold();
	const fresh = set('fresh');
	one.update(fresh);
	await heardOut(one);
	other.update(fresh);
	other.update(known);
	other.update(set('last'));
	await heardOut(other);
	expect(other.acknowledged).toBe(2);
	disk.letGo();
	await until('all of it is told', () => other.acknowledged === 5 && one.acknowledged === 3);
});

test('a deletion that is repeated while the disk is slow waits for the disk as well', async () => {
	const [one, other] = [await open(), await open()];
	const doc = new Y.Doc();
	const [made, deleted] = updates((doc) => {
		doc.getMap('scenes').set('cut', 1);
		doc.getMap('scenes').delete('cut');
	}, doc) as [Uint8Array, Uint8Array];
	one.update(made);
	await until('it is on disk', () => one.acknowledged === 2);
	disk.hold();
	one.update(deleted);
	await heardOut(one);
	other.update(deleted);
	await heardOut(other);
	expect(other.acknowledged).toBe(1);
	disk.letGo();
	await until('it is told', () => other.acknowledged === 2);
});

test('a newcomer is asked and answered by what is on disk, whatever is on its way there', async () => {
	const wire = await open();
	disk.hold();
	const doc = new Y.Doc();
	for (const update of updates((doc) => doc.getMap('scenes').set('on its way', 1), doc)) wire.update(update);
	await heardOut(wire);
	const newcomer = await opened(mei, plan);
	expect(Y.decodeStateVector(newcomer.serverVector as Uint8Array).has(doc.clientID)).toBe(false);
	expect(await board()).not.toHaveProperty('on its way');
	await heardOut(newcomer);
	const told = newcomer.records.at(-1)?.last;
	disk.letGo();
	await until('it is on disk', () => wire.acknowledged === 2);
	expect(told).toBe(wire.seq - 1);
	await until('everybody hears of it', () =>
		newcomer.updates.some((update) => Y.parseUpdateMeta(update).to.has(doc.clientID))
	);
});

test('what comes again after a restore is not acknowledged while another tablet’s copy of it is on its way to disk', async () => {
	const [one, other] = [await open(), await open()];
	disk.hold();
	const change = set('brought back');
	one.again(change);
	await heardOut(one);
	other.again(change);
	await heardOut(other);
	expect([one.acknowledged, other.acknowledged]).toEqual([1, 1]);
	disk.letGo();
	await until('both are told', () => one.acknowledged === 2 && other.acknowledged === 2);
});

test('of parts that come again and cannot be taken, each is refused: none is called synced for having been sent first', async () => {
	const wire = await open();
	const doc = new Y.Doc();
	const [, second, third] = updates((doc) => {
		for (const value of [1, 2, 3]) doc.getMap('scenes').set('part', value);
	}, doc) as [Uint8Array, Uint8Array, Uint8Array];
	wire.again(second);
	wire.again(third);
	await heardOut(wire);
	expect(wire.acknowledged).toBe(1);
	// Not an update at all: with it the whole can't be read.
	wire.again(new Uint8Array([1, 1, 1]));
	await until('they are refused', () => wire.refusals.length === 3);
	expect(wire.refusals.map(({ which }) => which)).toEqual([2, 3, 4]);
	expect(await board()).not.toHaveProperty('part');
});

test('changes of one tablet that come over two connections by turns are all there, in rows without a hole', async () => {
	const [one, other] = [await open(), await open()];
	const doc = new Y.Doc();
	const [first, second, third] = updates((doc) => {
		for (const value of [1, 2, 3]) doc.getMap('scenes').set(`by turns ${value}`, value);
	}, doc) as [Uint8Array, Uint8Array, Uint8Array];
	disk.hold();
	// What comes from here on waits for the next commit, all of it together.
	one.update(set('under way'));
	await heardOut(one);
	one.update(first);
	await heardOut(one);
	other.update(second);
	await heardOut(other);
	one.update(third);
	await heardOut(one);
	disk.letGo();
	await until('all is on disk', () => one.acknowledged === 4 && other.acknowledged === 2);
	const newcomer = await opened(mei, plan);
	expect(Y.decodeStateVector(newcomer.serverVector as Uint8Array).get(doc.clientID)).toBe(3);
	expect(await board()).toMatchObject({ 'by turns 1': 1, 'by turns 2': 2, 'by turns 3': 3 });
	const log = new DatabaseSync(join(house.dataDir, 'log.sqlite'), { readOnly: true });
	const rows = log.prepare('SELECT bytes FROM updates WHERE production = ?').all(production);
	log.close();
	const holes = rows.flatMap(({ bytes }) =>
		Y.decodeUpdate(bytes as Uint8Array).structs.filter((struct) => struct instanceof Y.Skip)
	);
	expect(holes).toEqual([]);
});

test('what a tablet typed before it said what it has is not acknowledged because another connection brings the same', async () => {
	const doc = new Y.Doc();
	const [first, second] = updates((doc) => {
		doc.getMap('scenes').set('held 1', 1);
		doc.getMap('scenes').set('held 2', 2);
	}, doc) as [Uint8Array, Uint8Array];
	const late = mei.wire(plan);
	await until('the socket is open', () => late.socket.readyState === late.socket.OPEN);
	late.step1();
	await until('the first sync is answered', () => late.synced);
	// It leans on what comes with the answer to the server's step 1, so it is kept apart.
	late.update(second);
	await heardOut(late);
	const other = await open();
	disk.hold();
	other.update(Y.mergeUpdates([first, second]));
	await heardOut(other);
	late.step2(first);
	await heardOut(late);
	expect([late.acknowledged, other.acknowledged]).toEqual([0, 1]);
	disk.letGo();
	await until('both are told', () => late.acknowledged === 2 && other.acknowledged === 2);
});

test('what two people change in one commit stands in two rows, each person’s own changes in one', async () => {
	const li = await house.member(mei, production, 'planner');
	const one = await open();
	const other = await opened(li, plan);
	await until('it has begun', () => other.acknowledged === 1);
	disk.hold();
	one.update(set('under way'));
	await heardOut(one);
	for (const n of [1, 2, 3]) {
		one.update(set(`of Mei ${n}`));
		await heardOut(one);
		other.update(set(`of Li ${n}`));
		await heardOut(other);
	}
	disk.letGo();
	await until('all is on disk', () => one.acknowledged === 5 && other.acknowledged === 4);
	const log = new DatabaseSync(join(house.dataDir, 'log.sqlite'), { readOnly: true });
	const rows = log
		.prepare('SELECT user, bytes FROM updates WHERE production = ? ORDER BY seq DESC LIMIT 2')
		.all(production);
	log.close();
	const held = rows.map(({ user, bytes }) => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, bytes as Uint8Array);
		return [user, [...doc.getMap('scenes').keys()].sort()];
	});
	expect(held).toEqual([
		[li.id, ['of Li 1', 'of Li 2', 'of Li 3']],
		[mei.id, ['of Mei 1', 'of Mei 2', 'of Mei 3']]
	]);
});

test('a change to a production that was just deleted is neither kept nor acknowledged, and others’ in the same commit are', async () => {
	const one = await open();
	const gone = await house.production(mei);
	const other = await opened(mei, documentName(gone, 'plan'));
	await until('it has begun', () => other.acknowledged === 1);
	const log = new DatabaseSync(join(house.dataDir, 'log.sqlite'));
	log.prepare('INSERT INTO tombstones VALUES (?, 1, 0, ?)').run(gone, new Uint8Array(32));
	log.close();
	disk.hold();
	one.update(set('under way'));
	await heardOut(one);
	other.update(set('too late'));
	await heardOut(other);
	one.update(set('in time'));
	await heardOut(one);
	disk.letGo();
	await until('others are told', () => one.acknowledged === 3);
	await until('it is told that there is nothing any more', () => other.closeCode);
	expect([other.closeCode, other.acknowledged, other.refusals]).toEqual([4404, 1, []]);
	expect([one.closeCode, one.refusals]).toEqual([0, []]);
});
