import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentName, readDocumentName } from '#lib/domain/people/permissions.ts';
import { GENESIS, type Loaded } from '../store/log-store.ts';
import { memoryLog } from '../store/memory-log.ts';
import { set } from '../testing/documents.ts';
import type { Connection } from './connection.ts';
import { GroupCommit } from './group-commit.ts';
import { Room } from './room.ts';

const MIB = 1_048_576;
const plan = documentName('A'.repeat(22), 'plan');

/** An update of exactly so many bytes. */
function ofSize(bytes: number): Uint8Array {
	let text = bytes;
	for (;;) {
		const update = set('a', 'x'.repeat(text));
		if (update.length === bytes) return update;
		text += bytes - update.length;
	}
}

/** A room whose base and rows have these sizes. */
function room(base: Uint8Array | null, tail: readonly Uint8Array[]): Room {
	const named = readDocumentName(plan);
	if (!named) throw new Error('no document');
	const stateVector = base ? Y.encodeStateVectorFromUpdate(base) : new Uint8Array([0]);
	const loaded: Loaded = {
		base: base && { seq: 1, bytes: base, stateVector },
		tail: tail.map((bytes, n) => ({ seq: n + 2, bytes })),
		owners: new Map(),
		head: GENESIS
	};
	return new Room(plan, named, loaded, new GroupCommit<Connection>(memoryLog(), 4));
}

test('a document is folded when its rows weigh more than three times what is folded, and a MiB', () => {
	const whole = ofSize(100_000);
	const most = ofSize(MIB + 3 * whole.length);
	expect(room(whole, [most]).wantsFold()).toBe(false);
	expect(room(whole, [most, ofSize(100)]).wantsFold()).toBe(true);
	expect(room(null, [ofSize(MIB)]).wantsFold()).toBe(false);
	expect(room(null, [ofSize(MIB + 1)]).wantsFold()).toBe(true);
});

test('or when it has four hundred rows, and never when there is nothing to fold', () => {
	const rows = (count: number): Uint8Array[] => Array.from({ length: count }, (_, n) => set(`${n}`));
	expect(room(null, rows(399)).wantsFold()).toBe(false);
	expect(room(null, rows(400)).wantsFold()).toBe(true);
	expect(room(ofSize(2 * MIB), []).wantsFold()).toBe(false);
});

test('what is folded while the production is deleted is not kept', async () => {
	const store = memoryLog();
	const one = room(null, [set('a')]);
	const kept: string[] = [];
	const watched = { ...store, fold: async (document: string) => void kept.push(document) };
	await one.fold(watched, async (updates) => {
		one.state = 'gone';
		const bytes = Y.mergeUpdates(updates);
		return { bytes, stateVector: Y.encodeStateVectorFromUpdate(bytes) };
	});
	expect(kept).toEqual([]);
});
