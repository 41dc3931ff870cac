import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '#lib/doc/id.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { Workspace } from './workspace.ts';

/** The network's end of a socket: never answers, and says when one is asked for and when one is closed. */
let sockets: Silent[] = [];
class Silent extends EventTarget {
	static readonly OPEN = 1;
	readonly OPEN = 1;
	readyState = 0;
	binaryType = 'arraybuffer';
	onclose: ((event: { code: number }) => void) | null = null;
	isClosed = false;
	constructor() {
		super();
		sockets.push(this);
	}
	send(): void {}
	close(): void {
		this.isClosed = true;
	}
}

let workspace: Workspace;
beforeEach(async () => {
	sockets = [];
	workspace = await Workspace.open(newId(), 'ws://nowhere.invalid/sync', {
		WebSocket: Silent as unknown as typeof WebSocket
	});
	await workspace.open(documentName(newId(), 'plan'));
	await vi.waitFor(() => expect(sockets).toHaveLength(1));
});
afterEach(() => workspace.wipe());

test('when the device says it has no network, the socket is closed: an open one wouldn’t notice', () => {
	window.dispatchEvent(new Event('offline'));
	expect(sockets.map(({ isClosed }) => isClosed)).toEqual([true]);
});

test.each([
	['the network is back', () => window.dispatchEvent(new Event('online'))],
	['the page is shown again from the browser’s memory', () => window.dispatchEvent(new Event('pageshow'))],
	['the page is looked at again', () => document.dispatchEvent(new Event('visibilitychange'))]
])('when %s, the device connects at once', async (_, happens) => {
	window.dispatchEvent(new Event('offline'));
	happens();
	await vi.waitFor(() => expect(sockets).toHaveLength(2));
});

test('a closed workspace hears nothing of it any more', async () => {
	await workspace.close();
	window.dispatchEvent(new Event('online'));
	document.dispatchEvent(new Event('visibilitychange'));
	expect(sockets).toHaveLength(1);
});

test('the browser is asked to keep its storage at the first change made on this device, and once', async () => {
	const storage = navigator.storage;
	const persisted = vi.spyOn(storage, 'persisted').mockResolvedValue(false);
	const persist = vi.spyOn(storage, 'persist').mockResolvedValue(true);
	const other = await Workspace.open(newId(), 'ws://nowhere.invalid/sync', {
		WebSocket: Silent as unknown as typeof WebSocket
	});
	const { doc } = await other.open(documentName(newId(), 'plan'));
	expect(persist).not.toHaveBeenCalled();
	expect(other.facts.protected).toBe(false);
	doc.getMap('rows').set('one', 1);
	await other.settled();
	await vi.waitFor(() => expect(other.facts.protected).toBe(true));
	doc.getMap('rows').set('two', 2);
	await other.settled();
	expect(persist).toHaveBeenCalledOnce();
	persisted.mockRestore();
	persist.mockRestore();
	await other.wipe();
});
