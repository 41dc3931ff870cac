/**
 * While somebody is signed out, every tab of theirs in this browser holds still: what is typed on a page while the
 * server is told would be deleted unseen. Tabs tell each other over a channel, and by a lock that one of them has gone.
 */
import { tick } from 'svelte';
import { unsavedHere } from './open-here.ts';

type Said =
	| { readonly type: 'leaving'; readonly from: string }
	| { readonly type: 'here'; readonly to: string; readonly from: string; readonly unsaved: number }
	| { readonly type: 'staying'; readonly from: string };

/** What other tabs of the same user have in memory alone. */
export type Elsewhere = {
	readonly unsaved: number;
	/** a tab doesn't answer: nobody knows what it has */
	readonly silent: boolean;
};

/** So long may a tab take to put what it has onto the disk and say so. */
const PATIENCE_MS = 3_000;

export type LeavingParts = {
	/** how many changes this tab has in memory alone, once each is on disk or known not to be */
	readonly unsaved: () => Promise<number>;
	/** null: a browser without Web Locks */
	readonly locks?: LockManager | null;
	readonly patienceMs?: number;
};

/** One tab among those of a user. */
export class TabOfUser {
	readonly userId: string;
	/** Nothing may be written on this page now. */
	held = $state(false);
	readonly #name: string;
	readonly #id = crypto.randomUUID();
	readonly #parts: LeavingParts;
	readonly #locks: LockManager | null;
	readonly #channel: BroadcastChannel;
	readonly #stop = new AbortController();
	readonly #answers = new Map<string, number>();
	readonly #joined: Promise<unknown>;
	#answered = (): void => {};

	constructor(userId: string, parts: LeavingParts) {
		this.userId = userId;
		this.#name = `daybreak.${userId}.leaving`;
		this.#parts = parts;
		this.#locks = parts.locks === undefined ? (globalThis.navigator?.locks ?? null) : parts.locks;
		this.#channel = new BroadcastChannel(this.#name);
		this.#channel.onmessage = ({ data }: MessageEvent<Said>) => this.#hear(data);
		// Held as long as this tab is open: that is how another one knows how many answers to wait for.
		this.#joined = new Promise((joined) => {
			const stay = (): Promise<void> => (joined(null), this.#gone);
			const { signal } = this.#stop;
			this.#locks?.request(this.#tabs, { mode: 'shared', signal }, stay).catch(joined);
		});
	}

	/**
	 * Has all tabs of this user hold still, this one too, while something is done with what they have in memory.
	 * Afterwards they go on, also where this tab dies meanwhile.
	 */
	async alone<T>(run: (elsewhere: Elsewhere) => Promise<T>): Promise<T> {
		const act = async (): Promise<T> => {
			await this.#hush();
			try {
				return await run(await this.#ask());
			} finally {
				this.held = false;
				this.#say({ type: 'staying', from: this.#id });
			}
		};
		return this.#locks ? this.#locks.request(this.#name, act) : act();
	}

	/** This page is of that user no more. */
	close(): void {
		this.#stop.abort();
		this.#channel.close();
	}

	get #tabs(): string {
		return `${this.#name}.tab`;
	}
	get #gone(): Promise<void> {
		const { signal } = this.#stop;
		return new Promise((done) => {
			if (signal.aborted) done();
			else signal.addEventListener('abort', () => done(), { once: true });
		});
	}

	/** From here on nothing is typed; what stood in a field that hadn't been left yet is written as it loses the focus. */
	async #hush(): Promise<void> {
		this.held = true;
		await tick();
	}

	#say(said: Said): void {
		if (!this.#stop.signal.aborted) this.#channel.postMessage(said);
	}

	#hear(said: Said): void {
		if (said.from === this.#id) return;
		if (said.type === 'leaving') void this.#hold(said.from);
		else if (said.type === 'staying') this.held = false;
		else if (said.to === this.#id) {
			this.#answers.set(said.from, said.unsaved);
			this.#answered();
		}
	}

	async #hold(leaver: string): Promise<void> {
		await this.#hush();
		// Granted once the other tab is done, or has died over it.
		void this.#locks
			?.request(this.#name, { mode: 'shared', signal: this.#stop.signal }, () => (this.held = false))
			.catch(() => {});
		this.#say({ type: 'here', from: this.#id, to: leaver, unsaved: await this.#parts.unsaved() });
	}

	async #ask(): Promise<Elsewhere> {
		this.#answers.clear();
		this.#say({ type: 'leaving', from: this.#id });
		const others = await this.#others();
		if (this.#answers.size < others) {
			await new Promise<void>((done) => {
				const timer = setTimeout(done, this.#parts.patienceMs ?? PATIENCE_MS);
				this.#answered = () => {
					if (this.#answers.size < others) return;
					clearTimeout(timer);
					done();
				};
			});
			this.#answered = () => {};
		}
		const unsaved = [...this.#answers.values()].reduce((sum, one) => sum + one, 0);
		return { unsaved, silent: Number.isFinite(others) && this.#answers.size < others };
	}

	/** How many other tabs there are; Infinity where the browser doesn't say: then all the time there is, is waited. */
	async #others(): Promise<number> {
		if (!this.#locks) return Infinity;
		await this.#joined;
		const { held = [] } = await this.#locks.query();
		return held.filter(({ name }) => name === this.#tabs).length - 1;
	}
}

let tab = $state.raw<TabOfUser | null>(null);

/** This page belongs to a user's tabs from now on, in the place of whoever's it was. */
export function joinTabs(userId: string): TabOfUser {
	if (tab?.userId === userId) return tab;
	tab?.close();
	tab = new TabOfUser(userId, { unsaved: unsavedHere });
	return tab;
}

/** This page is nobody's. */
export function leaveTabs(): void {
	tab?.close();
	tab = null;
}

/** Nothing may be written on this page now: somebody is being signed out. */
export const isHeld = (): boolean => tab?.held ?? false;
