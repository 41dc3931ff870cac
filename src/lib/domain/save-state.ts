/**
 * What the one badge says. It never says more than is true: "saved" only what is on this device's disk, "synced"
 * only what the server acknowledged.
 */
export type SaveState =
	/** no document is open yet, or the first one is being read */
	| { readonly kind: 'opening' }
	/** a change is in memory only; nothing is promised */
	| { readonly kind: 'saving' }
	/** on this device's disk; `waiting` changes go out as soon as there is a way */
	| { readonly kind: 'waiting'; readonly waiting: number; readonly online: boolean }
	/** all of it is with the server, at this device clock time (milliseconds) */
	| { readonly kind: 'synced'; readonly at: number }
	/** nothing waits, and there is no connection: what is seen is as of `at` (null: not known) */
	| { readonly kind: 'offline'; readonly at: number | null }
	/** nothing waits, and the first connection is being made */
	| { readonly kind: 'connecting' }
	/** the server refused changes, or this device couldn't keep one: a person must look */
	| { readonly kind: 'needs-you'; readonly refused: number; readonly unsaved: number }
	/** the sign-in ended; `waiting` changes stay here until somebody signs in again */
	| { readonly kind: 'signed-out'; readonly waiting: number }
	/** the server says this member has no right to it any more */
	| { readonly kind: 'no-right'; readonly waiting: number };

/** The facts the badge is reckoned from, over all open documents of a user on this device. */
export type SaveFacts = {
	readonly opened: boolean;
	readonly saving: number;
	readonly unsaved: number;
	readonly waiting: number;
	readonly refused: number;
	/** the device says it has a network at all */
	readonly online: boolean;
	/** every open document has a live connection with the server's state on it */
	readonly connected: boolean;
	readonly everConnected: boolean;
	readonly syncedAt: number | null;
	readonly signedOut: boolean;
	readonly noRight: boolean;
};

/** Reckons the state: the most pressing fact wins, so that nothing that needs a person hides behind a tick. */
export function saveState(facts: SaveFacts): SaveState {
	const { refused, unsaved, waiting } = facts;
	if (refused > 0 || unsaved > 0) return { kind: 'needs-you', refused, unsaved };
	if (!facts.opened) return { kind: 'opening' };
	if (facts.saving > 0) return { kind: 'saving' };
	if (facts.signedOut) return { kind: 'signed-out', waiting };
	if (facts.noRight) return { kind: 'no-right', waiting };
	if (waiting > 0) return { kind: 'waiting', waiting, online: facts.online && facts.connected };
	if (facts.connected && facts.syncedAt !== null) return { kind: 'synced', at: facts.syncedAt };
	if (facts.online && !facts.everConnected) return { kind: 'connecting' };
	return { kind: 'offline', at: facts.syncedAt };
}
