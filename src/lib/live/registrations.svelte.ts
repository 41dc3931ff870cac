/**
 * What this device made and the server must hear of before it takes their documents: productions and people. Kept
 * on the device until the server said yes, so that both can be made without a network; each request may be
 * repeated without harm.
 */
import { api, type Answer } from '#lib/api/api.ts';

type Registration =
	| { readonly kind: 'production'; readonly id: string; readonly title: string }
	| { readonly kind: 'people'; readonly id: string; readonly personIds: readonly string[] };

const keyOf = (userId: string): string => `daybreak.${userId}.registrations`;

function read(userId: string): readonly Registration[] {
	try {
		const raw: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
		return Array.isArray(raw) ? (raw as Registration[]) : [];
	} catch {
		return [];
	}
}

function write(userId: string, all: readonly Registration[]): void {
	try {
		if (all.length === 0) localStorage.removeItem(keyOf(userId));
		else localStorage.setItem(keyOf(userId), JSON.stringify(all));
	} catch {
		// A window that keeps nothing: the request below is tried at once all the same.
	}
}

const send = (registration: Registration): Promise<Answer<unknown>> =>
	registration.kind === 'production'
		? api.createProduction(registration.id, registration.title)
		: api.registerPeople(registration.id, registration.personIds);

/** For each user, the sending that is under way in this tab. */
const running = new Map<string, Promise<void>>();

async function sendAll(userId: string): Promise<void> {
	for (;;) {
		const [next] = read(userId);
		// Said in the same turn as the last look, so that nothing queued afterwards waits for somebody who has left.
		if (!next) return void running.delete(userId);
		const answer = await send(next);
		const later = !answer.ok && (answer.offline || ['signed-out', 'busy', 'server'].includes(answer.code));
		if (later) return void running.delete(userId);
		// That one and no other: another tab may have sent and removed it meanwhile.
		const sent = JSON.stringify(next);
		write(
			userId,
			read(userId).filter((one) => JSON.stringify(one) !== sent)
		);
	}
}

/**
 * Sends what the server hasn't heard of yet, in order. Stops at the first that can't be sent now; one that the
 * server refuses for good is dropped.
 */
export function sendRegistrations(userId: string): Promise<void> {
	const under = running.get(userId) ?? sendAll(userId);
	if (read(userId).length > 0) running.set(userId, under);
	return under;
}

/** Queues a registration and sends it at once where there is a network. Resolves when it was tried. */
export async function register(userId: string, registration: Registration): Promise<void> {
	write(userId, [...read(userId), registration]);
	await sendRegistrations(userId);
}

/** People this page has told the server of, by user and production. */
const told = new Map<string, Set<string>>();

/**
 * Has the documents of people exist before they are opened: those this page hasn't told the server of are told now.
 * Only for who may register people. Resolves when it was tried; without a network it stays queued.
 */
export async function registerOnce(
	userId: string,
	production: string,
	personIds: readonly string[]
): Promise<void> {
	const key = `${userId} ${production}`;
	const known = told.get(key) ?? new Set();
	told.set(key, known);
	const fresh = personIds.filter((id) => !known.has(id));
	if (fresh.length === 0) return;
	for (const id of fresh) known.add(id);
	await register(userId, { kind: 'people', id: production, personIds: fresh });
}

/** Productions made on this device that the server has not confirmed. */
export const unregistered = (userId: string): readonly string[] =>
	read(userId).flatMap((one) => (one.kind === 'production' ? [one.id] : []));

/** Deletes the queue: at sign-out, after a person said to discard what waits. */
export const forgetRegistrations = (userId: string): void => write(userId, []);
