/**
 * What this device made and the server must hear of before it takes their documents: productions and people. Kept
 * on the device's disk until the server said yes, so that both can be made without a network.
 */
import { RegistrationQueue, type Registration } from './registration-queue.ts';

const queues = new Map<string, RegistrationQueue>();

function queueOf(userId: string): RegistrationQueue {
	const queue = queues.get(userId) ?? new RegistrationQueue(userId);
	queues.set(userId, queue);
	return queue;
}

/**
 * Sends what the server hasn't heard of yet, in order. Stops at the first that can't be sent now; one that the
 * server refuses for good is dropped, and its documents say so.
 */
export const sendRegistrations = (userId: string): Promise<void> => queueOf(userId).send();

/** Keeps a registration for when there is a network. Resolves once it is on this device's disk, where there is one. */
export const keepRegistration = (userId: string, registration: Registration): Promise<void> =>
	queueOf(userId).add(registration);

/** Keeps a registration and sends it at once where there is a network. Resolves when it was tried. */
export async function register(userId: string, registration: Registration): Promise<void> {
	await keepRegistration(userId, registration);
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

/** The server has forgotten a production: its people have to be told of anew. */
export const untell = (userId: string, production: string): void =>
	void told.delete(`${userId} ${production}`);

type Made = Extract<Registration, { kind: 'production' }>;

/** Productions made on this device that the server has not confirmed; null where the browser doesn't say. */
export async function unregistered(userId: string): Promise<readonly Made[] | null> {
	const waiting = await queueOf(userId).waiting();
	return waiting && waiting.flatMap((one) => (one.kind === 'production' ? [one] : []));
}

/** Deletes the queue: at sign-out, after a person said to discard what waits. */
export async function forgetRegistrations(userId: string): Promise<void> {
	const queue = queueOf(userId);
	queues.delete(userId);
	await queue.destroy();
}
