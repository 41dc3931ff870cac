import type { Range } from './take.ts';

type Cell = { readonly row: number; readonly col: number };
type Kept = { readonly id: string; readonly key: string; readonly row: number; readonly col: number };

/**
 * The active cell and the rectangle from it to where it was extended. Kept by row and column, not by index: a colleague's
 * new row, or another order, moves neither. Where the row has gone, the one that came to its place is active.
 */
export class Selection {
	readonly #ids: () => readonly string[];
	readonly #keys: () => readonly string[];
	#active = $state.raw<Kept | null>(null);
	#head = $state.raw<Kept | null>(null);

	constructor(ids: () => readonly string[], keys: () => readonly string[]) {
		this.#ids = ids;
		this.#keys = keys;
	}

	readonly #places: ReadonlyMap<string, number> = $derived.by(
		// eslint-disable-next-line svelte/prefer-svelte-reactivity -- made anew each time
		() => new Map(this.#ids().map((id, at) => [id, at]))
	);

	/** The active cell by index; null while there are no rows. */
	readonly active: Cell | null = $derived.by(() => this.#find(this.#active ?? FIRST));
	readonly #far: Cell | null = $derived.by(() => this.#find(this.#head ?? this.#active ?? FIRST));

	readonly activeId: string | null = $derived.by(() =>
		this.active ? (this.#ids()[this.active.row] ?? null) : null
	);
	readonly activeKey: string | null = $derived.by(() =>
		this.active ? (this.#keys()[this.active.col] ?? null) : null
	);

	readonly range: Range | null = $derived.by(() => {
		const [a, b] = [this.active, this.#far];
		if (!a || !b) return null;
		return {
			top: Math.min(a.row, b.row),
			bottom: Math.max(a.row, b.row),
			left: Math.min(a.col, b.col),
			right: Math.max(a.col, b.col)
		};
	});

	readonly isOne: boolean = $derived.by(() => {
		const range = this.range;
		return !range || (range.top === range.bottom && range.left === range.right);
	});

	/** Where the next step begins: the moving end of the selection. */
	from(extend: boolean): Cell | null {
		return extend ? this.#far : this.active;
	}

	go(row: number, col: number, extend = false): void {
		const cell = this.#at(row, col);
		if (!cell) return;
		if (extend) this.#head = cell;
		else {
			this.#active = cell;
			this.#head = null;
		}
	}

	/** Selects a rectangle; its first cell is active. */
	cover({ top, bottom, left, right }: Range): void {
		this.#active = this.#at(top, left);
		this.#head = this.#at(bottom, right);
	}

	indexOf(id: string): number | null {
		return this.#places.get(id) ?? null;
	}

	#at(row: number, col: number): Kept | null {
		const [ids, keys] = [this.#ids(), this.#keys()];
		if (ids.length === 0 || keys.length === 0) return null;
		const at = Math.max(0, Math.min(row, ids.length - 1));
		const to = Math.max(0, Math.min(col, keys.length - 1));
		return { id: ids[at] as string, key: keys[to] as string, row: at, col: to };
	}

	#find(kept: Kept): Cell | null {
		const [ids, keys] = [this.#ids(), this.#keys()];
		if (ids.length === 0 || keys.length === 0) return null;
		const col = keys.indexOf(kept.key);
		return {
			row: this.#places.get(kept.id) ?? Math.min(kept.row, ids.length - 1),
			col: col < 0 ? Math.min(kept.col, keys.length - 1) : col
		};
	}
}

const FIRST: Kept = { id: '', key: '', row: 0, col: 0 };
