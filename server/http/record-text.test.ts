import { expect, test } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { newId } from '../auth/tokens.ts';
import { memoryLog } from '../store/memory-log.ts';
import { PAGE, recordText } from './record-text.ts';

const production = newId();
const document = documentName(production, 'hours', newId());
const row = (count: number) => ({
	production,
	document,
	user: 'mei',
	device: 'tablet',
	at: count,
	bytes: new Uint8Array([count & 255]),
	clients: []
});

test('while a long record is written everybody else is served between two pages', async () => {
	const store = memoryLog();
	const pages = 5;
	await store.append(Array.from({ length: pages * PAGE + 1 }, (_, count) => row(count)));
	const head = await store.head(production);
	let served = 0;
	let next = setImmediate(function others() {
		served++;
		next = setImmediate(others);
	});
	let text = '';
	for await (const part of recordText(store, production, head, [document])) text += part;
	clearImmediate(next);
	expect(served).toBeGreaterThanOrEqual(pages);
	const { rows } = JSON.parse(text) as { rows: { seq: number; at: number }[] };
	expect(rows.map(({ at }) => at)).toEqual(Array.from({ length: pages * PAGE + 1 }, (_, count) => count));
});

test('what is written after it was asked for is not in it, and a page that is just full ends it', async () => {
	const store = memoryLog();
	await store.append(Array.from({ length: PAGE }, (_, count) => row(count)));
	const head = await store.head(production);
	await store.append([row(1000)]);
	let text = '';
	for await (const part of recordText(store, production, head, [document])) text += part;
	const { rows, head: said } = JSON.parse(text) as { rows: unknown[]; head: { seq: number } };
	expect([rows.length, said.seq]).toEqual([PAGE, PAGE]);
});
