/**
 * Which own changes each message of one connection carries, so that "the first n are dealt with" becomes "these
 * changes are safe". Numbers count from 1 in the order the messages were sent, as the server counts them.
 * Plain arithmetic: it knows no socket, no clock and no storage.
 */
export class Ledger {
	/** changes made here that are not on this connection's books yet, in order */
	readonly #open = new Set<number>();
	/** changes of messages that were refused: no acknowledgement of this connection covers them */
	readonly #refused = new Set<number>();
	/** for each message sent on this connection and not yet dealt with, the changes it was first to carry */
	#sent: { readonly index: number; readonly keys: readonly number[] }[] = [];
	#count = 0;

	/** A change of this device is in the document; a message has yet to carry it. */
	made(key: number): void {
		this.#open.add(key);
	}

	/** A change went otherwise (acknowledged in another tab, set aside, discarded). */
	forget(key: number): void {
		this.#open.delete(key);
		this.#refused.delete(key);
		this.#sent = this.#sent.map(({ index, keys }) => ({ index, keys: keys.filter((k) => k !== key) }));
	}

	/** A new connection: nothing sent on the old one counts, all that waits is to be carried again. */
	reset(): void {
		const again = [...this.#sent.flatMap(({ keys }) => keys), ...this.#refused, ...this.#open];
		this.#open.clear();
		for (const key of again.sort((a, b) => a - b)) this.#open.add(key);
		this.#refused.clear();
		this.#sent = [];
		this.#count = 0;
	}

	/** A message went out that carries these changes; unless said otherwise, everything made so far. */
	sent(carried: readonly number[] = this.open): void {
		const keys = carried.filter((key) => this.#open.delete(key));
		this.#count += 1;
		this.#sent.push({ index: this.#count, keys });
	}

	/** Message `index` was refused: the changes it carried, which wait until they are forgotten or all starts anew. */
	refused(index: number): number[] {
		const keys = [...(this.#sent.find((one) => one.index === index)?.keys ?? [])];
		this.#sent = this.#sent.filter((one) => one.index !== index);
		for (const key of keys) this.#refused.add(key);
		return keys;
	}

	/** The first `count` messages are dealt with: the changes that are safe now. */
	acknowledged(count: number): number[] {
		const safe = this.#sent.filter(({ index }) => index <= count).flatMap(({ keys }) => keys);
		this.#sent = this.#sent.filter(({ index }) => index > count);
		return safe;
	}

	/** The number of the last message that went out on this connection. */
	get count(): number {
		return this.#count;
	}

	/** Changes that no message of this connection has carried, in order. */
	get open(): number[] {
		return [...this.#open];
	}

	/** Changes that are not acknowledged. */
	get waiting(): number[] {
		return [...this.#sent.flatMap(({ keys }) => keys), ...this.#refused, ...this.#open];
	}

	/** Whether all that was made and all that was sent is dealt with. */
	get quiet(): boolean {
		return this.#open.size === 0 && this.#refused.size === 0 && this.#sent.length === 0;
	}
}
