/**
 * Which own changes each message of one connection carries, so that "the first n are dealt with" becomes "these
 * changes are safe". Numbers count from 1 in the order the messages were sent, as the server counts them.
 * Plain arithmetic: it knows no socket, no clock and no storage.
 */
export class Ledger {
	/** changes made here that are not on this connection's books yet, in order */
	readonly #open = new Set<number>();
	/** for each message sent on this connection and not yet dealt with, the changes it was first to carry */
	#sent: { readonly index: number; readonly keys: readonly number[] }[] = [];
	#count = 0;

	/** A change of this device is in the document: the next message will carry it. */
	made(key: number): void {
		this.#open.add(key);
	}

	/** A change went otherwise (acknowledged in another tab, discarded). */
	forget(key: number): void {
		this.#open.delete(key);
		this.#sent = this.#sent.map(({ index, keys }) => ({ index, keys: keys.filter((k) => k !== key) }));
	}

	/** A new connection: nothing sent on the old one counts, all that waits is to be carried again. */
	reset(): void {
		for (const { keys } of this.#sent) for (const key of keys) this.#open.add(key);
		this.#sent = [];
		this.#count = 0;
	}

	/** A message with everything made so far went out. */
	sent(): void {
		this.#count += 1;
		this.#sent.push({ index: this.#count, keys: [...this.#open] });
		this.#open.clear();
	}

	/** Message `index` was refused: the changes it carried. */
	refused(index: number): number[] {
		const message = this.#sent.find((one) => one.index === index);
		this.#sent = this.#sent.filter((one) => one.index !== index);
		return [...(message?.keys ?? [])];
	}

	/** The first `count` messages are dealt with: the changes that are safe now. */
	acknowledged(count: number): number[] {
		const safe = this.#sent.filter(({ index }) => index <= count).flatMap(({ keys }) => keys);
		this.#sent = this.#sent.filter(({ index }) => index > count);
		return safe;
	}

	/** Changes neither acknowledged nor refused. */
	get waiting(): number[] {
		return [...this.#sent.flatMap(({ keys }) => keys), ...this.#open];
	}

	/** Whether all that was made and all that was sent is dealt with. */
	get quiet(): boolean {
		return this.#open.size === 0 && this.#sent.length === 0;
	}
}
