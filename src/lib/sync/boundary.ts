/**
 * What the browser gives and may fail to give: storage, sockets, locks, time. Handed in as one value, so that tests
 * can give something worse than a browser without any part of ours being replaced.
 */
export type Boundary = {
	readonly indexedDB: IDBFactory;
	readonly WebSocket: typeof WebSocket;
	/** all documents of a workspace go over one socket; false: each over its own, for tests that look into frames */
	readonly oneSocket: boolean;
	/**
	 * what arrives, and what was delivered, is kept on this device; false: nothing but the outbox is, for a shared
	 * tablet that must not hold what people entered once it is with the server
	 */
	readonly copies: boolean;
	/** null: a browser without Web Locks (plain http); every tab then sends for itself */
	readonly locks: LockManager | null;
	/** device clock, milliseconds: shown, never ordered by */
	readonly now: () => number;
	/** how long a database may take to open before storage counts as unavailable (it can hang for ever) */
	readonly openMs: number;
	/** how long one transaction may take before it is given up */
	readonly writeMs: number;
	/** how long after a failed write, or a refusal that couldn't be kept, the next try comes */
	readonly retryMs: number;
	/** how long the tab that sends may leave a question unanswered before another one takes over: it is frozen */
	readonly frozenMs: number;
};

/** The browser as it is, with what a test wants otherwise. */
export const boundary = (otherwise: Partial<Boundary> = {}): Boundary => ({
	indexedDB: globalThis.indexedDB,
	WebSocket: globalThis.WebSocket,
	oneSocket: true,
	copies: true,
	locks: typeof navigator === 'undefined' ? null : (navigator.locks ?? null),
	now: Date.now,
	openMs: 5_000,
	writeMs: 10_000,
	retryMs: 2_000,
	frozenMs: 15_000,
	...otherwise
});
