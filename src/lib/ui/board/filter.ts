import type { CharacterId } from '#lib/domain/ids.ts';
import type { StripStatus } from '#lib/domain/schedule/records.ts';
import type { StripView } from './types.ts';

/** What the board shows only; empty everywhere: everything. */
export type Filter = {
	readonly text: string;
	readonly castId: CharacterId | '';
	readonly setName: string;
	readonly status: StripStatus | '';
};

export const NO_FILTER: Filter = { text: '', castId: '', setName: '', status: '' };

export const isFiltering = (filter: Filter): boolean =>
	filter.text.trim() !== '' || filter.castId !== '' || filter.setName !== '' || filter.status !== '';

/** Whether a strip is shown under a filter. Every word typed has to be found somewhere on it. */
export function shows(filter: Filter, view: StripView): boolean {
	if (filter.status !== '' && view.strip.status !== filter.status) return false;
	if (filter.setName !== '' && view.setName !== filter.setName) return false;
	if (filter.castId !== '' && !view.cast.some(({ id }) => id === filter.castId)) return false;
	const wanted = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
	if (wanted.length === 0) return true;
	const all = [
		view.scene?.number,
		view.setName,
		view.scene?.synopsis,
		view.strip.banner,
		...view.cast.map(({ name }) => name)
	]
		.join(' ')
		.toLocaleLowerCase();
	return wanted.every((word) => all.includes(word));
}
