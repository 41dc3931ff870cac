/** For tests: a server that dies at a given step of its way to disk, on a log that outlives it. */
import { readConfig } from '../config.ts';
import type { Folder } from '../jobs/folder.ts';
import type { Accounts } from '../store/accounts.ts';
import type { LogStore, Place } from '../store/log-store.ts';
import { Hub } from '../sync/hub.ts';
import { Rights } from '../sync/rights.ts';
import { turn } from './tablet.ts';

export const STEPS = [
	'before the append',
	'after the append',
	'before the acknowledgement',
	'amid the broadcast',
	'before the fold is kept',
	'after the fold is kept'
] as const;
/** The last is a bug that is planted: rows are said to be on disk before they are. */
export type Step = (typeof STEPS)[number] | 'before what it said is on disk is';

/** What its disk does to one append. */
export type Disk = {
	/** turns until the rows are on disk, and from then until that is said */
	readonly before: number;
	readonly after: number;
	/** the append fails: with nothing kept, or with everything kept and nobody told */
	readonly fails: 'empty' | 'kept' | null;
};
const never = <T>(): Promise<T> => new Promise<T>(() => {});
const turns = async (count: number): Promise<void> => {
	for (let left = count; left > 0; left--) await turn();
};

/** Whatever it was doing when it died has no effect any more, as in a power cut. */
export class MortalServer {
	readonly hub: Hub;
	dead = false;
	/** frames until it dies while sending; null: it doesn't */
	#frames: number | null = null;
	readonly #left: () => number;

	/**
	 * @param left appends, or folds, until it dies at the step
	 * @param disk what becomes of the next append
	 */
	constructor(
		parts: { accounts: Accounts; store: LogStore; folder: Folder },
		step: Step | null,
		left: () => number,
		disk: () => Disk = () => ({ before: 0, after: 0, fails: null })
	) {
		const { accounts, store, folder } = parts;
		this.#left = left;
		const mortal: LogStore = {
			...store,
			append: async (rows) => {
				if (this.dead || (step === 'before the append' && this.#dies())) return never<Place[]>();
				if (step === 'before what it said is on disk is') {
					if (this.#dies()) this.#frames = 20;
					this.dead = false;
					if (this.#frames !== null) return rows.map((_, n) => ({ seq: n + 1, hash: new Uint8Array(32) }));
				}
				const { before, after, fails } = disk();
				await turns(before);
				if (this.dead) return never<Place[]>();
				if (fails === 'empty') throw new Error('the disk is full');
				const places = await store.append(rows);
				await turns(after);
				if (this.dead || (step === 'after the append' && this.#dies())) return never<Place[]>();
				if (fails === 'kept') throw new Error('the disk said nothing');
				if (step === 'before the acknowledgement' && left() === 0) this.#frames = 0;
				if (step === 'amid the broadcast' && left() === 0) this.#frames = 2;
				return places;
			},
			fold: async (...state) => {
				if (this.dead || (step === 'before the fold is kept' && this.#dies())) return never<void>();
				await store.fold(...state);
				if (this.dead || (step === 'after the fold is kept' && this.#dies())) return never<void>();
			}
		};
		const config = { ...readConfig({}), commitIntervalMs: 0 };
		this.hub = new Hub({ accounts, store: mortal, folder, rights: new Rights(accounts) }, config);
	}

	sends(): boolean {
		if (this.#frames !== null && this.#frames-- === 0) this.dead = true;
		return !this.dead;
	}

	#dies(): boolean {
		this.dead = this.#left() === 0;
		return this.dead;
	}
}
