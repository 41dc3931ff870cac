/** The keys of the queue: one letter a decision, and the ways through the list. */

/** What can be done by a key; left out: not this member's to do. */
export type ReviewKeys = {
	readonly move: (by: number) => void;
	/** to either end */
	readonly end: (of: 'first' | 'last') => void;
	readonly toggle: () => void;
	readonly approve: () => void;
	readonly query: () => void;
	readonly pay?: (() => void) | undefined;
	/** reads the day in front */
	readonly enter: () => void;
	/** lets go of what is selected, or back to the list */
	readonly leave: () => void;
};

const TYPED = 'input:not([type=checkbox]), textarea, select, [contenteditable]';

/** Does what a key stands for. Nothing while something is typed, and arrows only inside the list. */
export function onReviewKey(event: KeyboardEvent, does: ReviewKeys): void {
	if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
	const target = event.target as HTMLElement;
	if (target.matches(TYPED)) return;
	const letters: Readonly<Record<string, (() => void) | undefined>> = {
		j: () => does.move(1),
		k: () => does.move(-1),
		x: does.toggle,
		a: does.approve,
		q: does.query,
		p: does.pay,
		Escape: does.leave
	};
	const inList: Readonly<Record<string, (() => void) | undefined>> = {
		ArrowDown: () => does.move(1),
		ArrowUp: () => does.move(-1),
		PageDown: () => does.move(10),
		PageUp: () => does.move(-10),
		Home: () => does.end('first'),
		End: () => does.end('last'),
		Enter: target.matches('[data-review-row]') ? does.enter : undefined
	};
	const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
	const act = letters[key] ?? (target.closest('[data-review-list]') ? inList[key] : undefined);
	if (!act) return;
	event.preventDefault();
	act();
}
