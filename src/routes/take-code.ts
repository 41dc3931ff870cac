import { goto } from '$app/navigation';
import { api } from '#lib/api/api.ts';
import { links } from '#lib/links.ts';
import type { Outcome } from '#lib/ui/account/outcome.ts';

/** Exchanges a join code and goes on as if its link had been opened; answers why not when it is none. */
export async function takeCode(code: string): Promise<Outcome> {
	const taken = await api.takeJoinCode(code);
	if (!taken.ok) return taken;
	// eslint-disable-next-line svelte/no-navigation-without-resolve -- links.ts resolves
	await goto(links.join(taken.value));
	return { ok: true };
}
