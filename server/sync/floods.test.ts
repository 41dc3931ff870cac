import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { CLOSE, MESSAGE, SYNC, TRUNK } from '#lib/domain/sync-protocol.ts';
import { opened, set } from '../testing/documents.ts';
import { until } from '../testing/house.ts';
import { Person } from '../testing/person.ts';
import { endServers, startServer, type Running } from '../testing/process.ts';
import { rawSocket, saying, wireMessage, type RawSocket } from '../testing/raw-socket.ts';
import type { Wire } from '../testing/wire-client.ts';

/**
 * Floods against the server as it is started, with the limits that are standard: a guest of the demo, who needs no
 * account, writes thousands of messages in one piece and reads nothing of what comes back.
 */
const folder = mkdtempSync(join(tmpdir(), 'daybreak-floods-'));
/** What the server may have queued for one socket: what is too much already, an answer, and what has to be said. */
const UNSENT = 8_000_000;
/** Engines keep some of what they have used; the floods made it hundreds of MB. */
const GROWTH = 150_000_000;
let server: Running;
let guest: Person;
let plan: string;
let bystander: Wire;
let witness: Wire;

beforeAll(async () => {
	server = await startServer(folder);
	guest = new Person(server.base);
	const { production } = await guest.expect(201, 'POST', '/api/demo', {});
	plan = documentName(production.id as string, 'plan');
	bystander = await opened(guest, plan);
	witness = await opened(guest, plan);
}, 120_000);
afterAll(() => {
	guest.leave();
	endServers();
	rmSync(folder, { recursive: true, force: true });
});

const repeated = (count: number, message: (n: number) => Uint8Array, opcode = 2): Buffer =>
	Buffer.concat(Array.from({ length: count }, (_, n) => wireMessage(message(n), opcode)));

/** Somebody else works on meanwhile: what is written is on disk, and seen by a third. */
async function othersAreServed(name: string): Promise<void> {
	const [before, heard] = [bystander.acknowledged, witness.updates.length];
	bystander.update(set(`meanwhile ${name}`));
	await until('the bystander’s change is on disk', () => bystander.acknowledged > before);
	await until('it is seen', () => witness.updates.length > heard);
}

/** The most that is queued while a flood comes and others work on, and by how much the server grew. */
async function flood(
	name: string,
	attacker: RawSocket,
	bytes: Buffer
): Promise<{ unsent: number; growth: number }> {
	const before = await server.figure('daybreak_memory_bytes');
	attacker.socket.write(bytes);
	let [unsent, memory] = [0, 0];
	for (let round = 0; round < 20; round++) {
		await othersAreServed(`${name} ${round}`);
		unsent = Math.max(unsent, await server.figure('daybreak_unsent_bytes'));
		memory = Math.max(memory, await server.figure('daybreak_memory_bytes'));
	}
	return { unsent, growth: memory - before };
}

const step1 = saying(MESSAGE.sync, SYNC.step1, new Uint8Array([0]));
/** Claims one change of a client nobody is, so that the whole board has to be read through to tell. */
const almost = saying(MESSAGE.sync, SYNC.step1, new Uint8Array([1, 1, 1]));
const KINDS: readonly [string, number, (n: number) => Uint8Array, number?][] = [
	['asks for the board', 5000, () => step1],
	['asks for what it lacks of the board', 5000, () => almost],
	['asks who is here', 5000, () => saying(MESSAGE.queryAwareness)],
	['asks for the record', 5000, (n) => saying(MESSAGE.askRecord, n)],
	['pings', 5000, () => new Uint8Array(100), 9],
	['writes what is refused', 5000, () => saying(MESSAGE.sync, SYNC.update, new Uint8Array([9, 9, 9]))]
];

for (const [name, count, message, opcode] of KINDS) {
	test(`a guest who ${name} ${count} times in one piece and reads nothing is queued little, is sent away, and holds up nobody`, async () => {
		const attacker = await rawSocket(guest, `/sync/${plan}`);
		const { unsent, growth } = await flood(name, attacker, repeated(count, message, opcode));
		expect(unsent).toBeLessThan(UNSENT);
		expect(growth).toBeLessThan(GROWTH);
		attacker.socket.resume();
		expect(await until('it is closed', attacker.closeCode)).toBeOneOf([CLOSE.later, 1006]);
		expect(server.exit()).toBe(null);
	}, 60_000);
}

test('a guest who shows itself a hundred thousand times is slowed, and neither memory nor others feel it', async () => {
	const attacker = await rawSocket(guest, `/sync/${plan}`);
	const message = (n: number): Uint8Array => saying(MESSAGE.awareness, saying(1, 99, n + 1, '{"at":1}'));
	const { unsent, growth } = await flood('presence', attacker, repeated(100_000, message));
	expect(unsent).toBeLessThan(UNSENT);
	expect(growth).toBeLessThan(GROWTH);
	attacker.socket.destroy();
}, 60_000);

test('a document is open once on a shared socket, however often it is asked for', async () => {
	const here = (): Promise<number> => server.figure('daybreak_connections');
	await until('those of before have left', async () => (await here()) === 2);
	const attacker = await rawSocket(guest, '/sync');
	attacker.socket.write(repeated(900, (n) => saying(TRUNK.open, n + 1, plan)));
	await othersAreServed('one document');
	await until('it is open', async () => (await here()) > 2);
	await othersAreServed('one document again');
	expect(await here()).toBe(3);
	attacker.socket.destroy();
});

test('to close a document and open it again on the same socket gives no new budget', async () => {
	const attacker = await rawSocket(guest, '/sync');
	const asks = (channel: number): Buffer => wireMessage(Buffer.concat([saying(TRUNK.data, channel), step1]));
	// Reads: only its budget can stop it.
	let came = 0;
	attacker.socket.on('data', ({ length }: Buffer) => (came += length));
	for (let [channel, before] = [0, -1]; channel < 100 && !attacker.closeCode();) {
		if (came > before) {
			before = came;
			if (channel > 0) {
				attacker.socket.write(Buffer.concat(Array.from({ length: 20 }, () => asks(channel))));
				attacker.socket.write(wireMessage(saying(TRUNK.close, channel)));
			}
			attacker.socket.write(wireMessage(saying(TRUNK.open, ++channel, plan)));
		}
		await othersAreServed('reopened');
		// Held up: nothing came while others had their turn.
		if (came === before) break;
	}
	expect(came).toBeLessThan(40_000_000);
	attacker.socket.destroy();
}, 60_000);

test('who asks for thousands of documents, or speaks to what isn’t open, is held up or sent away, and leaves few lines in the books', async () => {
	const other = new Person(server.base);
	const { production } = await other.expect(201, 'POST', '/api/demo', {});
	const theirs = documentName(production.id as string, 'money');
	for (const message of [
		(n: number) => saying(TRUNK.open, n + 1, theirs),
		(n: number) => saying(TRUNK.data, n + 1),
		(n: number) => saying(TRUNK.close, n + 1)
	]) {
		const attacker = await rawSocket(guest, '/sync');
		const { unsent, growth } = await flood('stray', attacker, repeated(50_000, message));
		expect(unsent).toBeLessThan(UNSENT);
		expect(growth).toBeLessThan(GROWTH);
		attacker.socket.destroy();
	}
	expect(server.exit()).toBe(null);
	const books = new DatabaseSync(join(folder, 'accounts.sqlite'), { readOnly: true });
	const rows = books.prepare("SELECT detail FROM audit WHERE event = 'document refused'");
	await until('it is in the books', () => rows.all()[0]);
	expect(rows.all()).toHaveLength(1);
	books.close();
}, 60_000);
