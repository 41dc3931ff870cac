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

let running: Promise<void> | null = null;

/**
 * Sends what the server hasn't heard of yet, in order. Stops at the first that can't be sent now; one that the
 * server refuses for good is dropped, and its code answered.
 */
export function sendRegistrations(userId: string): Promise<void> {
	running ??= (async () => {
		for (;;) {
			const [next] = read(userId);
			if (!next) return;
			const answer = await send(next);
			const later = !answer.ok && (answer.offline || ['signed-out', 'busy', 'server'].includes(answer.code));
			if (later) return;
			write(userId, read(userId).slice(1));
		}
	})().finally(() => (running = null));
	return running;
}

/** Queues a registration and sends it at once where there is a network. Resolves when it was tried. */
export async function register(userId: string, registration: Registration): Promise<void> {
	write(userId, [...read(userId), registration]);
	await sendRegistrations(userId);
}

/** Productions made on this device that the server has not confirmed. */
export const unregistered = (userId: string): readonly string[] =>
	read(userId).flatMap((one) => (one.kind === 'production' ? [one.id] : []));

/** Deletes the queue: at sign-out, after a person said to discard what waits. */
export const forgetRegistrations = (userId: string): void => write(userId, []);
