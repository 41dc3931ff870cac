/** One's own hours as they stand in the production's record, fetched over HTTP. */
import * as Y from 'yjs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { newId } from '../auth/tokens.ts';
import { chainHash } from '../store/log-store.ts';
import { addEntry, opened, set } from '../testing/documents.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

const ENTRIES = 150;
const personId = newId();
let house: House;
let producer: Person;
let crew: Person;
let production: string;
let path: string;

beforeAll(async () => {
	house = await openHouse({ framesPerSecond: 5000, recordReads: 3 });
	producer = await house.person('Mei');
	production = await house.production(producer);
	crew = await house.member(producer, production, 'crew', { personId });
	path = `/api/productions/${production}/hours/record`;
	const [plan, hours, decisions] = [
		await opened(producer, documentName(production, 'plan')),
		await opened(crew, documentName(production, 'hours', personId)),
		await opened(producer, documentName(production, 'decisions', personId))
	];
	// One after the other, or they would share rows.
	for (let count = 0; count < ENTRIES; count++) {
		const doc = new Y.Doc();
		addEntry(doc, crew, personId, true);
		hours.update(Y.encodeStateAsUpdate(doc));
		await until('the entry is stored', () => hours.acknowledged === count + 2);
		if (count % 10 === 0) plan.update(set(`scene ${count}`));
	}
	const doc = new Y.Doc();
	addEntry(doc, producer, personId, false);
	decisions.update(Y.encodeStateAsUpdate(doc));
	await until('the decision is stored', () => decisions.acknowledged === 2);
	await until('the plan is stored', () => plan.acknowledged === ENTRIES / 10 + 1);
}, 60_000);
afterAll(() => house.close());

test('a long record comes whole and in order, each row provable, nothing of anybody else in it', async () => {
	const record = await crew.expect(200, 'GET', path);
	const { rows } = record;
	expect(rows).toHaveLength(ENTRIES + 1);
	for (const row of rows) {
		const said = { production, ...row, bytes: Buffer.from(row.bytes, 'base64url') };
		const hash = chainHash(Buffer.from(row.before, 'base64url'), row.seq, said);
		expect(Buffer.from(hash).toString('base64url')).toBe(row.hash);
	}
	const hours = rows.slice(0, ENTRIES);
	const seqs = hours.map((row: { seq: number }) => row.seq);
	expect(seqs).toEqual([...new Set<number>(seqs)].sort((a, b) => a - b));
	expect(new Set(hours.map((row: { document: string }) => row.document))).toEqual(
		new Set([documentName(production, 'hours', personId)])
	);
	expect(rows.at(-1).document).toBe(documentName(production, 'decisions', personId));
	expect(record.head.seq).toBeGreaterThan(ENTRIES + 1);
});

test('somebody without an entry has a record without rows, and who is nobody of the plan has none', async () => {
	const newcomer = await house.member(producer, production, 'crew', { personId: newId() });
	expect(await newcomer.expect(200, 'GET', path)).toMatchObject({ production, rows: [] });
	expect(await producer.refused('GET', path)).toBe('404 not-found');
});

test('whoever fetches it again and again waits, and nobody else does', async () => {
	const [one, other] = [
		await house.member(producer, production, 'crew', { personId: newId() }),
		await house.member(producer, production, 'crew', { personId: newId() })
	];
	for (let count = 0; count < 3; count++) await one.expect(200, 'GET', path);
	expect(await one.refused('GET', path)).toBe('429 too-many-tries');
	await other.expect(200, 'GET', path);
});
