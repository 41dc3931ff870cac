/**
 * Signing out. The sync room first sends or counts what is unsent and wipes this user's databases; where a build
 * has no such room, only the session ends.
 */
import { api } from '#lib/api/api.ts';
import { session } from '#lib/live/session.svelte.ts';

/** Why somebody is still signed in: unsent changes and how many, or the code of a refusal. */
export type Stay = { readonly code: string; readonly count?: number };

type Room = { signOut: () => Promise<{ readonly ok: true } | ({ readonly ok: false } & Stay)> };
const rooms = import.meta.glob<Room>('../lib/sync/sign-out.ts');

/** Signs out; null when done, else why not. */
export async function leave(): Promise<Stay | null> {
	const room = Object.values(rooms)[0];
	const outcome = room ? await (await room()).signOut() : await api.signOut();
	if (!outcome.ok) return outcome;
	session.forget();
	return null;
}
