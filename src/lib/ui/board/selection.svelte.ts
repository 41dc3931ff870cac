import type { StripId } from '#lib/domain/ids.ts';
import { SvelteSet } from 'svelte/reactivity';

/** Which strips are chosen, which one the keyboard is on, and which is open in the side sheet. */
export class Selection {
	readonly ids = new SvelteSet<StripId>();
	/** the row the keyboard is on, by its key */
	focus = $state<string | null>(null);
	open = $state<StripId | null>(null);
	/** touch: every tap adds or takes away */
	selecting = $state(false);
	#anchor: StripId | null = null;

	/** Chooses these and nothing else. */
	only(ids: readonly StripId[]): void {
		for (const id of [...this.ids]) if (!ids.includes(id)) this.ids.delete(id);
		for (const id of ids) this.ids.add(id);
		this.#anchor = ids[0] ?? null;
	}

	/** Adds them, or takes them away when all of them were chosen. */
	toggle(ids: readonly StripId[]): void {
		const all = ids.every((id) => this.ids.has(id));
		for (const id of ids) {
			if (all) this.ids.delete(id);
			else this.ids.add(id);
		}
		this.#anchor = ids[0] ?? null;
	}

	/** Chooses from the last one chosen to this one, in the order given. */
	reach(order: readonly StripId[], to: StripId): void {
		const from = this.#anchor === null ? -1 : order.indexOf(this.#anchor);
		const end = order.indexOf(to);
		if (from < 0 || end < 0) return this.toggle([to]);
		for (const id of order.slice(Math.min(from, end), Math.max(from, end) + 1)) this.ids.add(id);
	}

	clear(): void {
		this.ids.clear();
		this.#anchor = null;
	}

	/** Forgets strips that are no longer there. */
	keep(there: (id: StripId) => boolean): void {
		for (const id of [...this.ids]) if (!there(id)) this.ids.delete(id);
	}

	/** What presence shows of this. */
	get shown(): StripId[] {
		return this.open !== null && !this.ids.has(this.open) ? [this.open, ...this.ids] : [...this.ids];
	}
}
