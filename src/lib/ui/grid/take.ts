/** Lays a block of texts over cells: what each takes, and what it can't. */
import type { CellChange, GridColumn, NewRow, Refused } from './types.ts';

/** A rectangle of cells by index, ends included. */
export type Range = {
	readonly top: number;
	readonly bottom: number;
	readonly left: number;
	readonly right: number;
};

export type Cells<R> = {
	readonly columns: readonly GridColumn<R>[];
	/** rows in view, in order */
	readonly ids: readonly string[];
	readonly row: (id: string) => R | null;
};

export type TakenBlock = {
	readonly changes: readonly CellChange[];
	readonly added: readonly NewRow[];
	readonly refused: readonly Refused[];
	/** cells of the block that lie beyond the last column, or below the last row where none may be added */
	readonly outside: number;
	/** the cells that were laid over */
	readonly range: Range;
};

/**
 * One cell fills the whole selection; a block that fits into it a whole number of times is repeated; else the block
 * goes down from the selection's first cell, however large it is. A value a cell can't take is refused with the
 * reason and the cell keeps what it had. Cells that already say the same are left alone.
 *
 * @param mayAdd whether rows below the last one are made
 * @param reckoned why a cell without `read` takes nothing
 */
export function takeBlock<R>(
	block: readonly (readonly string[])[],
	into: Range,
	cells: Cells<R>,
	mayAdd: boolean,
	reckoned: (column: GridColumn<R>) => string
): TakenBlock {
	const height = block.length;
	const width = Math.max(...block.map((row) => row.length));
	const rows = repeats(height, into.bottom - into.top + 1);
	const cols = repeats(width, into.right - into.left + 1);
	const changes: CellChange[] = [];
	const refused: Refused[] = [];
	const made = new Map<number, Map<string, unknown>>();
	const saidReckoned = new Set<string>();
	let outside = 0;
	for (let r = 0; r < rows; r++) {
		const at = into.top + r;
		const id = cells.ids[at] ?? null;
		const row = id === null ? null : cells.row(id);
		for (let c = 0; c < cols; c++) {
			const typed = block[r % height]?.[c % width];
			const column = cells.columns[into.left + c];
			if (typed === undefined) continue;
			if (!column || (row === null && !mayAdd)) {
				if (typed !== '') outside++;
				continue;
			}
			if (row !== null && typed === (column.write ?? column.show)(row)) continue;
			if (row === null && typed === '') continue;
			if (!column.read) {
				if (!saidReckoned.has(column.key) && !(row !== null && typed === column.show(row))) {
					saidReckoned.add(column.key);
					refused.push({ id, key: column.key, typed, why: reckoned(column) });
				}
				continue;
			}
			const taken = column.read(typed, row);
			if (!taken.ok) refused.push({ id, key: column.key, typed, why: taken.why });
			else if (id !== null) changes.push({ id, key: column.key, value: taken.value });
			else set(made, at, column.key, taken.value);
		}
	}
	return {
		changes,
		// An empty line in the middle of a sheet stays an empty row; those below the last filled one are none.
		added: Array.from(
			{ length: Math.max(0, ...[...made.keys()].map((at) => at - cells.ids.length + 1)) },
			(_, n) => {
				return made.get(cells.ids.length + n) ?? new Map<string, unknown>();
			}
		),
		refused,
		outside,
		range: {
			top: into.top,
			left: into.left,
			bottom: into.top + rows - 1,
			right: Math.min(into.left + cols, cells.columns.length) - 1
		}
	};
}

const repeats = (size: number, room: number): number => (room > size && room % size === 0 ? room : size);

function set(made: Map<number, Map<string, unknown>>, at: number, key: string, value: unknown): void {
	const row = made.get(at);
	if (row) row.set(key, value);
	else made.set(at, new Map([[key, value]]));
}

/** The texts of a range, as they are copied. */
export const textsOf = <R>(range: Range, { columns, ids, row }: Cells<R>): string[][] =>
	ids.slice(range.top, range.bottom + 1).map((id) => {
		const values = row(id);
		return columns
			.slice(range.left, range.right + 1)
			.map((column) => (values === null ? '' : (column.write ?? column.show)(values)));
	});

/**
 * What a fill puts into the cells below (or above) a source: its lines over and over; figures that go up or down by
 * one step go on doing so.
 * @param count lines to fill; negative: above, the nearest first
 */
export function fillLines(source: readonly (readonly string[])[], count: number): string[][] {
	const lines = count < 0 ? [...source].reverse() : source;
	const first = lines[0];
	if (!first) return [];
	const steps = first.map((_, c) => stepOf(lines.map((line) => line[c] ?? '')));
	return Array.from({ length: Math.abs(count) }, (_, n) =>
		first.map((_, c) => {
			const step = steps[c];
			if (step == null) return lines[n % lines.length]?.[c] ?? '';
			return String(Number(lines.at(-1)?.[c]) + step * (n + 1));
		})
	);
}

function stepOf(texts: readonly string[]): number | null {
	if (texts.length < 2 || texts.some((text) => !/^-?\d+$/.test(text))) return null;
	const figures = texts.map(Number);
	const step = (figures[1] as number) - (figures[0] as number);
	return step !== 0 && figures.every((one, n) => one === (figures[0] as number) + n * step) ? step : null;
}
