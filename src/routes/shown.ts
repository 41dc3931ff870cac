import type { About } from '#lib/live/names-of.ts';
import type { Unsent } from '#lib/sync/workspace.ts';
import { did, refusalText } from '#lib/ui/did.ts';
import type { WaitingChange } from '#lib/ui/save-state.ts';
import { text } from '#lib/ui/text/index.svelte.ts';
import { contentOf } from '#lib/ui/waiting-content.ts';

/** So many names stand in one line; the export has all. */
const NAMES = 6;

/** A change that no server has, in words: what was done to what, when, what it says, and why it was refused. */
export function shown(change: Unsent, id: string, about?: About): WaitingChange {
	const { count = 1, names = [] } = about ?? {};
	const what = did(change.name, Math.max(1, count));
	return {
		id,
		what:
			names.length === 0
				? what
				: text.here.didTo(what, names.slice(0, NAMES)) + (names.length > NAMES ? '…' : ''),
		at: change.at,
		content: contentOf(change.intents),
		...(change.refused ? { why: refusalText(change.refused) } : {})
	};
}
