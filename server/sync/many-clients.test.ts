import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { opened } from '../testing/documents.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import { updateOf } from '../testing/large-frames.ts';
import { encodeClocks } from './wire.ts';

let house: House;
beforeAll(async () => {
	house = await openHouse({ framesPerSecond: 10_000, bytesPerSecond: 100_000_000 });
});
afterAll(() => house.close());

const IN_A_FRAME = 1000;
const FRAMES = 15;

test('a device may say where it stands with every client id there is, however many three people made', async () => {
	const mei = await house.person('Mei');
	const production = await house.production(mei);
	const plan = documentName(production, 'plan');
	const planners = [
		mei,
		await house.member(mei, production, 'planner'),
		await house.member(mei, production, 'planner')
	];
	const ids: number[] = [];
	for (const [n, person] of planners.entries()) {
		const wire = await opened(person, plan);
		for (let frame = 0; frame < FRAMES; frame++) {
			const above = 4_000_000_000 + (n * FRAMES + frame + 1) * IN_A_FRAME;
			const own = Array.from({ length: IN_A_FRAME }, (_, at) => above - at);
			ids.push(...own);
			wire.update(updateOf(own.map((client) => ({ client, clock: 0, structs: [{ gone: 1 }] }))));
		}
		await until('all of it is on disk', () => wire.acknowledged === FRAMES + 1);
		expect(wire.refusals).toEqual([]);
		wire.close();
	}
	const vector = encodeClocks(ids.map((client) => [client, 1] as const));
	expect(vector.length).toBeGreaterThan(262_144);
	const wire = mei.wire(plan);
	await until('the socket is open', () => wire.socket.readyState === wire.socket.OPEN);
	wire.step1(vector);
	await until('the first sync is answered', () => wire.synced);
	// What nobody asked about is no reason to read a megabyte.
	wire.step1(encodeClocks(Array.from({ length: 120_000 }, (_, n) => [4_100_000_000 + n, 1] as const)));
	await until('it is sent away', () => wire.closeCode === 4413);
}, 60_000);
