import { goto } from '$app/navigation';
import { session } from '#lib/live/session.svelte.ts';
import { links } from '#lib/links.ts';

/**
 * Sends somebody whom neither this device nor the server knows to sign in, and back here afterwards. A cookie may
 * be good though this device has forgotten who is here, so the server is asked before anybody is sent away.
 */
export async function signInFirst(here: string): Promise<void> {
	if (session.user) return;
	if (!session.left) await session.ask();
	if (session.user) return;
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- links.ts resolves
	await goto(session.left ? links.start() : links.signIn(here), { replaceState: true });
}
