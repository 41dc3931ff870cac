/** Where everything lies, reckoned from sizes alone: what is drawn, what is hit and where a drop goes. */
import type { ShootDayId, StripId } from '#lib/domain/ids.ts';
import { groupBySet } from '#lib/domain/schedule/group-by-set.ts';
import type { Sizes } from './sizes.ts';
import type { StripView } from './types.ts';

/** A line of a column: a strip, a banner, or the header of a run of one set. */
export type Row = {
	readonly key: string;
	readonly kind: 'strip' | 'set';
	readonly y: number;
	readonly height: number;
	/** the strip, or the first of the run */
	readonly id: StripId;
	readonly view: StripView;
	/** under a set header, which then carries the set's name */
	readonly inSet: boolean;
	readonly group: GroupLine | null;
};

/** A set header: the strips it stands for and their figures. */
export type GroupLine = {
	readonly id: StripId;
	readonly setName: string;
	readonly ids: readonly StripId[];
	readonly eighths: number;
	readonly folded: boolean;
};

export type Column = {
	readonly dayId: ShootDayId | null;
	readonly x: number;
	readonly width: number;
	readonly rows: readonly Row[];
	/** height of the rows, padding included */
	readonly height: number;
};

/** Lays strips out in order: set headers over runs of two or more, folded runs without their strips. */
export function layOut(
	views: readonly StripView[],
	sizes: Sizes,
	folded: ReadonlySet<string>
): { rows: Row[]; height: number } {
	const rows: Row[] = [];
	let y = sizes.pad;
	const byId = new Map(views.map((view) => [view.id, view]));
	const scenes = new Map(views.flatMap((view) => (view.scene ? [[view.scene.id, view.scene] as const] : [])));
	const put = (view: StripView, inSet: boolean): void => {
		rows.push({
			key: view.id,
			kind: 'strip',
			y,
			height: sizes.strip,
			id: view.id,
			view,
			inSet,
			group: null
		});
		y += sizes.strip + 2;
	};
	if (!sizes.grouped) for (const view of views) put(view, false);
	else {
		const groups = groupBySet(
			views.map((view) => view.strip),
			(id) => scenes.get(id)
		);
		for (const group of groups) {
			const first = byId.get(group.id);
			if (!first) continue;
			const headed = group.kind === 'set' && group.strips.length > 1 && group.setId !== null;
			const isFolded = headed && folded.has(group.id);
			if (headed) {
				rows.push({
					key: `set ${group.id}`,
					kind: 'set',
					y,
					height: sizes.setHeader,
					id: group.id,
					view: first,
					inSet: false,
					group: {
						id: group.id,
						setName: first.setName,
						ids: group.strips.map((strip) => strip.id),
						eighths: group.eighths,
						folded: isFolded
					}
				});
				y += sizes.setHeader + 2;
			}
			if (!isFolded)
				for (const strip of group.strips) {
					const view = byId.get(strip.id);
					if (view) put(view, headed);
				}
		}
	}
	return { rows, height: y + sizes.pad };
}

/** Strip ids a row stands for. */
export const idsOf = (row: Row): readonly StripId[] => row.group?.ids ?? [row.id];

/** The rows that reach into a stretch of the column. */
export function rowsWithin(rows: readonly Row[], from: number, to: number): readonly Row[] {
	if (rows.length === 0) return rows;
	let first = 0;
	let last = rows.length;
	while (first < last) {
		const middle = (first + last) >> 1;
		const row = rows[middle] as Row;
		if (row.y + row.height < from) first = middle + 1;
		else last = middle;
	}
	let end = first;
	while (end < rows.length && (rows[end] as Row).y <= to) end++;
	return first === 0 && end === rows.length ? rows : rows.slice(first, end);
}

/** A gap between rows: the strip it lies before (null: the end) and where to draw the line. */
export type Gap = { readonly before: StripId | null; readonly y: number };

/**
 * The gap nearest to a height in a column. Strips that move don't count as neighbours: dropping a strip on itself
 * leaves it where it is. Below a folded run means after all of it.
 */
export function gapAt(rows: readonly Row[], y: number, moving: ReadonlySet<StripId>, pad: number): Gap {
	let line = pad - 1;
	let at = rows.length;
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i] as Row;
		if (y < row.y + row.height / 2) {
			line = row.y - 1;
			at = i;
			break;
		}
		line = row.y + row.height + 1;
	}
	for (let i = at; i < rows.length; i++) {
		const next = idsOf(rows[i] as Row).find((id) => !moving.has(id));
		if (next) return { before: next, y: line };
	}
	return { before: null, y: line };
}

/** How many strips that stay stand before one of them (null: all that stay). */
export function indexOf(
	order: readonly StripId[],
	before: StripId | null,
	moving: ReadonlySet<StripId>
): number {
	let index = 0;
	for (const id of order) {
		if (id === before) break;
		if (!moving.has(id)) index++;
	}
	return index;
}

/** Left edges of columns; a gutter after each day that has a night, a gap after the others. */
export function columnEdges(nights: readonly boolean[], sizes: Sizes): number[] {
	let x = 0;
	return nights.map((night) => {
		const left = x;
		x += sizes.column + (night ? sizes.gutter : sizes.gap);
		return left;
	});
}

/** Keeps the rows of before that are the same, so that a change to one strip draws one strip. */
export function settle(
	before: { readonly rows: readonly Row[] } | null,
	now: { readonly rows: readonly Row[]; readonly height: number }
): { readonly rows: readonly Row[]; readonly height: number } {
	if (!before) return now;
	const known = new Map(before.rows.map((row) => [row.key, row]));
	return {
		height: now.height,
		rows: now.rows.map((row) => {
			const was = known.get(row.key);
			return was && sameRow(was, row) ? was : row;
		})
	};
}

const sameRow = (a: Row, b: Row): boolean =>
	a.y === b.y &&
	a.height === b.height &&
	a.inSet === b.inSet &&
	(a.group === null
		? b.group === null && a.view === b.view
		: b.group !== null && sameGroup(a.group, b.group));

const sameGroup = (a: GroupLine, b: GroupLine): boolean =>
	a.setName === b.setName &&
	a.folded === b.folded &&
	a.eighths === b.eighths &&
	a.ids.length === b.ids.length &&
	a.ids.every((id, i) => id === b.ids[i]);
