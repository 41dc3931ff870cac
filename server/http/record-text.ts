import { setImmediate } from 'node:timers/promises';
import type { DocumentName } from '#lib/domain/people/permissions.ts';
import type { LogStore, Place } from '../store/log-store.ts';

/** Rows read at once: between two pages everybody else's frames are served. */
export const PAGE = 64;
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url');

/** The record as JSON, written page by page as it is read: it may be longer than anybody should hold in memory. */
export async function* recordText(
	store: LogStore,
	production: string,
	head: Place,
	documents: readonly DocumentName[]
): AsyncGenerator<string> {
	const start = JSON.stringify({ production, head: { seq: head.seq, hash: base64(head.hash) } });
	yield `${start.slice(0, -1)},"rows":[`;
	let comma = '';
	for (const document of documents) {
		let after = 0;
		for (;;) {
			const page = await store.rowsOf(document, after, head.seq, PAGE);
			for (const { seq, user, device, at, bytes, before, hash } of page) {
				const row = { seq, document, user, device, at, bytes: base64(bytes) };
				yield comma + JSON.stringify({ ...row, before: base64(before), hash: base64(hash) });
				comma = ',';
				after = seq;
			}
			if (page.length < PAGE) break;
			await setImmediate();
		}
	}
	yield ']}';
}
