import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { CLOSE, MESSAGE, SYNC } from '#lib/domain/sync-protocol.ts';
import { log } from '../log.ts';
import { set, updates } from '../testing/documents.ts';
import { heldHub, HeldLine, type HeldHub } from '../testing/held-line.ts';
import { saying } from '../testing/raw-socket.ts';
import { until } from '../testing/house.ts';

/** What a connection does about a client that takes nothing, a store that takes its time, and faults of either side. */
const open: HeldHub[] = [];
const { error } = log;
afterEach(async () => {
	log.error = error;
	for (const held of open.splice(0)) await held.close();
});
async function held(...given: Parameters<typeof heldHub>): Promise<HeldHub> {
	const hub = await heldHub(...given);
	open.push(hub);
	return hub;
}

const EMPTY = new Uint8Array([0]);
const step1 = (line: HeldLine): void => line.say(MESSAGE.sync, SYNC.step1, EMPTY);
const write = (line: HeldLine, bytes: Uint8Array): void => line.say(MESSAGE.sync, SYNC.update, bytes);
const nothing = (line: HeldLine): void => line.say(MESSAGE.sync, SYNC.step2, new Uint8Array([0, 0]));
const acknowledged = (line: HeldLine): number =>
	line.heard.findLast((message) => message[0] === MESSAGE.acknowledgement)?.[1] ?? 0;
const refusals = (line: HeldLine): string[] =>
	line.heard
		.filter((message) => message[0] === MESSAGE.refusal)
		.map((message) => message.subarray(3).toString());
const turn = (): Promise<void> => new Promise((next) => setImmediate(next));

/** Somebody who is told everything from now on. */
async function listening(
	hub: HeldHub,
	user: string
): Promise<{ line: HeldLine; pulse: (seconds: number) => void }> {
	const line = new HeldLine();
	const connection = await hub.join(user, line);
	const start = performance.now();
	step1(line);
	nothing(line);
	return { line, pulse: (seconds) => connection.checkPulse(start + seconds * 1000, false) };
}

test('a client that has taken nothing for 30 s is sent away for later; one that takes some is waited for', async () => {
	const hub = await held();
	const [writer, stalled, slow] = [
		await listening(hub, 'Mei'),
		await listening(hub, 'Li'),
		await listening(hub, 'Wang')
	];
	for (const { line } of [stalled, slow]) line.queuedBytes = 2_000_000;
	write(writer.line, set('a'));
	await until('it is on disk', () => acknowledged(writer.line) === 2);
	for (const seconds of [10, 20, 29]) {
		slow.line.takenBytes += 20_000;
		// Whoever goes on asking and reads nothing moves bytes too.
		stalled.line.movedBytes += 20_000;
		stalled.pulse(seconds);
		slow.pulse(seconds);
	}
	expect([stalled.line.closeCode, slow.line.closeCode]).toEqual([0, 0]);
	slow.line.takenBytes += 20_000;
	stalled.pulse(61);
	slow.pulse(61);
	expect([stalled.line.closeCode, stalled.line.terminated]).toEqual([CLOSE.later, true]);
	expect(slow.line.closeCode).toBe(0);
	expect(slow.line.count(MESSAGE.sync, SYNC.update)).toBe(0);
	slow.line.drain();
	expect(slow.line.count(MESSAGE.sync, SYNC.update)).toBe(1);
});

test('a client with far more queued than is too much is ended at the next pulse, whatever it waits for', async () => {
	const hub = await held();
	const { line, pulse } = await listening(hub, 'Mei');
	line.queuedBytes = 4_000_000;
	pulse(5);
	expect(line.terminated).toBe(false);
	line.queuedBytes = 6_000_000;
	pulse(10);
	expect([line.closeCode, line.terminated]).toEqual([CLOSE.later, true]);
});

test('who asks a hundred times at once is answered once, and again when the queue has gone', async () => {
	const hub = await held();
	const { line } = await listening(hub, 'Mei');
	for (let n = 0; n < 100; n++) step1(line);
	expect(line.count(MESSAGE.sync, SYNC.step2)).toBe(1);
	line.queuedBytes = 2_000_000;
	await turn();
	expect(line.count(MESSAGE.sync, SYNC.step2)).toBe(1);
	line.drain();
	expect(line.count(MESSAGE.sync, SYNC.step2)).toBe(2);
	await turn();
	expect(line.count(MESSAGE.sync, SYNC.step2)).toBe(2);
});

test('while too much waits for the disk nobody is read, and everybody is when it has been written', async () => {
	let written = (): void => {};
	const hub = await held({ queueBytes: 100 }, (store) => ({
		...store,
		append: async (rows) => {
			await new Promise<void>((resolve) => (written = resolve));
			return store.append(rows);
		}
	}));
	const [one, two] = [await listening(hub, 'Mei'), await listening(hub, 'Li')];
	write(one.line, set('x'.repeat(60)));
	write(two.line, set('y'.repeat(60)));
	expect([one.line.isPaused, two.line.isPaused]).toEqual([false, true]);
	await turn();
	written();
	await until('both are on disk', () => acknowledged(one.line) === 2 && acknowledged(two.line) === 2);
	expect([one.line.isPaused, two.line.isPaused]).toEqual([false, false]);
});

test('what isn’t the protocol ends a client’s tries; a fault of the server is logged, and the client comes again', async () => {
	const said: string[] = [];
	log.error = (event) => void said.push(event);
	const hub = await held();
	const attacks: ((line: HeldLine) => void)[] = [
		(line) => line.say(99),
		(line) => line.say(MESSAGE.sync, SYNC.step1, new Uint8Array([255, 255, 255, 255, 15])),
		(line) => line.say(MESSAGE.awareness, saying(1, 7, 1, '{"at":')),
		(line) => line.say(MESSAGE.awareness, saying(1, 7, 1, '"no object"')),
		(line) => line.say(MESSAGE.awareness, saying(1, 7, 1, JSON.stringify({ at: 'x'.repeat(2048) }))),
		(line) => line.say(MESSAGE.awareness, saying(1, 7, 2 ** 41, '{}')),
		(line) => line.say(MESSAGE.awareness, new Uint8Array([200, 200]))
	];
	for (const attack of attacks) {
		const { line } = await listening(hub, 'Mei');
		attack(line);
		expect(line.closeCode).toBe(CLOSE.badMessage);
	}
	expect(said).toEqual([]);
	const honest = await listening(hub, 'Li');
	hub.broken = true;
	write(honest.line, set('a'));
	expect([honest.line.closeCode, said]).toEqual([CLOSE.later, ['message failed']]);
});

test('presence of two thousand bytes is shown; more is not', async () => {
	const hub = await held();
	const [mei, li] = [await listening(hub, 'Mei'), await listening(hub, 'Li')];
	mei.line.say(MESSAGE.awareness, saying(1, 7, 1, JSON.stringify({ at: 'x'.repeat(2000) })));
	await turn();
	await turn();
	expect(li.line.heard.some((message) => message.includes('x'.repeat(2000)))).toBe(true);
	mei.line.say(MESSAGE.awareness, saying(1, 7, 2, JSON.stringify({ at: 'y'.repeat(2100) })));
	await turn();
	expect(mei.line.closeCode).toBe(CLOSE.badMessage);
	expect(li.line.heard.some((message) => message.includes('yy'))).toBe(false);
});

test('each frame is asked for its right: one that comes after the role changed is refused on the same socket', async () => {
	const hub = await held();
	const { line } = await listening(hub, 'Mei');
	write(line, set('before'));
	await until('it is on disk', () => acknowledged(line) === 2);
	hub.access = 'read';
	write(line, set('after'));
	expect(refusals(line)).toEqual(['reader']);
	expect(line.isOpen).toBe(true);
});

test('of updates that came too early only so many bytes are kept, over all of them', async () => {
	const hub = await held({ planFrameBytes: 10_000 });
	const line = new HeldLine();
	await hub.join('Mei', line);
	step1(line);
	// Each leans on what nobody has.
	const early = (): Uint8Array => {
		const [, second] = updates((doc) => {
			doc.getMap('scenes').set('a', 1);
			doc.getMap('scenes').set('b', 'x'.repeat(3000));
		});
		return second as Uint8Array;
	};
	for (let n = 0; n < 10; n++) write(line, early());
	expect(refusals(line)).toEqual(['pending', 'pending', 'pending', 'pending']);
});

test('who only reads keeps no client id from a planner: the planner’s first change is taken, and shown as the planner’s', async () => {
	const hub = await held();
	const crew = new HeldLine();
	await hub.join('Wang', crew, 'read');
	step1(crew);
	const bytes = set('a');
	const client = Number(Y.parseUpdateMeta(bytes).to.keys().next().value);
	crew.say(MESSAGE.awareness, saying(1, client, 5000, '{"at":"squatted"}'));
	await turn();
	await turn();
	const { line } = await listening(hub, 'Mei');
	const shown = (): string | undefined =>
		crew.heard.findLast((message) => message[0] === MESSAGE.awareness)?.toString();
	line.say(MESSAGE.awareness, saying(1, client, 1, '{"at":"mine"}'));
	// It isn't shown yet, but hears that the line lives.
	expect(line.heard.at(-1)?.equals(saying(MESSAGE.awareness, new Uint8Array([0])))).toBe(true);
	write(line, bytes);
	await until('it is on disk', () => acknowledged(line) === 2);
	expect(refusals(line)).toEqual([]);
	line.say(MESSAGE.awareness, saying(1, client, 2, '{"at":"mine"}'));
	await turn();
	await turn();
	expect(shown()).toContain('"name":"Mei"');
	crew.say(MESSAGE.awareness, saying(1, client, 9000, '{"at":"squatted"}'));
	await turn();
	await turn();
	expect(shown()).toContain('"name":"Mei"');
});

test('a record that can’t be read costs one socket and not the server', async () => {
	const said: string[] = [];
	log.error = (event) => void said.push(event);
	const hub = await held({}, (store) => ({
		...store,
		rows: () => Promise.reject(new Error('disk I/O error'))
	}));
	const { line } = await listening(hub, 'Mei');
	line.say(MESSAGE.askRecord, 1);
	await until('it is sent away', () => line.closeCode);
	expect([line.closeCode, said]).toEqual([CLOSE.later, ['record not read']]);
});

test('a production that goes closes its sockets for good', async () => {
	const hub = await held();
	const { line } = await listening(hub, 'Mei');
	hub.hub.dropProduction(hub.production);
	expect(line.closeCode).toBe(CLOSE.noDocument);
});

test('a server that goes down sends its clients away one after the other', async () => {
	const hub = await held();
	const lines = await Promise.all(
		Array.from({ length: 20 }, async (_, n) => (await listening(hub, `P${n}`)).line)
	);
	const stillOpen: number[] = [];
	for (const line of lines) line.onClose = () => stillOpen.push(lines.filter(({ isOpen }) => isOpen).length);
	await hub.hub.close(40);
	expect(lines.map(({ closeCode }) => closeCode)).toEqual(lines.map(() => CLOSE.again));
	// Never all in one turn.
	expect(new Set(stillOpen).size).toBe(20);
	expect(stillOpen[0]).toBe(19);
});
