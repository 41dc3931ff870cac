import { expect, test } from 'vitest';
import { newId } from '#lib/doc/id.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { outboxName } from '#lib/sync/outbox.ts';
import { Workspace } from '#lib/sync/workspace.ts';
import { unsavedHere } from './open-here.ts';
import { LiveWorkspace } from './workspace.svelte.ts';

test('what a station couldn’t put on its tablet’s disk counts before the page is reloaded for a new version', async () => {
	const station = newId();
	const open = IDBFactory.prototype.open;
	IDBFactory.prototype.open = function (this: IDBFactory, name: string, ...rest) {
		if (name === outboxName(station)) throw new DOMException('no storage', 'UnknownError');
		return open.call(this, name, ...rest);
	};
	// Nobody is signed in on this tablet; the station has a workspace of its own.
	const workspace = await Workspace.open(station, 'ws://nowhere.invalid/sync?as=station', { copies: false });
	const live = new LiveWorkspace(workspace);
	expect(await unsavedHere()).toBe(0);
	const { doc } = await workspace.open(documentName(newId(), 'hours', newId()));
	doc.getMap('entries').set('entry', { minutes: 600 });
	expect(await unsavedHere()).toBe(1);
	IDBFactory.prototype.open = open;
	await live.wipe();
	expect(await unsavedHere()).toBe(0);
});
