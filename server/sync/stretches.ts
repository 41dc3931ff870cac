/** Which clocks of one client id are meant, as few stretches as there can be. */

type Stretch = { readonly clock: number; end: number };

/** Stretches kept together; a list is cut in two when it has twice as many. */
const TOGETHER = 128;

/**
 * A set of clocks. Putting one in costs no more than looking up its place, wherever that is: a single sorted list
 * would be moved by its whole length for each, and whoever sends deletions chooses their order.
 */
export class Stretches {
	/** sorted lists of stretches that don't touch, none empty but the only one */
	#lists: Stretch[][] = [[]];

	/** Whether all clocks from the one up to the other, which is not meant, are in. */
	covers(clock: number, end: number): boolean {
		const list = this.#lists[this.#listOf(clock)] as Stretch[];
		const stretch = list[after(list, clock) - 1];
		return !!stretch && end <= stretch.end;
	}

	add(clock: number, end: number): void {
		const at = this.#listOf(clock);
		const list = this.#lists[at] as Stretch[];
		let place = after(list, clock);
		let joined = list[place - 1];
		if (joined && joined.end >= clock) {
			if (joined.end >= end) return;
			joined.end = end;
		} else {
			joined = { clock, end };
			list.splice(place++, 0, joined);
		}
		this.#absorb(joined, at, place);
		if (list.length > 2 * TOGETHER) this.#lists.splice(at + 1, 0, list.splice(TOGETHER));
	}

	/** The list a clock belongs in: the last that begins no later, or the first. */
	#listOf(clock: number): number {
		let low = 1;
		let high = this.#lists.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (((this.#lists[middle] as Stretch[])[0] as Stretch).clock <= clock) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}

	/** Takes what a grown stretch reaches into it, from its own list and from those after. */
	#absorb(joined: Stretch, at: number, place: number): void {
		let whole = at + 1;
		for (let list = this.#lists[at] as Stretch[], from = place; ; from = 0) {
			let upto = from;
			for (let next = list[upto]; next && next.clock <= joined.end; next = list[++upto]) {
				joined.end = Math.max(joined.end, next.end);
			}
			const rest = upto < list.length;
			if (from > 0 || rest) list.splice(from, upto - from);
			else whole++;
			const following = this.#lists[whole];
			if (rest || !following) break;
			list = following;
		}
		if (whole > at + 1) this.#lists.splice(at + 1, whole - at - 1);
	}
}

/** The place of the first stretch that begins after a clock. */
function after(list: readonly Stretch[], clock: number): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((list[middle] as Stretch).clock <= clock) low = middle + 1;
		else high = middle;
	}
	return low;
}
