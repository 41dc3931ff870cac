/** Pointers on a grid: select, extend, drag the fill handle; a finger's first tap selects, the second edits. */
import type { GridState } from './grid.svelte.ts';

type Place = { readonly row: number; readonly col: number };

export function gridPointer<R>(
	element: HTMLElement,
	grid: GridState<R>,
	{ rowHeight, rows }: { rowHeight: () => number; rows: () => number }
): () => void {
	let dragging: 'select' | 'fill' | null = null;
	let touch = false;
	let last: PointerEvent | null = null;
	let rolling = 0;

	const cellAt = (target: EventTarget | null): Place | null => {
		const cell = target instanceof Element ? target.closest<HTMLElement>('[data-col]') : null;
		const row = cell?.parentElement?.dataset.at;
		return cell && row !== undefined ? { row: Number(row), col: Number(cell.dataset.col) } : null;
	};
	/** The row a pointer is over, beyond the window's edge too. */
	const rowUnder = (event: PointerEvent): number => {
		const y = event.clientY - element.getBoundingClientRect().top - rowHeight() + element.scrollTop;
		return Math.max(0, Math.min(Math.floor(y / rowHeight()), rows() - 1));
	};
	const inEditor = (event: Event): boolean =>
		grid.editing !== null && event.target instanceof HTMLElement && event.target.closest('.editing') !== null;
	const isButton = (event: Event): boolean =>
		event.target instanceof Element && event.target.closest('button') !== null;

	const down = (event: PointerEvent): void => {
		touch = event.pointerType === 'touch';
		if (event.button !== 0 || inEditor(event) || isButton(event)) return;
		if (event.target instanceof Element && event.target.closest('.handle')) begin('fill', event);
		else if (!touch) {
			const at = cellAt(event.target);
			if (!at) return;
			grid.byTouch = false;
			grid.go(at.row, at.col, event.shiftKey);
			begin('select', event);
		}
	};
	const begin = (what: 'select' | 'fill', event: PointerEvent): void => {
		dragging = what;
		last = event;
		// The focus goes to the cell by itself, not to what was pressed.
		event.preventDefault();
		element.setPointerCapture(event.pointerId);
		rolling = requestAnimationFrame(roll);
	};
	/** At the upper or lower edge the rows come along. */
	const roll = (): void => {
		if (!last || !dragging) return;
		const box = element.getBoundingClientRect();
		const over = last.clientY - box.bottom + 24;
		const under = box.top + rowHeight() + 24 - last.clientY;
		if (over > 0 || under > 0) {
			element.scrollTop += over > 0 ? Math.min(over, 30) : -Math.min(under, 30);
			follow(last);
		}
		rolling = requestAnimationFrame(roll);
	};
	const follow = (event: PointerEvent): void => {
		const row = rowUnder(event);
		if (dragging === 'fill') {
			grid.fillTo = row;
			return;
		}
		const under = cellAt(document.elementFromPoint(event.clientX, event.clientY));
		const from = grid.selection.from(true);
		const col = under?.col ?? from?.col ?? 0;
		if (from && (from.row !== row || from.col !== col)) grid.go(row, col, true);
	};
	const move = (event: PointerEvent): void => {
		if (!dragging) return;
		last = event;
		follow(event);
	};
	const up = (event: PointerEvent): void => {
		if (!dragging) return;
		cancelAnimationFrame(rolling);
		if (dragging === 'fill') {
			if (event.type === 'pointerup') grid.fill();
			else grid.fillTo = null;
		}
		dragging = null;
		last = null;
	};
	const click = (event: MouseEvent): void => {
		const at = cellAt(event.target);
		if (!at || isButton(event) || inEditor(event)) return;
		const { active } = grid.selection;
		if (!touch) return;
		const again = active?.row === at.row && active.col === at.col && grid.selection.isOne && grid.byTouch;
		grid.byTouch = true;
		if (!again) grid.go(at.row, at.col);
		else if (!grid.toggle()) grid.edit('in');
	};
	const double = (event: MouseEvent): void => {
		if (touch || !cellAt(event.target) || isButton(event) || inEditor(event)) return;
		if (!grid.toggle()) grid.edit('in');
	};
	const listeners = [
		['pointerdown', down],
		['pointermove', move],
		['pointerup', up],
		['pointercancel', up],
		['click', click],
		['dblclick', double]
	] as const;
	for (const [name, listener] of listeners) element.addEventListener(name, listener as EventListener);
	return () => {
		cancelAnimationFrame(rolling);
		for (const [name, listener] of listeners) element.removeEventListener(name, listener as EventListener);
	};
}
