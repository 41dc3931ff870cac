import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentName } from '#lib/domain/people/permissions.ts';
import { newId } from '../auth/tokens.ts';
import type { KeptRow } from '../store/log-store.ts';
import { updateOf } from '../testing/large-frames.ts';
import { RowChecks } from './check-row.ts';

const production = newId();
const row = (seq: number, user: string, bytes: Uint8Array): KeptRow => ({
	production,
	document: documentName(production, 'plan'),
	user,
	device: 'tablet',
	at: 1,
	seq,
	bytes,
	hash: new Uint8Array(32)
});
/** One value of a client, beside one of another client. */
const beside = (client: number, clock: number, other: number, at: number): Uint8Array =>
	updateOf([{ client, clock, structs: [{ value: 1, lies: { origin: [other, at] } }] }]);
const first = (client: number): Uint8Array =>
	updateOf([{ client, clock: 0, structs: [{ value: 1, lies: { root: 'order' } }] }]);
const checks = (): RowChecks => new RowChecks(() => {});

describe('rows of a file', () => {
	test('of one commit may stand before what they lean on, and their client ids are their writer’s all the same', () => {
		const all = checks();
		expect(all.check(row(1, 'li', beside(9, 0, 5, 0))).clients).toEqual([9]);
		expect(all.check(row(2, 'mei', first(5))).clients).toEqual([5]);
		expect(all.check(row(3, 'li', beside(9, 1, 9, 0))).clients).toEqual([]);
		all.end();
		expect(() => all.check(row(4, 'mei', beside(9, 2, 9, 0)))).toThrow('Row 4 of the record');
	});

	test('are not waited for without end', () => {
		const all = checks();
		all.check(row(1, 'li', beside(9, 0, 5, 0)));
		const more = (n: number): unknown =>
			all.check(row(n, 'mei', n === 2 ? first(7) : beside(7, n - 2, 7, n - 3)));
		for (let n = 2; n < 60; n++) more(n);
		expect(() => {
			for (let n = 60; n < 100; n++) more(n);
		}).toThrow('Row 1 of the record refers to something that is not in the file.');
		const waiting = checks();
		expect(() => {
			for (let n = 1; n < 100; n++) waiting.check(row(n, 'li', beside(100 + n, 0, 5, 0)));
		}).toThrow('refers to something that is not in the file.');
	});

	test('are no larger than a server writes them', () => {
		const doc = new Y.Doc();
		doc.getMap('scenes').set('s1', 'x'.repeat(33_554_432));
		expect(() => checks().check(row(1, 'mei', Y.encodeStateAsUpdate(doc)))).toThrow(
			'Row 1 of the record can’t be what Daybreak wrote (too-big).'
		);
	});
});
