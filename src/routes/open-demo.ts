import { goto } from '$app/navigation';
import { api, type Refusal, type WhichDemo } from '#lib/api/api.ts';
import { session } from '#lib/live/session.svelte.ts';
import { links } from '#lib/links.ts';
import { language } from '#lib/ui/text/index.svelte.ts';

/** Has the server make a copy of a demo production and opens it; answers why not when it can't. */
export async function openDemo(which: WhichDemo = 'B'): Promise<Refusal | null> {
	// Whose sign-in has ended is still whose device this is: another guest would find their work on it.
	if (session.expired) return { ok: false, code: 'signed-out', message: 'The sign-in has ended.' };
	const made = await api.openDemo(language.current, which);
	if (!made.ok) return made;
	await session.ask();
	const role = session.production(made.value.id)?.role ?? 'producer';
	// A newcomer sees the living board first, whatever this member's role begins on later.
	const to = role === 'viewer' ? links.production(made.value.id, role) : links.page(made.value.id, 'board');
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- links.ts resolves
	await goto(to);
	return null;
}
