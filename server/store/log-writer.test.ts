import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { log } from '../log.ts';
import { opened, read, set } from '../testing/documents.ts';
import { openHouse, until } from '../testing/house.ts';
import { row } from './log-contract.ts';
import type { Row } from './log-store.ts';
import { sqliteLog } from './sqlite-log.ts';

/** The thread that writes dies under the server, as it does when memory runs out. */
const folder = mkdtempSync(join(tmpdir(), 'daybreak-writer-'));
const { error } = log;
/** threads that write a log, in the order they were started */
const writers: Worker[] = [];
const note = (worker: Worker): void => {
	if (worker.threadName === 'log writer') writers.push(worker);
};
beforeAll(() => {
	process.on('worker', note);
	log.error = () => {};
});
beforeEach(() => void writers.splice(0));
const held: DatabaseSync[] = [];
afterEach(() => {
	for (const db of held.splice(0)) db.close();
});
afterAll(() => {
	process.off('worker', note);
	log.error = error;
	rmSync(folder, { recursive: true, force: true });
});

/** Nothing gets to disk until the test lets go. */
function hold(file: string): DatabaseSync {
	const db = new DatabaseSync(file);
	held.push(db);
	db.exec('BEGIN IMMEDIATE');
	return db;
}

const A = 'A'.repeat(22);
const write = (text: string): Row => row(A, text);

test('when the thread that writes dies, whoever waits is told, and another one writes on where the record stood', async () => {
	const file = join(folder, 'one.sqlite');
	const store = await sqliteLog(file);
	await store.append([write('one')]);
	const disk = hold(file);
	const waiting = [store.append([write('two')]), store.append([write('three')])].map((append) =>
		expect(append).rejects.toThrow('has stopped')
	);
	await writers[0]?.terminate();
	await Promise.all(waiting);
	disk.exec('ROLLBACK');
	await store.probe();
	expect(store.writes).toBe(true);
	expect((await store.append([write('four')]))[0]?.seq).toBe(2);
	expect(await store.verify(A)).toMatchObject({ ok: true, head: { seq: 2 } });
	expect(writers.length).toBe(2);
	await store.close();
	await expect(store.append([write('five')])).rejects.toThrow('has stopped');
});

test('one that dies with nothing to do is replaced before anybody misses it', async () => {
	const store = await sqliteLog(join(folder, 'two.sqlite'));
	await writers[0]?.terminate();
	expect((await store.append([write('one')]))[0]?.seq).toBe(1);
	await store.close();
});

test('where no other can be started the store says so at once, and is well again when the disk is', async () => {
	const file = join(folder, 'three.sqlite');
	const store = await sqliteLog(file);
	await store.append([write('one')]);
	// As when the disk has gone: the file can't be opened.
	const away = mkdtempSync(join(tmpdir(), 'daybreak-away-'));
	for (const end of ['', '-wal', '-shm']) renameSync(file + end, join(away, `log${end}`));
	rmSync(folder, { recursive: true });
	await writers[0]?.terminate();
	await until('the second one has failed too', () => writers.length === 2 && !store.writes);
	await expect(store.append([write('two')])).rejects.toThrow('has stopped');
	await expect(store.probe()).rejects.toThrow('has stopped');
	mkdirSync(folder);
	for (const end of ['', '-wal', '-shm']) renameSync(join(away, `log${end}`), file + end);
	rmSync(away, { recursive: true });
	await store.probe();
	expect((await store.append([write('two')]))[0]?.seq).toBe(2);
	await store.close();
});

test('tablets whose changes were with a thread that died are sent away for later, and deliver them when they are back', async () => {
	const house = await openHouse();
	const mei = await house.person('Mei');
	const plan = documentName(await house.production(mei), 'plan');
	const wire = await opened(mei, plan);
	await until('it is connected', () => wire.acknowledged === 1);
	const disk = hold(join(house.dataDir, 'log.sqlite'));
	const change = set('kept');
	wire.update(change);
	wire.askRecord(1);
	await until('the server has it', () => wire.records.length === 1);
	await writers[0]?.terminate();
	await until('it is sent away', () => wire.closeCode);
	expect([wire.closeCode, wire.acknowledged, wire.refusals]).toEqual([
		1013,
		1,
		[{ which: 2, code: 'storage' }]
	]);
	expect((await fetch(`${house.base}/ready`)).status).toBe(503);
	disk.exec('ROLLBACK');
	await until('the server is ready again', async () => (await fetch(`${house.base}/ready`)).ok, 15_000);
	const back = await opened(mei, plan);
	back.update(change);
	await until('it is on disk', () => back.acknowledged === 2);
	expect((await read(mei, plan)).getMap('scenes').has('kept')).toBe(true);
	await house.close();
}, 30_000);
