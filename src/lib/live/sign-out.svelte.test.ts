import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { documentName } from '#lib/domain/people/permissions.ts';
import { newId } from '#lib/doc/id.ts';
import type { Held } from './held.ts';
import { isHeld, leaveTabs, TabOfUser } from './leaving.svelte.ts';
import { session } from './session.svelte.ts';
import { signInAs, signOut } from './sign-out.ts';
import { wipeWorkspace, workspaceOf } from './workspace.svelte.ts';

/** A server that knows whose the cookie is. A test may hold its answer to a sign-out back. */
const server = {
	cookie: null as string | null,
	online: true,
	asked: [] as string[],
	beforeLeaving: async () => {}
};
const production = newId();
let me = '';

beforeEach(async () => {
	me = newId();
	Object.assign(server, { cookie: me, online: true, asked: [], beforeLeaving: async () => {} });
	vi.stubGlobal('fetch', async (path: string, { method }: { method: string }) => {
		server.asked.push(`${method} ${path}`);
		if (method === 'DELETE') {
			await server.beforeLeaving();
			if (!server.online) throw new TypeError('Failed to fetch');
			server.cookie = null;
			return new Response(null, { status: 204 });
		}
		if (!server.online) throw new TypeError('Failed to fetch');
		const id = server.cookie;
		if (id === null) return Response.json({ error: { code: 'signed-out' } }, { status: 401 });
		return Response.json({ user: { id, name: `Name of ${id}`, guest: false }, productions: [] });
	});
	expect(await session.ask()).toMatchObject({ ok: true });
});
afterEach(async () => {
	for (const { id } of [{ id: me }]) await wipeWorkspace(id);
	session.forget();
	leaveTabs();
	localStorage.clear();
	vi.unstubAllGlobals();
});

/** Something is written that no server has. */
async function write(what: string): Promise<void> {
	const live = await workspaceOf(me);
	const channel = await live.workspace.open(documentName(production, 'plan'));
	channel.doc.getMap('rows').set(newId(), what);
	await live.workspace.release(channel);
}
const kept = async (of: string): Promise<string[]> =>
	(await indexedDB.databases()).flatMap(({ name }) => (name?.includes(of) ? [name] : []));

test('signing out is held back by what is only here, and says what that is', async () => {
	await write('the pier');
	const held = (await signOut()) as Held;
	expect(JSON.stringify(held.changes)).toContain('the pier');
	expect(server.asked).not.toContain('DELETE /api/sessions/current');
	expect(await signOut(held)).toBeNull();
	expect(session.user).toBeNull();
	expect(await kept(me)).toEqual([]);
});

test('what was written after the list was shown is not given up with it', async () => {
	await write('shown');
	const held = await signOut();
	await write('written since');
	const more = await signOut(held);
	expect(JSON.stringify(more)).toContain('written since');
	expect(session.user?.id).toBe(me);
});

test('while the server is told, nothing can be typed; what comes in all the same is not deleted', async () => {
	server.beforeLeaving = async () => {
		expect(isHeld()).toBe(true);
		await write('in the last second');
	};
	const held = await signOut();
	expect(JSON.stringify(held)).toContain('in the last second');
	expect(isHeld()).toBe(false);
	// The sign-in is over, the work is still here, and whose it is.
	expect([session.user?.id, session.expired]).toEqual([me, true]);
	expect(await kept(me)).not.toEqual([]);
});

test('a sign-out that didn’t come about without a network isn’t made up for later', async () => {
	server.online = false;
	server.beforeLeaving = () => write('in the last second');
	expect(await signOut()).not.toBeNull();
	server.online = true;
	server.beforeLeaving = async () => {};
	expect(await session.ask()).toMatchObject({ ok: true });
	expect(session.expired).toBe(false);
});

test('another tab holds still meanwhile, and what only it has in memory holds the sign-out back', async () => {
	let typed = 2;
	const held: boolean[] = [];
	const other: TabOfUser = new TabOfUser(me, {
		unsaved: async () => {
			held.push(other.held);
			return typed;
		}
	});
	expect(await signOut()).toMatchObject({ elsewhere: 2, silent: false });
	expect(held).toEqual([true]);
	await vi.waitFor(() => expect(other.held).toBe(false));
	typed = 0;
	expect(await signOut()).toBeNull();
	other.close();
});

test('a tab that doesn’t answer isn’t taken for one that has nothing', async () => {
	const frozen = new TabOfUser(me, { unsaved: () => new Promise(() => {}) });
	const leaver = new TabOfUser(me, { unsaved: async () => 0, patienceMs: 50 });
	expect(await leaver.alone(async (elsewhere) => elsewhere)).toEqual({ unsaved: 0, silent: true });
	frozen.close();
	leaver.close();
});

test('whoever signs in in somebody’s place finds nothing of theirs', async () => {
	await workspaceOf(me);
	const next = newId();
	const signIn = async () => {
		server.cookie = next;
		return { ok: true, value: { id: next, name: 'Next', guest: false } } as const;
	};
	expect(await signInAs('Next', signIn)).toMatchObject({ ok: true });
	expect(session.user?.id).toBe(next);
	expect(await kept(me)).toEqual([]);
});

test('nobody signs in in somebody’s place over work that is only here, until it is given up', async () => {
	await write('the pier');
	let asked = 0;
	const next = newId();
	const signIn = async () => {
		asked++;
		server.cookie = next;
		return { ok: true, value: { id: next, name: 'Next', guest: false } } as const;
	};
	const entered = await signInAs('Next', signIn);
	expect(JSON.stringify(entered)).toContain('the pier');
	expect([asked, session.user?.id]).toEqual([0, me]);
	expect(await signInAs('Next', signIn, 'held' in entered ? entered.held : null)).toMatchObject({ ok: true });
	expect(await kept(me)).toEqual([]);
});

test('where the cookie is another’s all of a sudden, nothing of the one before is left; what only they had waits for them', async () => {
	const [first, second] = [me, newId()];
	await workspaceOf(first);
	server.cookie = second;
	await session.ask();
	expect(session.user?.id).toBe(second);
	expect(await kept(first)).toEqual([]);

	me = second;
	await write('the pier');
	server.cookie = first;
	await session.ask();
	expect(session.user?.id).toBe(first);
	expect(await kept(second)).not.toEqual([]);
	expect((await workspaceOf(second)).waiting).toHaveLength(1);
});

test('who signs in again by another way of writing their own name loses nothing', async () => {
	await write('the pier');
	const signIn = async () => ({ ok: true, value: { id: me, name: `Name of ${me}`, guest: false } }) as const;
	expect(await signInAs(`  NAME of  ${me.toUpperCase()}`, signIn)).toMatchObject({ ok: true });
	expect((await workspaceOf(me)).waiting).toHaveLength(1);
});

test('a wrong passphrase of the next one deletes nothing of the one before', async () => {
	const open = await workspaceOf(me);
	const channel = await open.workspace.open(documentName(production, 'plan'));
	const refused = async () => ({ ok: false, code: 'wrong-sign-in', message: '' }) as const;
	expect(await signInAs('Next', refused)).toMatchObject({ code: 'wrong-sign-in' });
	expect(session.user?.id).toBe(me);
	expect(await kept(me)).not.toEqual([]);
	await open.workspace.release(channel);
});
