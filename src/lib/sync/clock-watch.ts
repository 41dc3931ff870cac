/**
 * Watches this device's clock against one that only runs on, against the server's, and against the latest time it has
 * shown itself: clocks of tablets are set, run off, and start in another year after a flat battery (reliability.md 3).
 * What is found is written into the entries made meanwhile; no time is ever put right.
 */
import type { ClockDoubt } from '#lib/domain/hours/log/logged.ts';

/** Less than this nobody's hours are about; a server's answer is right to a second or so. */
const TOLERANCE_MS = 120_000;
/** Looked at less often than this the device may have slept, and then both clocks may have stood still. */
const AWAKE_MS = 20_000;
/** How often the time shown is kept for after a restart. */
const KEEP_MS = 60_000;

/** What is kept over restarts: the latest time shown, and how far the clock was from the server's when that was heard. */
export type ClockKept = { readonly shown: number; readonly off: number | null };

export type Clocks = {
	/** ms since 1970 by the device; may be set */
	readonly wall: () => number;
	/** ms since some start; only runs on, and may stand while the device sleeps */
	readonly steady: () => number;
	readonly read: () => ClockKept | null;
	readonly keep: (kept: ClockKept) => void;
};

export class ClockWatch {
	readonly #clocks: Clocks;
	#wall: number;
	#steady: number;
	#shown: number;
	#keptAt: number;
	/** device minus server, ms, when it was last heard in this session; null: not yet */
	#off: number | null = null;
	/** by how much the clock was set since then, or since the start, ms */
	#set = 0;
	/** how much earlier than a time shown before this session began, ms; 0: not */
	#back = 0;
	#offBefore: number | null;

	constructor(clocks: Clocks) {
		this.#clocks = clocks;
		const [wall, kept] = [clocks.wall(), clocks.read()];
		[this.#wall, this.#steady] = [wall, clocks.steady()];
		this.#offBefore = kept?.off ?? null;
		// A clock that was behind, and has run on by as much since, may have been put right meanwhile.
		if (kept?.off && kept.off < -TOLERANCE_MS && wall - kept.shown >= -kept.off - TOLERANCE_MS)
			this.#offBefore = null;
		if (kept && wall < kept.shown - TOLERANCE_MS) this.#back = kept.shown - wall;
		this.#shown = Math.max(wall, kept?.shown ?? 0);
		this.#keptAt = this.#steady;
		if (this.#back === 0) this.#keep();
	}

	/** Looks at both clocks; to be called every few seconds, and before anything is written. @param awake whether the page was in sight since the last look */
	look(awake: boolean): void {
		const [wall, steady] = [this.#clocks.wall(), this.#clocks.steady()];
		const [passed, ran] = [wall - this.#wall, steady - this.#steady];
		[this.#wall, this.#steady] = [wall, steady];
		const leap = passed - ran;
		// After a sleep a clock that has run on is no leap; one that has gone back always is.
		const isLeap = leap < -TOLERANCE_MS || (leap > TOLERANCE_MS && awake && ran < AWAKE_MS);
		if (isLeap) this.#set += leap;
		if (steady - this.#keptAt >= KEEP_MS && wall > this.#shown) this.#keep();
	}

	/** The server was heard. @param off device minus server, ms, at this moment */
	heard(off: number): void {
		this.look(false);
		[this.#off, this.#set, this.#back] = [off, 0, 0];
		this.#offBefore = off;
		// A clock that is right again has not gone back: what it showed while it was wrong is forgotten.
		if (Math.abs(off) <= TOLERANCE_MS) this.#shown = this.#wall;
		this.#keep();
	}

	/** What speaks against the clock now; null for nothing. */
	doubt(): ClockDoubt | null {
		const found = (by: ClockDoubt['by'], ms: number): ClockDoubt | null =>
			Math.abs(ms) > TOLERANCE_MS ? { by, minutes: Math.round(ms / 60_000) } : null;
		// What the server found is so until it says otherwise, after a restart too, unless the clock was turned back since.
		const off = this.#off ?? (this.#back === 0 ? this.#offBefore : null);
		// Set to what the server would have found right it is right, though it was set.
		if (off !== null) return found(this.#set === 0 ? 'server' : 'jump', off + this.#set);
		const set = this.#set - this.#back;
		// A clock that the server last found ahead, and that shows less now, may have been put right.
		if (
			set < 0 &&
			this.#offBefore !== null &&
			this.#offBefore > TOLERANCE_MS &&
			this.#offBefore + set >= -TOLERANCE_MS
		)
			return null;
		return found(this.#set === 0 ? 'back' : 'jump', set);
	}

	#keep(): void {
		this.#shown = Math.max(this.#shown, this.#wall);
		this.#keptAt = this.#steady;
		this.#clocks.keep({ shown: this.#shown, off: this.#offBefore });
	}
}
