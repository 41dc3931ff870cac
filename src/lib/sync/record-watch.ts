import type { Noted, Place, RecordHeads } from './record-heads.ts';

/** Acknowledgements come with every few keystrokes; the disk hears of the place this often. */
const NOTE_MS = 10_000;

/**
 * Compares the server's record of one document's production with what this device was told, once a connection, and
 * notes where it stands from then on.
 */
export class RecordWatch {
	readonly #heads: RecordHeads;
	readonly #document: string;
	#asked: Noted | null = null;
	/** the life of the record that was found as it should be; null until it was compared */
	#epoch: string | null = null;
	#latest: Place | null = null;
	/** on the clock that only goes forward */
	#notedAt = -Infinity;
	#noting: ReturnType<typeof setTimeout> | undefined;

	constructor(heads: RecordHeads, document: string) {
		this.#heads = heads;
		this.#document = document;
	}

	/** The place to ask the server about; 0 when none is noted. */
	async place(): Promise<number> {
		this.#asked = await this.#heads.of(this.#document);
		return this.#asked?.seq ?? 0;
	}

	/** The server's answer. After a restored backup there is nothing to compare: the record began anew. */
	answered({ epoch, at, head }: { epoch: string; at: Place; head: Place }): void {
		const asked = this.#asked;
		if (asked?.epoch === epoch) {
			const same = asked.differs === null && at.seq === asked.seq && isSame(at.hash, asked.hash);
			// Nothing is noted over it until a person has seen it; from then on the record as it is now counts.
			if (!same) void this.#heads.differs(asked);
		}
		this.#epoch = epoch;
		this.heard(head);
	}

	/** The record was said to stand here. */
	heard(place: Place): void {
		if (this.#epoch === null || place.seq === 0) return;
		this.#latest = place;
		this.#noting ??= setTimeout(() => this.#note(), Math.max(0, this.#notedAt + NOTE_MS - performance.now()));
	}

	/** The connection is gone: what was heard last is noted, and the next one compares again. */
	ended(): void {
		this.#note();
		this.#epoch = null;
	}

	#note(): void {
		clearTimeout(this.#noting);
		this.#noting = undefined;
		const [epoch, latest] = [this.#epoch, this.#latest];
		if (epoch === null || !latest) return;
		this.#latest = null;
		this.#notedAt = performance.now();
		void this.#heads.keep(this.#document, epoch, latest);
	}
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
	a.length === b.length && a.every((byte, n) => byte === b[n]);
