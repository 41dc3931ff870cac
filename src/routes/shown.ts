import type { Unsent } from '#lib/sync/workspace.ts';
import { did, refusalText } from '#lib/ui/did.ts';
import type { WaitingChange } from '#lib/ui/save-state.ts';
import { contentOf } from '#lib/ui/waiting-content.ts';

/** A change that no server has, in words: what was done, when, what it says, and why it was refused. */
export const shown = (change: Unsent, id: string): WaitingChange => ({
	id,
	what: did(change.name),
	at: change.at,
	content: contentOf(change.intents),
	...(change.refused ? { why: refusalText(change.refused) } : {})
});
