import type { Source } from '../new-production/keeping.ts';

let waiting: Source | null = null;

/** A file that was dropped on another page, handed to the import page as it opens. */
export function bring(source: Source): void {
	waiting = source;
}

/** The file that was brought; once. */
export function takeIncoming(): Source | null {
	const source = waiting;
	waiting = null;
	return source;
}
