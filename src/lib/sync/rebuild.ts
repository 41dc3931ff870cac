import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import type { Refusal } from '#lib/domain/sync-protocol.ts';
import { applyIntents } from './intent.ts';
import type { Outbox } from './outbox.ts';

/** How long the server may take to hand over its state before the rebuild waits for another time. */
const STATE_MS = 10_000;

/**
 * Makes the changes of a document that were not refused sendable again: fetches the server's state into a fresh
 * document (and so a fresh client id), writes each change into it by intent, and puts the new bytes into the
 * outbox in place of the old. Each change is replaced only after its successor is on disk.
 * @returns false when the server couldn't be reached: the old entries stay as they are
 */
export async function rebuild(options: {
	readonly outbox: Outbox;
	readonly document: string;
	readonly server: string;
	readonly code: Refusal;
}): Promise<boolean> {
	const { outbox, document, server, code } = options;
	const entries = (await outbox.of(document)).filter(({ refused }) => refused === null);
	if (entries.length === 0) return true;
	if (code === 'reader') {
		await outbox.refuse(
			entries.map(({ key }) => key),
			code
		);
		return true;
	}
	const doc = await stateOf(server, document);
	if (!doc) return false;
	for (const entry of entries) {
		const before = Y.encodeStateVector(doc);
		doc.transact(() => applyIntents(doc, entry.intents));
		const update = Y.encodeStateAsUpdate(doc, before);
		await outbox.add({ ...withoutKey(entry), update });
		await outbox.remove([entry.key]);
	}
	doc.destroy();
	return true;
}

const withoutKey = <E extends { key: number; refused: unknown }>({
	key: _key,
	refused: _refused,
	...rest
}: E): Omit<E, 'key' | 'refused'> => rest;

async function stateOf(server: string, document: string): Promise<Y.Doc | null> {
	const doc = new Y.Doc();
	const provider = new WebsocketProvider(server, document, doc, { disableBc: true });
	const arrived = await Promise.race([
		new Promise<boolean>((resolve) => provider.on('sync', (synced) => synced && resolve(true))),
		new Promise<boolean>((resolve) => setTimeout(resolve, STATE_MS, false))
	]);
	provider.destroy();
	return arrived ? doc : null;
}
