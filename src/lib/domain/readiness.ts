/** What is known of this device, for a place where there is no network. */
export type ReadyFacts = {
	/** another app's built-in browser, or one that keeps no apps */
	readonly builtIn: boolean;
	/** an address that browsers keep apps from */
	readonly secure: boolean;
	/** the whole app is in this browser and answers without a network */
	readonly app: boolean;
	/** it runs as an app of its own, from the home screen */
	readonly installed: boolean;
	/** the browser promised to keep its storage */
	readonly protected: boolean;
	/** device clock minus server clock, milliseconds; null: not known since the server wasn't reached */
	readonly clockOffMs: number | null;
	/** documents of the production that this member may read, and those wholly on this device */
	readonly documents: { readonly wanted: number; readonly here: number };
};

export const READY_POINTS = ['browser', 'app', 'documents', 'storage', 'installed', 'clock'] as const;
export type ReadyPoint = (typeof READY_POINTS)[number];

/** `no`: something is to be done; `unknown`: it can't be told without a network. */
export type Standing = 'yes' | 'no' | 'unknown';

/** How far a clock may be off: beyond it the times on a call sheet and in hours would mislead. */
export const CLOCK_MS = 120_000;

/** Whether a device can go where there is no network, point by point. */
export function readiness(facts: ReadyFacts): Readonly<Record<ReadyPoint, Standing>> {
	const is = (right: boolean): Standing => (right ? 'yes' : 'no');
	const { wanted, here } = facts.documents;
	return {
		browser: is(!facts.builtIn && facts.secure),
		app: is(facts.app),
		// Not even the plan: how many there are isn't known.
		documents: is(wanted > 0 && here === wanted),
		storage: is(facts.protected),
		installed: is(facts.installed),
		clock: facts.clockOffMs === null ? 'unknown' : is(Math.abs(facts.clockOffMs) <= CLOCK_MS)
	};
}

/** Whether nothing is to be done and nothing unknown. */
export const isReady = (standings: Readonly<Record<ReadyPoint, Standing>>): boolean =>
	READY_POINTS.every((point) => standings[point] === 'yes');
