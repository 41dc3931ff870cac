import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { Outbox } from './outbox.ts';
import { OwnChanges } from './own-changes.ts';

test('a change made in the very moment the one before it became saved is saved too, without waiting for a third', async () => {
	const outbox = await Outbox.open('somebody');
	const doc = new Y.Doc();
	const change = (n: number) => {
		doc.getMap('m').set('n', n);
		const update = Y.encodeStateAsUpdate(doc);
		return { document: 'plan', update, intents: [], name: 'change', at: n };
	};
	let more = true;
	const own: OwnChanges = new OwnChanges(outbox, { retryMs: 50 }, () => {
		if (own.saving > 0 || !more) return;
		more = false;
		// Whoever hears "saved" goes on in the same turn, before anything else does.
		queueMicrotask(() => own.made(change(2)));
	});
	own.made(change(1));
	await vi.waitFor(() => expect(outbox.waiting.map(({ at }) => at)).toEqual([1, 2]));
	expect(own.saving).toBe(0);
	outbox.close();
});
