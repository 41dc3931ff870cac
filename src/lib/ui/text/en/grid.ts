/** A grid of cells, whatever its rows are. */
import { counted } from '../plural.ts';

const count = counted('en');

export const grid = {
	how: 'Arrow keys move, typing replaces, F2 edits, Alt and Enter opens the row, Alt and Up sorts by the column. Escape and then Tab leaves the grid.',
	yes: 'yes',
	no: 'no',
	newRow: 'New row',
	open: (row: string) => `Open ${row}`,
	reckoned: (column: { name: string }) =>
		`“${column.name}” is reckoned from the rest and can’t be typed into.`,
	taken: (n: number) => (n === 0 ? 'Nothing was changed.' : `${count(n, 'cell', 'cells')} changed.`),
	refused: (n: number) =>
		`${count(n, 'value was', 'values were')} not taken; ${n === 1 ? 'its cell keeps what it had' : 'those cells keep what they had'}:`,
	outside: (n: number) =>
		`${count(n, 'cell', 'cells')} had no place: beyond the last column, or below the last row.`,
	more: (n: number) => `Show ${n} more`
};
