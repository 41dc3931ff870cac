import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentName } from '#lib/domain/people/permissions.ts';
import { newId } from '../auth/tokens.ts';
import { until } from '../testing/house.ts';
import { Person } from '../testing/person.ts';
import { endServers, startServer, type Running } from '../testing/process.ts';
import type { Wire } from '../testing/wire-client.ts';
import { sqliteLog } from './sqlite-log.ts';

/** 20 in every run; the long run asks for 500. */
const ROUNDS = Number(process.env.KILL_ROUNDS ?? 20);
const folder = mkdtempSync(join(tmpdir(), 'daybreak-kill-'));
afterAll(() => {
	endServers();
	rmSync(folder, { recursive: true, force: true });
});

/** @param preload a module that plants a bug in the server */
const start = (dataDir: string, preload?: URL): Promise<Running> =>
	startServer(dataDir, {
		LIMIT_FRAMES_PER_SECOND: '100000',
		...(preload ? { NODE_OPTIONS: `--import ${preload.href}` } : {})
	});

async function open(person: Person, document: string): Promise<Wire> {
	const wire = person.wire(document);
	await until('the socket is open', () => wire.socket.readyState === wire.socket.OPEN);
	wire.step1();
	await until('it is synced', () => wire.synced);
	wire.step2();
	await until('the empty step 2 is dealt with', () => wire.acknowledged === 1);
	return wire;
}

/** @returns how many changes were acknowledged in all */
async function killed(rounds: number, dataDir: string, preload?: URL): Promise<number> {
	const person = new Person('');
	const production = newId();
	const document = documentName(production, 'plan');
	const acknowledged = new Set<string>();
	for (let round = 0; round < rounds; round++) {
		const server = await start(dataDir, preload);
		Object.assign(person, { base: server.base, origin: server.base });
		if (round === 0) {
			await person.expect(201, 'POST', '/api/accounts', {
				name: 'Mei',
				passphrase: 'rain over the harbour'
			});
			await person.expect(201, 'POST', '/api/productions', { id: production, title: 'Rain' });
		}
		const wire = await open(person, document);
		const here = new Y.Doc();
		for (const update of wire.updates) Y.applyUpdate(here, update);
		for (const key of acknowledged) expect(here.getMap('scenes').has(key), `lost ${key}`).toBe(true);

		// One stroke of the key after another until the axe falls, somewhere in the middle.
		const doc = new Y.Doc();
		const keys: string[] = [];
		doc.on('update', (update: Uint8Array) => wire.update(update));
		const stop = 100 + ((round * 137) % 400);
		while (wire.acknowledged < stop) {
			const key = `r${round} s${keys.length}`;
			keys.push(key);
			doc.getMap('scenes').set(key, keys.length);
			await new Promise((resolve) => setImmediate(resolve));
		}
		await server.end('SIGKILL');
		for (const key of keys.slice(0, wire.acknowledged - 1)) acknowledged.add(key);
		wire.close();
		const head = { seq: wire.seq, hash: wire.head };

		const store = await sqliteLog(join(dataDir, 'log.sqlite'));
		const verdict = await store.verify(production);
		expect(verdict.ok).toBe(true);
		await store.close();
		// The head that the tablet was told is a link of the chain, so history wasn't rewritten.
		const file = new DatabaseSync(join(dataDir, 'log.sqlite'), { readOnly: true });
		const row = file
			.prepare('SELECT hash FROM updates WHERE production = ? AND seq = ?')
			.get(production, head.seq);
		const hash = Buffer.from((row?.hash as Uint8Array | undefined) ?? []).toString('hex');
		expect(hash, 'lost the row that was acknowledged last').toBe(head.hash);
		expect(file.prepare('PRAGMA integrity_check').get()?.integrity_check).toBe('ok');
		file.close();
	}
	return acknowledged.size;
}

test(
	`what was acknowledged is there after kill -9, ${ROUNDS} times over, and the chain is whole`,
	async () => expect(await killed(ROUNDS, join(folder, 'kill'))).toBeGreaterThan(ROUNDS * 98),
	60_000 + ROUNDS * 30_000
);

test('planted: a server that acknowledges what it is about to write is caught', async () => {
	const hasty = new URL('../testing/plant-hasty-log.ts', import.meta.url);
	await expect(killed(3, join(folder, 'hasty'), hasty)).rejects.toThrow('lost');
}, 120_000);

test('asked to stop, the server sends clients away with 1012, keeps everything and exits with 0', async () => {
	const dataDir = join(folder, 'stop');
	const server = await start(dataDir);
	const person = new Person(server.base);
	await person.expect(201, 'POST', '/api/accounts', { name: 'Li', passphrase: 'rain over the harbour' });
	const production = newId();
	await person.expect(201, 'POST', '/api/productions', { id: production, title: 'Rain' });
	const wire = await open(person, documentName(production, 'plan'));
	const doc = new Y.Doc();
	doc.on('update', (update: Uint8Array) => wire.update(update));
	for (let count = 0; count < 50; count++) doc.getMap('scenes').set(`s${count}`, count);
	await until('something is acknowledged', () => wire.acknowledged > 1);
	const code = await server.end('SIGTERM');
	await until('the socket is closed', () => wire.closeCode);
	expect([code, wire.closeCode]).toEqual([0, 1012]);
	const again = await start(dataDir);
	Object.assign(person, { base: again.base, origin: again.base });
	const back = await open(person, documentName(production, 'plan'));
	const here = new Y.Doc();
	for (const update of back.updates) Y.applyUpdate(here, update);
	expect(here.getMap('scenes').size).toBeGreaterThanOrEqual(wire.acknowledged - 1);
	back.close();
	expect(await again.end('SIGTERM')).toBe(0);
}, 180_000);
