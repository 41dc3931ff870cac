/** Rows are drawn in steps of so many, so that scrolling draws a few at once and most frames draw nothing. */
const STEP = 8;

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
	const first = Math.floor(scrolled / rowHeight / STEP) * STEP - STEP;
	const last = first + Math.ceil(height / rowHeight / STEP) * STEP + 3 * STEP;
	const rows: number[] = [];
	for (let at = Math.max(0, first); at < Math.min(count, last); at++) rows.push(at);
	if (active !== null && active < count && (active < first || active >= last)) {
		if (active < first) rows.unshift(active);
		else rows.push(active);
	}
	return rows;
}
