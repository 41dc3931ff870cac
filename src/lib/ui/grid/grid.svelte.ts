import { text } from '../text/index.svelte.ts';
import { jumpFrom, type KeyAct, type Move } from './keys.ts';
import { Selection } from './selection.svelte.ts';
import { fillLines, takeBlock, textsOf, type Cells, type Range } from './take.ts';
import type { GridActs, GridColumn, How, Refused } from './types.ts';

/** What is being typed into the active cell. */
export type Editing = {
	/** `over`: typed over what was there, arrows leave the cell; `in`: the caret moves inside */
	readonly mode: 'over' | 'in';
	readonly typed: string;
	readonly why: string | null;
};

/** What a paste, fill or clear could not do, until it is dismissed or the next one. */
export type Report = {
	readonly taken: number;
	readonly refused: readonly Refused[];
	readonly outside: number;
};

/** Where a grid's rows come from; read anew every time, so that it follows them. */
export type Source<R> = {
	readonly columns: readonly GridColumn<R>[];
	readonly order: readonly string[];
	readonly row: (id: string) => R | null;
	readonly editable: boolean;
	/** rows may be made below the last: not while a view hides or sorts some */
	readonly mayAdd: boolean;
	readonly acts: GridActs;
	/** rows in view, for Page Up and Down */
	readonly page: number;
};

/** What happens in a grid: selection, typing, pasting. The component draws it and hands it keys and pointers. */
export class GridState<R> {
	readonly #source: Source<R>;
	readonly selection: Selection;
	editing = $state.raw<Editing | null>(null);
	report = $state.raw<Report | null>(null);
	/** the line a fill handle is dragged to */
	fillTo = $state.raw<number | null>(null);
	/** touched, not pointed at: no keyboard comes up before a cell is edited */
	byTouch = $state(false);
	/** after Escape the next Tab leaves the grid */
	released = false;
	/** how often the active cell was asked to take the focus, and how often it has */
	asked = $state(0);
	answered = 0;
	/** the column a run of Tabs began in: Enter goes back to it */
	#runFrom: number | null = null;

	constructor(source: Source<R>) {
		this.#source = source;
		this.selection = new Selection(
			() => source.order,
			() => source.columns.map(({ key }) => key)
		);
	}

	get #cells(): Cells<R> {
		const { columns, order, row } = this.#source;
		return { columns, ids: order, row };
	}
	get #column(): GridColumn<R> | null {
		const at = this.selection.active;
		return at ? (this.#source.columns[at.col] ?? null) : null;
	}

	/** Whether the active cell can be typed into. */
	get writable(): boolean {
		return this.#source.editable && this.#column?.read !== undefined;
	}

	/** The focus is on its way from one cell to the next. */
	get focusing(): boolean {
		return this.asked !== this.answered;
	}

	/** Goes to a cell, having taken over what was being typed. */
	go(row: number, col: number, extend = false): void {
		if (!this.leave()) return;
		this.selection.go(row, col, extend);
		this.#moved();
	}

	#moved(): void {
		this.asked += 1;
		this.released = false;
		const { range, activeId, activeKey } = this.selection;
		if (!range || activeId === null || activeKey === null) return;
		const ids = this.#source.order.slice(range.top, range.bottom + 1);
		this.#source.acts.select?.([activeId, ...ids.filter((id) => id !== activeId)], activeKey);
	}

	/** Begins to edit the active cell: with what it says, or with what was typed over it. */
	edit(mode: Editing['mode'], typed?: string): void {
		const { activeId } = this.selection;
		const row = activeId === null ? null : this.#source.row(activeId);
		const column = this.#column;
		if (!this.writable || !column || row === null) return;
		this.asked += 1;
		this.editing = { mode, typed: typed ?? (column.write ?? column.show)(row), why: null };
	}

	type(typed: string): void {
		if (this.editing) this.editing = { ...this.editing, typed, why: null };
		else this.edit('over', typed);
	}

	cancel(): void {
		this.editing = null;
		this.asked += 1;
	}

	/**
	 * Stores what was typed. What the cell can't take stays in it with the reason beside it.
	 * @returns false when it stays
	 */
	commit(everywhere = false): boolean {
		const { editing, selection } = this;
		const { range, active } = selection;
		if (!editing || !range || !active) return true;
		const into = everywhere ? range : one(active.row, active.col);
		const taken = takeBlock([[editing.typed]], into, this.#cells, false, text.grid.reckoned);
		if (taken.refused[0] && taken.changes.length === 0) {
			this.editing = { ...editing, why: taken.refused[0].why };
			return false;
		}
		this.editing = null;
		this.asked += 1;
		if (taken.changes.length > 0) this.#source.acts.change(taken.changes, [], 'type');
		return true;
	}

	/** Leaves the cell for another place: what can't be taken is put back, and said above the grid. */
	leave(): boolean {
		const { editing } = this;
		const { activeId, activeKey } = this.selection;
		if (editing && !this.commit() && this.editing && activeId !== null && activeKey !== null) {
			const refused = [{ id: activeId, key: activeKey, typed: editing.typed, why: this.editing.why ?? '' }];
			this.editing = null;
			this.report = { taken: 0, refused, outside: 0 };
		}
		return true;
	}

	/** Lays texts over the selection. */
	put(block: readonly (readonly string[])[], how: How, into: Range | null = this.selection.range): void {
		if (!this.#source.editable || block.length === 0) return;
		const range = into ?? one(0, 0);
		const taken = takeBlock(
			block,
			range,
			this.#cells,
			how === 'paste' && this.#source.mayAdd,
			text.grid.reckoned
		);
		const { changes, added, refused, outside } = taken;
		if (changes.length + added.length > 0) this.#source.acts.change(changes, added, how);
		const count = changes.length + added.reduce((sum, row) => sum + row.size, 0);
		this.report = refused.length + outside > 0 ? { taken: count, refused, outside } : null;
		this.asked += 1;
		if (this.#source.order.length > 0) {
			const bottom = Math.min(taken.range.bottom, this.#source.order.length - 1);
			this.selection.cover({ ...taken.range, bottom });
			this.#moved();
		}
	}

	clear(how: 'clear' | 'cut' = 'clear'): void {
		const range = this.selection.range;
		if (!range) return;
		const blank = Array.from({ length: range.bottom - range.top + 1 }, () =>
			Array.from({ length: range.right - range.left + 1 }, () => '')
		);
		this.put(blank, how);
	}

	/** The selection's texts, as they are copied. */
	copied(): string[][] {
		const range = this.selection.range;
		return range ? textsOf(range, this.#cells) : [];
	}

	/** Fills the selection with its first line; a selection of one line takes the line above it. */
	fillDown(): void {
		const range = this.selection.range;
		if (!range) return;
		const from = range.top === range.bottom ? range.top - 1 : range.top;
		if (from < 0) return;
		const line = textsOf({ ...range, top: from, bottom: from }, this.#cells);
		const into = { ...range, top: from + 1, bottom: Math.max(range.bottom, from + 1) };
		this.put(repeated(line, into), 'fill', into);
		this.selection.cover(range);
	}

	fillRight(): void {
		const range = this.selection.range;
		if (!range || range.left === range.right) return;
		const first = textsOf({ ...range, right: range.left }, this.#cells);
		const width = range.right - range.left;
		this.put(
			first.map((line) => Array.from({ length: width }, () => line[0] ?? '')),
			'fill',
			{ ...range, left: range.left + 1 }
		);
		this.selection.cover(range);
	}

	/** Ends a drag of the fill handle. */
	fill(): void {
		const [range, to] = [this.selection.range, this.fillTo];
		this.fillTo = null;
		if (!range || to === null || (to >= range.top && to <= range.bottom)) return;
		const count = to > range.bottom ? to - range.bottom : to - range.top;
		const lines = fillLines(textsOf(range, this.#cells), count);
		const into =
			count > 0
				? { ...range, top: range.bottom + 1, bottom: to }
				: { ...range, top: to, bottom: range.top - 1 };
		this.put(count > 0 ? lines : [...lines].reverse(), 'fill', into);
		this.selection.cover({ ...range, top: Math.min(range.top, to), bottom: Math.max(range.bottom, to) });
	}

	/** Does what a key means while nothing is edited. Answers false where the key is not ours. */
	act(act: KeyAct): boolean {
		const { selection } = this;
		const { acts } = this.#source;
		switch (act.do) {
			case 'move':
				return this.#move(act);
			case 'enter':
				return this.enter(act.back);
			case 'tab':
				return this.tab(act.back);
			case 'edit':
				return (this.edit('in'), true);
			case 'list':
				return (this.edit('in'), true);
			case 'clear':
				return (this.clear(), true);
			case 'fill':
				return (this.fillDown(), true);
			case 'fill-right':
				return (this.fillRight(), true);
			case 'undo':
				return (acts.undo(), true);
			case 'redo':
				return (acts.redo(), true);
			case 'all':
				selection.cover({ top: 0, left: 0, bottom: Infinity, right: Infinity });
				return (this.#moved(), true);
			case 'row': {
				const range = selection.range;
				if (range) selection.cover({ ...range, left: 0, right: Infinity });
				return (this.#moved(), true);
			}
			case 'toggle':
				return this.toggle();
			case 'open': {
				const { activeId, activeKey } = selection;
				if (activeId !== null && activeKey !== null) acts.open(activeId, activeKey);
				return true;
			}
			case 'sort':
				return false;
			case 'release':
				this.released = true;
				this.report = null;
				if (!selection.isOne && selection.active) {
					selection.go(selection.active.row, selection.active.col);
					this.asked += 1;
				}
				return true;
		}
	}

	/** Turns a yes into a no in every selected cell of the active column. Answers false where there is no such cell. */
	toggle(): boolean {
		const { range, active, activeId } = this.selection;
		const column = this.#column;
		const row = activeId === null ? null : this.#source.row(activeId);
		if (column?.kind !== 'check' || !range || !active || row === null) return false;
		const into = { ...range, left: active.col, right: active.col };
		const to = (column.write ?? column.show)(row) === text.grid.yes ? text.grid.no : text.grid.yes;
		const before = range;
		this.put(repeated([[to]], into), 'type', into);
		this.selection.cover(before);
		return true;
	}

	/** Down by one; after a run of Tabs, back to where it began. */
	enter(back: boolean): boolean {
		const at = this.selection.active;
		if (!at) return true;
		const col = this.#runFrom ?? at.col;
		this.#runFrom = null;
		this.go(at.row + (back ? -1 : 1), col);
		return true;
	}

	tab(back: boolean): boolean {
		const at = this.selection.active;
		const to = (at?.col ?? 0) + (back ? -1 : 1);
		if (!at || this.released || to < 0 || to >= this.#source.columns.length) return false;
		const run = back ? null : (this.#runFrom ?? at.col);
		this.go(at.row, to);
		this.#runFrom = run;
		return true;
	}

	#move({ rows, cols, jump, page, extend }: Move): boolean {
		const from = this.selection.from(extend);
		if (!from) return true;
		this.#runFrom = null;
		const { order, columns, page: perPage } = this.#source;
		if (jump && rows !== 0) {
			const step = rows > 0 ? 1 : -1;
			this.go(
				jumpFrom(from.row, step, order.length, (at) => this.#filled(at, from.col)),
				from.col,
				extend
			);
		} else if (jump) {
			const step = cols > 0 ? 1 : -1;
			this.go(
				from.row,
				jumpFrom(from.col, step, columns.length, (at) => this.#filled(from.row, at)),
				extend
			);
		} else {
			this.go(from.row + (page ? rows * perPage : rows), from.col + cols, extend);
		}
		return true;
	}

	#filled(row: number, col: number): boolean {
		const column = this.#source.columns[col];
		const id = this.#source.order[row];
		const values = id === undefined ? null : this.#source.row(id);
		return !!column && values !== null && column.show(values) !== '';
	}
}

const one = (row: number, col: number): Range => ({ top: row, bottom: row, left: col, right: col });

const repeated = (line: readonly (readonly string[])[], into: Range): string[][] =>
	Array.from({ length: into.bottom - into.top + 1 }, () => [...(line[0] ?? [])]);
