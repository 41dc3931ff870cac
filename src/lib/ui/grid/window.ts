/** Rows are drawn in steps of so many, so that scrolling draws a few at once and most frames draw nothing. */
const STEP = 4;
/** Rows drawn beyond either edge, for a finger that flings. */
const SPARE = 12;

/**
 * Indexes of the rows to draw: those in view with some on either side, and the active one wherever it is, since it
 * holds the focus.
 */
export function rowsInView(
	scrolled: number,
	height: number,
	rowHeight: number,
	count: number,
	active: number | null
): number[] {
	const first = Math.floor(scrolled / rowHeight / STEP) * STEP - SPARE;
	const last = first + Math.ceil(height / rowHeight / STEP) * STEP + STEP + 2 * SPARE;
	const rows: number[] = [];
	for (let at = Math.max(0, first); at < Math.min(count, last); at++) rows.push(at);
	if (active !== null && active < count && (active < first || active >= last)) {
		if (active < first) rows.unshift(active);
		else rows.push(active);
	}
	return rows;
}

/**
 * First and last of the columns to draw beside the frozen ones, ends included: those in view with one on either side.
 * A figure that only changes as a column comes or goes.
 * @param lefts the left edge of each column, and the right edge of the last
 */
export function columnsInView(
	scrolled: number,
	width: number,
	lefts: readonly number[],
	frozen: number
): string {
	const count = lefts.length - 1;
	const still = lefts[frozen] ?? 0;
	let first = frozen;
	while (first < count - 1 && (lefts[first + 1] ?? 0) <= scrolled + still) first++;
	let last = first;
	while (last < count - 1 && (lefts[last + 1] ?? 0) < scrolled + width) last++;
	return `${Math.max(frozen, first - 1)}-${Math.min(count - 1, last + 1)}`;
}
