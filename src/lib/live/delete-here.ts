import { forgetHere } from './forget-here.ts';
import { heldOf, holdsMore } from './held.ts';
import { forgetRegistrations } from './registrations.svelte.ts';
import { wipeWorkspace } from './workspace.svelte.ts';

/** Deletes all that a user has on this device, in every tab. Only after nothing waits, or a person gave up what does. */
export async function deleteHere(userId: string): Promise<void> {
	await wipeWorkspace(userId);
	await forgetRegistrations(userId);
	forgetHere();
}

/** The same, unless something of theirs is only here: that stays for their return. */
export async function deleteSent(userId: string): Promise<void> {
	const held = await heldOf(userId, { unsaved: 0, silent: false });
	if (!holdsMore(held, null)) await deleteHere(userId);
}
