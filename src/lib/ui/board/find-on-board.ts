import type { StripId } from '#lib/domain/ids.ts';
import type { BoardView, DayView, StripView } from './types.ts';

/** Ids in the order they are moved in: the boneyard's first, then day by day, as `previewMove` reckons. */
export function inOrder(board: BoardView, ids: readonly StripId[]): StripId[] {
	const wanted = new Set(ids);
	return [...board.boneyard, ...board.days.flatMap((day) => day.strips)]
		.map(({ id }) => id)
		.filter((id) => wanted.has(id));
}

/** Where a scene lies, on its day or (without one) in the boneyard; else the day that was named. */
export function findOnBoard(
	{ days, boneyard }: BoardView,
	dayId: string | null,
	sceneId: string | null
): { day?: DayView; strip?: StripView } {
	const of = (views: readonly StripView[]): StripView | undefined =>
		sceneId === null ? undefined : views.find(({ scene }) => scene?.id === sceneId);
	for (const day of days) {
		const strip = of(day.strips);
		if (strip) return { day, strip };
	}
	const waits = of(boneyard);
	if (waits) return { strip: waits };
	const day = days.find(({ id }) => id === dayId);
	return day ? { day } : {};
}
