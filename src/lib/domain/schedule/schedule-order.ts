/** In which order scenes are shot when nobody has said so yet. */
import type { Minutes } from '../calendar/duration.ts';
import type { Scene } from './records.ts';

/** A scene with what ordering needs. */
export type Piece = {
	readonly scene: Scene;
	readonly minutes: Minutes;
	/** ids; '' where not known */
	readonly location: string;
	readonly set: string;
};

const TIME_RANK = { dawn: 0, day: 1, dusk: 2, night: 3 } as const;
const timeRank = (scene: Scene): number => (scene.time === null ? 1 : TIME_RANK[scene.time]);

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * By location (the one with most work first: it is settled while there is room), then set, time of day (nights
 * last), then cast: scenes with the same people follow each other, the largest company first; then script order.
 */
export function scheduleOrder(pieces: readonly Piece[]): Piece[] {
	const work = new Map<string, Minutes>();
	const first = new Map<string, string>();
	const add = (key: string, piece: Piece): void => {
		work.set(key, (work.get(key) ?? 0) + piece.minutes);
		const order = first.get(key);
		if (order === undefined || piece.scene.order < order) first.set(key, piece.scene.order);
	};
	for (const piece of pieces) {
		add(placeKey(piece), piece);
		add(setKey(piece), piece);
	}
	const bigger = (a: string, b: string): number =>
		(work.get(b) ?? 0) - (work.get(a) ?? 0) ||
		compare(first.get(a) ?? '', first.get(b) ?? '') ||
		compare(a, b);
	return pieces
		.map((piece) => ({ piece, cast: castKey(piece.scene) }))
		.sort(
			(a, b) =>
				bigger(placeKey(a.piece), placeKey(b.piece)) ||
				// A location's nights are one block: they can be a day of their own.
				nightLast(a.piece) - nightLast(b.piece) ||
				bigger(setKey(a.piece), setKey(b.piece)) ||
				timeRank(a.piece.scene) - timeRank(b.piece.scene) ||
				b.piece.scene.castIds.length - a.piece.scene.castIds.length ||
				compare(a.cast, b.cast) ||
				compare(a.piece.scene.order, b.piece.scene.order) ||
				compare(a.piece.scene.id, b.piece.scene.id)
		)
		.map(({ piece }) => piece);
}

/** A set without a location counts as a place of its own. */
const placeKey = (piece: Piece): string => `place ${piece.location || piece.set}`;
const setKey = (piece: Piece): string => `set ${piece.set}`;
const castKey = (scene: Scene): string => [...scene.castIds].sort().join();
const nightLast = (piece: Piece): number => (timeRank(piece.scene) === 3 ? 1 : 0);

/**
 * The order within one day: everything before dark first, location by location as handed in, then the nights,
 * beginning at the location where the light went, so that dark costs no move of its own.
 */
export function dayOrder(load: readonly Piece[]): Piece[] {
	const light = load.filter((piece) => nightLast(piece) === 0);
	const dark = load.filter((piece) => nightLast(piece) === 1);
	const last = light.at(-1);
	const here = (piece: Piece): boolean => last !== undefined && placeKey(piece) === placeKey(last);
	return [...light, ...dark.filter(here), ...dark.filter((piece) => !here(piece))];
}
