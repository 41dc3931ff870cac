/**
 * Who is signed in on this device, and to which productions they belong. Kept on the device, so that a reload
 * without a network still knows who is here; the server is asked whenever it can be reached. An ended sign-in
 * deletes nothing: the person stays known here and is asked to sign in again.
 */
import { api, readMe, type Answer, type Me, type Membership } from '#lib/api/api.ts';
import { PRODUCTION_DOCUMENTS } from '#lib/domain/people/permissions.ts';
import { unregistered } from './registrations.svelte.ts';

const KEY = 'daybreak.me';

function fromDevice(): Me | null {
	try {
		return readMe(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
	} catch {
		return null;
	}
}

function toDevice(me: Me | null): void {
	try {
		if (me) localStorage.setItem(KEY, JSON.stringify(me));
		else localStorage.removeItem(KEY);
	} catch {
		// private window: known until the page closes
	}
}

let me = $state.raw<Me | null>(typeof localStorage === 'undefined' ? null : fromDevice());
let expired = $state(false);
let asked = $state(false);
/** whoever was here has signed out on this page */
let left = false;
let asking: Promise<Answer<Me>> | null = null;
/** made on this page, and not in any answer of the server yet: one that is on its way may be older */
const added = new Set<string>();

function know(next: Me | null): void {
	me = next;
	toDevice(next);
}

/**
 * The server's list, with the productions made here that it hasn't heard of yet, and those it has forgotten and takes
 * back from this device.
 */
async function withOwn(next: Me): Promise<Me> {
	if (me?.user.id !== next.user.id) return next;
	const before = me.productions;
	const made = await unregistered(next.user.id);
	const listed = new Set(next.productions.map(({ id }) => id));
	for (const id of listed) added.delete(id);
	const isMade = (id: string): boolean => made === null || added.has(id) || made.some((one) => one.id === id);
	const missing = before.filter(({ id }) => !listed.has(id));
	const own = missing.filter(({ id, role }) => role === 'producer' && isMade(id));
	const forgotten = missing.filter((one) => !own.includes(one));
	const back = forgotten.length > 0 ? await bringBack(next.user.id, forgotten) : [];
	// Made while the server was being asked.
	const since = me.productions.filter(({ id }) => !listed.has(id) && !before.some((one) => one.id === id));
	const lost = (made ?? []).filter(({ id }) => !listed.has(id) && !before.some((one) => one.id === id));
	const found = lost.map(({ id, title }) => madeHere(id, title));
	const more = new Map([...found, ...since, ...back, ...own].map((one) => [one.id, one]));
	return more.size > 0 ? { ...next, productions: [...next.productions, ...more.values()] } : next;
}

async function bringBack(userId: string, forgotten: readonly Membership[]): Promise<readonly Membership[]> {
	const { giveBack } = await import('./forgotten.ts');
	return giveBack(userId, forgotten).catch(() => forgotten);
}

/** A production that was made on this device, as its producer's list has it. */
export const madeHere = (id: string, title: string): Membership => ({
	id,
	title,
	role: 'producer',
	personId: null,
	keeps: 'none',
	demo: false,
	expiresAt: null,
	archivedAt: null,
	documents: [...PRODUCTION_DOCUMENTS]
});

/**
 * Productions made here without a network, of which a browser that was killed may have lost the list: what is on disk
 * says which there are.
 */
async function recall(): Promise<void> {
	if (!me) return;
	for (const { id, title } of (await unregistered(me.user.id)) ?? []) {
		if (!session.production(id)) session.add(madeHere(id, title));
	}
}

/**
 * The cookie is another's than whom this device knows: signed in past the pages that ask first. What is only here of
 * the one before stays for their return; else nothing of theirs does.
 */
async function makeRoom(userId: string): Promise<void> {
	const before = me?.user.id;
	if (before === undefined || before === userId) return;
	const { deleteSent } = await import('./delete-here.ts');
	await deleteSent(before).catch(() => {});
}

export const session = {
	get me(): Me | null {
		return me;
	},
	get user(): Me['user'] | null {
		return me?.user ?? null;
	},
	get productions(): readonly Membership[] {
		return me?.productions ?? [];
	},
	/** The server says the sign-in has ended; what is on the device stays. */
	get expired(): boolean {
		return expired;
	},
	/** The server has answered since the page was opened. */
	get asked(): boolean {
		return asked;
	},
	/** Whoever was here has just signed out: nobody is to be asked to sign in again for it. */
	get left(): boolean {
		return left;
	},
	production: (id: string): Membership | null => me?.productions.find((p) => p.id === id) ?? null,

	/** Asks the server who is here. Offline, what the device knows stays in force. */
	ask(): Promise<Answer<Me>> {
		asking ??= api
			.me()
			.then(async (answer) => {
				if (answer.ok) {
					await makeRoom(answer.value.user.id);
					know(await withOwn(answer.value));
					expired = false;
					asked = true;
					left = false;
				} else if (answer.code === 'signed-out') {
					expired = me !== null;
					asked = true;
				}
				return answer;
			})
			.finally(() => (asking = null));
		return asking;
	},

	/** Adds or replaces a production before the server's list has it: one made on this device. */
	add(production: Membership): void {
		if (!me) return;
		added.add(production.id);
		know({ ...me, productions: [...me.productions.filter((p) => p.id !== production.id), production] });
	},

	/** Forgets who is here. Only for signing out, after everything of theirs has been sent or given up. */
	forget(): void {
		left = true;
		know(null);
		expired = false;
	}
};

void recall();
