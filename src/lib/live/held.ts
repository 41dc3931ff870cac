import type { Unsent } from '#lib/sync/workspace.ts';
import type { Elsewhere } from './leaving.svelte.ts';
import { unregistered } from './registrations.svelte.ts';
import { workspaceOf } from './workspace.svelte.ts';

/** A change that is only here, and what knows it again after a person has seen it. */
export type HeldChange = Unsent & { readonly id: string };

/** What would be lost if a user were deleted from this device now. */
export type Held = {
	readonly changes: readonly HeldChange[];
	/** ids of productions made here that the server hasn't heard of */
	readonly productions: readonly string[];
	/** so many changes are in the memory of other tabs and nowhere else */
	readonly elsewhere: number;
	/** another tab doesn't say what it has */
	readonly silent: boolean;
	/** the browser's storage can't be read: there may be anything */
	readonly unreadable: boolean;
};

/** Looks what is only on this device, this page's memory and other tabs included. */
export async function heldOf(userId: string, elsewhere: Elsewhere): Promise<Held> {
	const live = await workspaceOf(userId);
	const changes = await live.unsent();
	const made = await unregistered(userId);
	return {
		changes: changes.map((change) => ({ ...change, id: `${change.document} ${change.at} ${change.name}` })),
		productions: (made ?? []).map(({ id }) => id),
		elsewhere: elsewhere.unsaved,
		silent: elsewhere.silent,
		unreadable: !live.storage || made === null
	};
}

/** Whether there is something that a person who chose to give up `seen` hasn't seen. `seen` null: nothing was. */
export function holdsMore(held: Held, seen: Held | null): boolean {
	const known = new Set(seen?.changes.map(({ id }) => id));
	return (
		held.changes.some(({ id }) => !known.has(id)) ||
		held.productions.some((id) => !seen?.productions.includes(id)) ||
		held.elsewhere > (seen?.elsewhere ?? 0) ||
		(held.silent && !seen?.silent) ||
		(held.unreadable && !seen?.unreadable)
	);
}
