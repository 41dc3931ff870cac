import { createHash } from 'node:crypto';

import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { newId } from '../auth/tokens.ts';
import { chainHash, GENESIS } from '../store/log-store.ts';
import { openHouse, type House } from '../testing/house.ts';
import { updateOf } from '../testing/large-frames.ts';
import type { Person } from '../testing/person.ts';
import { rowLine } from './format.ts';

let house: House;
beforeAll(async () => {
	house = await openHouse();
});
afterAll(() => house.close());

const ROWS = 12;
const STRUCTS = 60_000;

/** A file that holds together, with rows of one letter a struct: as dear to check as they are large. */
async function dearFile(producer: Person): Promise<Buffer> {
	const empty = await producer.download(`/api/productions/${await house.production(producer)}/export`);
	const production = newId();
	const [head = '', people = ''] = gunzipSync(empty).toString().trimEnd().split('\n').toSpliced(-1);
	const about = JSON.parse(head) as { production: object };
	const lines = [
		JSON.stringify({ ...about, production: { ...about.production, id: production }, rows: ROWS })
	];
	let last = GENESIS;
	for (let n = 0; n < ROWS; n++) {
		const structs = Array.from({ length: STRUCTS }, (_, at) => {
			const clock = n * STRUCTS + at;
			return { text: 'x', lies: clock === 0 ? { root: 'notes' } : { origin: [5, clock - 1] as const } };
		});
		const bytes = updateOf([{ client: 5, clock: n * STRUCTS, structs }]);
		const row = {
			production,
			document: documentName(production, 'plan'),
			user: producer.id,
			device: 'tablet',
			at: 1,
			bytes
		};
		const seq = n + 1;
		last = { seq, hash: new Uint8Array(chainHash(last.hash, seq, row)) };
		lines.push(rowLine({ ...row, ...last }));
	}
	lines.push(people);
	const text = lines.map((line) => `${line}\n`).join('');
	const digest = createHash('sha256').update(text).digest('base64');
	const end = JSON.stringify({ head: Buffer.from(last.hash).toString('base64'), digest });
	return gzipSync(`${text}${end}\n`);
}

test('while a large file is checked, others’ frames hardly wait: most of the work is done elsewhere', async () => {
	const mei = await house.person('Mei');
	const file = await dearFile(mei);
	const [all, here] = [process.cpuUsage(), process.threadCpuUsage()];
	const answer = await mei.upload('/api/productions/import', file);
	const [allOfIt, hereOfIt] = [process.cpuUsage(all), process.threadCpuUsage(here)];
	expect([answer.status, answer.json]).toMatchObject([201, { rows: ROWS }]);
	// Unpacked, split and digested here; read and checked, which is by far the most, in the thread.
	expect((hereOfIt.user + hereOfIt.system) / (allOfIt.user + allOfIt.system)).toBeLessThan(0.3);
});

test('a first line that is megabytes long is not even read', async () => {
	const mei = await house.person('Mei');
	const file = gzipSync(`{"format":"daybreak-production","pad":"${' '.repeat(3_000_000)}"}\n`);
	const { status, json } = await mei.upload('/api/productions/import', file);
	expect([status, json.error]).toMatchObject([
		400,
		{ code: 'file-damaged', message: 'A line around the record is too long.' }
	]);
});
