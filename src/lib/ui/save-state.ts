/**
 * What the badge may say. Each kind is a promise (reliability.md 1); whoever makes this value must know it to be
 * true, the badge only words it.
 */
export type SaveState =
	/** in memory, on its way to this device's storage */
	| { kind: 'saving' }
	/** on this device, not yet on the server. `protected`: the browser promised to keep its storage */
	| { kind: 'saved'; protected: boolean }
	/** acknowledged by the server at that instant */
	| { kind: 'synced'; at: number }
	/** that many changes are on this device and not yet acknowledged */
	| { kind: 'waiting'; count: number; online: boolean; protected: boolean }
	/** that many changes were refused, or could not be written */
	| { kind: 'needs-you'; count: number }
	/** no connection, nothing waits */
	| { kind: 'offline' }
	| { kind: 'storage-unavailable' }
	/** not a secure address: no service worker, no locks */
	| { kind: 'needs-https' }
	/** another app's built-in browser */
	| { kind: 'wrong-browser' }
	/** the sign-in has ended; that many changes wait on this device */
	| { kind: 'signed-out'; count: number };

/** One thing that waits or was refused, in words, for the badge's list. */
export type WaitingChange = {
	id: string;
	/** what it is: "Moved 34-1 to day 3" */
	what: string;
	/** when it was made, milliseconds */
	at?: number;
	/** why the server refused it */
	why?: string;
};
