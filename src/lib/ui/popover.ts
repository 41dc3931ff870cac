/** Where a popover goes: under its button, above it when there is no room, never over the edge of the window. */
const GAP = 6;
const MARGIN = 8;

/**
 * Places an open popover beside its button. Positions are set through the CSSOM, which a strict
 * content-security policy allows.
 * @param align which edge of the button the popover lines up with
 */
export function place(popover: HTMLElement, button: HTMLElement, align: 'start' | 'end' = 'start'): void {
	const at = button.getBoundingClientRect();
	const { width, height } = popover.getBoundingClientRect();
	const wantedLeft = align === 'start' ? at.left : at.right - width;
	const left = Math.max(MARGIN, Math.min(wantedLeft, innerWidth - width - MARGIN));
	const below = at.bottom + GAP;
	const above = at.top - GAP - height;
	const top = below + height <= innerHeight - MARGIN || above < MARGIN ? below : above;
	popover.style.setProperty('left', `${left}px`);
	popover.style.setProperty('top', `${top}px`);
	popover.style.setProperty('max-height', `${Math.max(120, innerHeight - top - MARGIN)}px`);
}
