/** For tests: what clients send, and a document opened frame by frame. */
import * as Y from 'yjs';
import { entryKey } from '#lib/doc/entry-key.ts';
import { newId } from '#lib/doc/id.ts';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { until } from './house.ts';
import type { Person } from './person.ts';
import type { Wire } from './wire-client.ts';

/** What one client would send for these changes, each as one update. */
export function updates(write: (doc: Y.Doc) => void, doc = new Y.Doc()): Uint8Array[] {
	const sent: Uint8Array[] = [];
	doc.on('update', (update: Uint8Array) => sent.push(update));
	write(doc);
	return sent;
}

/** An update of a client of its own that sets one scene. */
export const set = (key: string, value: unknown = 1): Uint8Array =>
	updates((doc) => doc.getMap('scenes').set(key, value))[0] as Uint8Array;

/** A connection after its first sync; a writer's empty step 2 counts as its first update. */
export async function opened(person: Person, document: string): Promise<Wire> {
	const wire = person.wire(document);
	await until('the socket is open', () => wire.socket.readyState === wire.socket.OPEN);
	wire.step1();
	await until('the first sync is answered', () => wire.synced);
	if (wire.askedForChanges) wire.step2();
	return wire;
}

/** The document as a newcomer gets it. */
export async function read(person: Person, document: string): Promise<Y.Doc> {
	const wire = await opened(person, document);
	const doc = new Y.Doc();
	for (const update of wire.updates) Y.applyUpdate(doc, update);
	wire.close();
	return doc;
}

/**
 * Adds an entry to an added-only document as the app would: signed by its writer, under its own key.
 * @param of whose document it is; null for a production's own
 * @param self whether the writer is that person
 * @returns the key
 */
export function addEntry(
	doc: Y.Doc,
	writer: Pick<Person, 'id'>,
	of: string | null,
	self: boolean,
	says: object = {}
): string {
	const about = of === null ? {} : { person: of, self };
	const entry = { id: newId(), by: writer.id, ...about, ...says };
	const key = entryKey(entry);
	doc.getMap(ADDED_ONLY_ROOT).set(key, entry);
	return key;
}
