import 'fake-indexeddb/auto';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket as NodeSocket } from 'ws';
import { addScene } from '#lib/doc/commands/add-scene.ts';
import { newId } from '#lib/doc/id.ts';
import { openPlan } from '#lib/doc/plan-document.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { saveState } from '#lib/domain/save-state.ts';
import { Device, TestServer, until } from './rig.ts';

/** An older backup is restored that doesn't know what was made since: the producer's own tablet has it. */

const server = new TestServer();
/** for whoever has a network of their own, which signs them in */
const Plain = WebSocket;
const folder = mkdtempSync(join(tmpdir(), 'daybreak-forgotten-'));
let account: { userId: string; cookie: string };

const job = async (name: string, ...args: string[]): Promise<void> => {
	const env = { ...process.env, DATA_DIR: server.data };
	await promisify(execFile)(process.execPath, [`server/jobs/${name}.ts`, ...args], { env });
};

beforeAll(async () => {
	await server.start();
	account = await server.account('producer');
	const origin = `http://127.0.0.1:${server.port}`;
	const kept = new Map<string, string>();
	vi.stubGlobal('localStorage', {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	});
	vi.stubGlobal('location', { protocol: 'http:', host: `127.0.0.1:${server.port}` });
	const ask = fetch;
	vi.stubGlobal('fetch', (path: string, init: RequestInit) =>
		path.startsWith('/')
			? ask(origin + path, { ...init, headers: { ...init.headers, origin, cookie: account.cookie } })
			: ask(path, init)
	);
	vi.stubGlobal(
		'WebSocket',
		class extends NodeSocket {
			constructor(url: string) {
				super(url, { headers: { origin, cookie: account.cookie } });
			}
		}
	);
});
afterAll(async () => {
	vi.unstubAllGlobals();
	await server.end();
	rmSync(folder, { recursive: true, force: true });
});

test('a production made after the backup comes back from its producer’s tablet with all that is in it and their place there; one they were taken off doesn’t', async () => {
	const { madeHere, session } = await import('#lib/live/session.svelte.ts');
	const { register } = await import('#lib/live/registrations.svelte.ts');
	const { workspaceOf } = await import('#lib/live/workspace.svelte.ts');
	await session.ask();
	const file = join(folder, 'older.backup');
	await job('backup', file);

	const production = newId();
	const person = newId();
	await register(account.userId, { kind: 'production', id: production, title: 'Rain' });
	await register(account.userId, { kind: 'people', id: production, personIds: [person] });
	const path = `/api/productions/${production}`;
	await server.call('PATCH', `${path}/members/${account.userId}`, { personId: person }, account.cookie);
	await session.ask();
	const { workspace } = await workspaceOf(account.userId);
	const badge = (): string => saveState(workspace.facts).kind;
	const plan = await workspace.open(documentName(production, 'plan'));
	const { sceneId } = addScene(openPlan(plan.doc), { number: '1' });
	const deal = await workspace.open(documentName(production, 'deal', person));
	deal.doc.getMap('deals').set('agreed', 'a day');
	await until('all is with the server', () => badge() === 'synced');
	await until('the copy is whole', async () => (await workspace.keptSince(plan.document)) !== null);
	await workspace.release(deal);
	// On this device's list, and not theirs to bring back.
	session.add({ ...madeHere(newId(), 'Another’s'), role: 'planner' });

	await server.kill();
	await job('restore', file, '--replace');
	await server.start();
	await session.ask();
	expect(session.productions.map(({ id, personId }) => [id, personId])).toEqual([[production, person]]);
	const member = async (): Promise<unknown> => {
		const answer = await server.call('GET', '/api/me', undefined, account.cookie);
		return ((await answer.json()) as { productions: unknown[] }).productions;
	};
	await until('the place in the plan is back', async () => JSON.stringify(await member()).includes(person));
	await workspace.release(plan);

	const newcomer = await server.join(production, account.cookie, 'a new producer', 'producer');
	const device = await new Device(server, newcomer, { WebSocket: Plain }).start();
	const board = await device.workspace.open(documentName(production, 'plan'));
	await until('the scene is there', () => !!openPlan(board.doc).tables.scenes.get(sceneId));
	const terms = await device.workspace.open(documentName(production, 'deal', person));
	await until('the deal is there', () => terms.doc.getMap('deals').get('agreed') === 'a day');
	await device.end();

	// Taken off the list by the other producer: it stays away, though this device still has it all.
	await server.call('DELETE', `${path}/members/${account.userId}`, {}, newcomer.cookie);
	await session.ask();
	expect(session.productions).toEqual([]);
	await workspace.close();
});
