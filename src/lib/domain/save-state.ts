/**
 * What the one badge says. It never says more than is true: "saved" only what is on this device's disk, "synced"
 * only what the server acknowledged.
 */
export type SaveState =
	/** in memory, on its way to this device's storage: nothing is promised */
	| { readonly kind: 'saving' }
	/** on this device, on its way to the server. `protected`: the browser promised to keep its storage */
	| { readonly kind: 'saved'; readonly protected: boolean; readonly secure: boolean }
	/** all of it acknowledged by the server, at this device clock time (milliseconds) */
	| { readonly kind: 'synced'; readonly at: number; readonly secure: boolean }
	/** that many changes are on this device and there is no way to the server now */
	| {
			readonly kind: 'waiting';
			readonly count: number;
			readonly online: boolean;
			readonly protected: boolean;
			readonly secure: boolean;
	  }
	/** that many changes were refused: a person must look */
	| { readonly kind: 'needs-you'; readonly count: number }
	/** the server's record of so many documents was changed behind this device's back: a person must look */
	| { readonly kind: 'record-differs'; readonly count: number }
	/** nothing waits, and the first connection is being made */
	| { readonly kind: 'connecting' }
	/** no connection, nothing waits */
	| { readonly kind: 'offline' }
	/** the browser's storage can't be written: that many changes are in this page's memory and nowhere else */
	| { readonly kind: 'storage-unavailable'; readonly count: number }
	/** not a secure address (no service worker, no locks), and no way to the server now; nothing waits */
	| { readonly kind: 'needs-https' }
	/** another app's built-in browser, or one that keeps no app: nothing it says about keeping would be true */
	| { readonly kind: 'wrong-browser' }
	/** the sign-in has ended; that many changes wait on this device */
	| {
			readonly kind: 'signed-out';
			readonly count: number;
			readonly protected: boolean;
			readonly secure: boolean;
	  };

/** The facts the badge is reckoned from, over all open documents of a user on this device. */
export type SaveFacts = {
	/** own changes in memory whose write has not completed */
	readonly saving: number;
	/** own changes that could not be written here and that no server has */
	readonly unsaved: number;
	/** the storage of own changes can be read and written, as far as is known */
	readonly storage: boolean;
	/** own changes on disk here that the server has not acknowledged */
	readonly waiting: number;
	/** own changes the server refused */
	readonly refused: number;
	/** documents whose record on the server isn't the one this device was told of */
	readonly differing: number;
	/** the device says it has a network at all */
	readonly online: boolean;
	/** every open document has a live connection with the server's state on it */
	readonly connected: boolean;
	readonly everConnected: boolean;
	/** since when all of it is with the server; null: not known in this session */
	readonly syncedAt: number | null;
	readonly signedOut: boolean;
	/** the browser promised not to clear its storage by itself */
	readonly protected: boolean;
	/** a secure address (https or localhost) */
	readonly secure: boolean;
	/** another app's built-in browser, or one without a service worker: it may forget everything */
	readonly inApp: boolean;
};

/** Reckons the state: the most pressing fact wins, so that nothing that needs a person hides behind a tick. */
export function saveState(facts: SaveFacts): SaveState {
	const { waiting: count, secure } = facts;
	if (facts.unsaved > 0 || !facts.storage) return { kind: 'storage-unavailable', count: facts.unsaved };
	if (facts.refused > 0) return { kind: 'needs-you', count: facts.refused };
	if (facts.differing > 0) return { kind: 'record-differs', count: facts.differing };
	if (facts.inApp) return { kind: 'wrong-browser' };
	if (facts.saving > 0) return { kind: 'saving' };
	if (facts.signedOut) {
		// Nothing waits: then nothing here depends on what the browser keeps.
		const kept = count === 0 || facts.protected;
		return { kind: 'signed-out', count, protected: kept, secure: count === 0 || secure };
	}
	if (count > 0) {
		return facts.online && facts.connected
			? { kind: 'saved', protected: facts.protected, secure }
			: { kind: 'waiting', count, online: facts.online, protected: facts.protected, secure };
	}
	if (facts.connected && facts.syncedAt !== null) return { kind: 'synced', at: facts.syncedAt, secure };
	if (!secure) return { kind: 'needs-https' };
	if (facts.online && !facts.everConnected) return { kind: 'connecting' };
	return { kind: 'offline' };
}
