import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { documentName } from '#lib/domain/people/permissions.ts';
import { opened } from '../testing/documents.ts';
import { openHouse, until } from '../testing/house.ts';

test('a reader that stops reading is sent nothing more, holds up nobody, and catches up by a difference when it reads again', async () => {
	const house = await openHouse({ laggingBytes: 262_144, bytesPerSecond: 100_000_000 });
	try {
		const mei = await house.person('Mei');
		const plan = documentName(await house.production(mei), 'plan');
		const [writer, healthy, slow] = [
			await opened(mei, plan),
			await opened(mei, plan),
			await opened(mei, plan)
		];
		slow.socket.pause();
		const doc = new Y.Doc();
		doc.on('update', (update: Uint8Array) => writer.update(update));
		// Far beyond what the two kernels keep for a socket.
		for (let n = 0; n < 400; n++) {
			doc.getMap('blobs').set(`k${n % 8}`, new Uint8Array(randomBytes(65_536)));
			if (n % 20 === 19)
				await until(
					'the healthy reader is served',
					() => healthy.updates.length > 0 && writer.acknowledged >= n
				);
		}
		const here = new Y.Doc();
		await until('the healthy reader has all of it', () => {
			for (const update of healthy.updates.splice(0)) Y.applyUpdate(here, update);
			return (
				Y.encodeStateVector(here).length > 1 &&
				Y.getState(here.store, doc.clientID) === Y.getState(doc.store, doc.clientID)
			);
		});
		const figures = async (): Promise<string> => (await mei.call('GET', '/metrics')).text;
		expect(await figures()).toMatch(/daybreak_connections_lagging 1/);
		slow.socket.resume();
		const there = new Y.Doc();
		await until('the slow one has all of it too', () => {
			for (const update of slow.updates.splice(0)) Y.applyUpdate(there, update);
			return Y.getState(there.store, doc.clientID) === Y.getState(doc.store, doc.clientID);
		});
		expect(there.getMap('blobs').toJSON()).toEqual(doc.getMap('blobs').toJSON());
		expect(await figures()).toMatch(/daybreak_connections_lagging 0/);
	} finally {
		await house.close();
	}
}, 30_000);
