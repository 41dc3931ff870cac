import { api } from '#lib/api/api.ts';
import { forgetHere } from './forget-here.ts';
import { forgetRegistrations, unregistered } from './registrations.svelte.ts';
import { session } from './session.svelte.ts';
import { wipeWorkspace, workspaceOf } from './workspace.svelte.ts';

/**
 * Signs out and deletes all that this user has on this device. Refused while something is only here, unless a
 * person has said to discard it. Without a network the device is wiped all the same; the server's session then
 * ends by itself or at the next sign-in.
 * @returns how many changes hold it back, Infinity where that can't be known; 0 when signed out
 */
export async function signOut({ discard = false } = {}): Promise<number> {
	const { user } = session;
	if (!user) return 0;
	const open = await workspaceOf(user.id);
	const waiting = (await open.unsent()) + unregistered(user.id).length;
	if (waiting > 0 && !discard) return waiting;
	await api.signOut();
	await wipeWorkspace(user.id);
	forgetRegistrations(user.id);
	forgetHere();
	session.forget();
	return 0;
}
