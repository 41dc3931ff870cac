import type { StripId } from '#lib/domain/ids.ts';
import type { Arrangement } from './arrangement.svelte.ts';
import type { Deeds } from './deeds.svelte.ts';
import { idsOf, type Row } from './layout.ts';
import type { Selection } from './selection.svelte.ts';

export type KeyHost = {
	readonly arrangement: Arrangement;
	readonly selection: Selection;
	readonly deeds: Deeds;
	readonly editable: boolean;
	/** shows a row and puts the keyboard on it */
	focus(list: number, row: Row): void;
	open(id: StripId): void;
	moveTo(ids: readonly StripId[]): void;
};

/** The list and row the keyboard is on; null when it is on none. */
export function focused(
	host: Pick<KeyHost, 'arrangement' | 'selection'>
): { list: number; at: number; row: Row } | null {
	for (const [list, laid] of host.arrangement.lists.entries()) {
		const at = laid.rows.findIndex(({ key }) => key === host.selection.focus);
		const row = laid.rows[at];
		if (row) return { list, at, row };
	}
	return null;
}

/** What strips a key acts on: the chosen ones when the row is among them, else the row's own. */
export function inHand(selection: Selection, row: Row): readonly StripId[] {
	const own = idsOf(row);
	return own.some((id) => selection.ids.has(id)) ? [...selection.ids] : own;
}

/** Acts on a key pressed while a strip has the keyboard; answers whether it was one of the board's. */
export function press(event: KeyboardEvent, host: KeyHost): boolean {
	const here = focused(host);
	if (!here || event.ctrlKey || event.metaKey) return false;
	const { row } = here;
	if (event.altKey) return host.editable && shift(event.key, host, here);
	switch (event.key) {
		case 'ArrowDown':
		case 'ArrowUp':
			return walk(host, here, event.key === 'ArrowDown' ? 1 : -1, event.shiftKey);
		case 'ArrowLeft':
		case 'ArrowRight':
			return across(host, here, event.key === 'ArrowRight' ? 1 : -1);
		case 'Home':
		case 'End': {
			const rows = host.arrangement.lists[here.list]?.rows ?? [];
			const to = event.key === 'Home' ? rows[0] : rows.at(-1);
			if (to) host.focus(here.list, to);
			return true;
		}
		case ' ':
			host.selection.toggle(idsOf(row));
			return true;
		case 'Enter':
			if (row.group) host.arrangement.fold(row.group.id);
			else host.open(row.id);
			return true;
		case 'm':
		case 'M':
			if (host.editable) host.moveTo(inHand(host.selection, row));
			return host.editable;
		default:
			return false;
	}
}

type Here = { list: number; at: number; row: Row };

function walk(host: KeyHost, { list, at }: Here, by: 1 | -1, reaching: boolean): boolean {
	const laid = host.arrangement.lists[list];
	const to = laid?.rows[at + by];
	if (!laid || !to) return true;
	if (reaching)
		host.selection.reach(
			laid.rows.filter((row) => row.kind === 'strip').map(({ id }) => id),
			to.id
		);
	host.focus(list, to);
	return true;
}

/** To the next column that has anything, at about the same height. */
function across(host: KeyHost, { list, row }: Here, by: 1 | -1): boolean {
	const { lists } = host.arrangement;
	for (let at = list + by; at >= 0 && at < lists.length; at += by) {
		const rows = lists[at]?.rows ?? [];
		const to = rows.find((one) => one.y + one.height > row.y) ?? rows.at(-1);
		if (to) {
			host.focus(at, to);
			return true;
		}
	}
	return true;
}

/** Alt and an arrow: one place up or down, or to the next day; what was moved keeps the keyboard. */
function shift(key: string, host: KeyHost, { list, at, row }: Here): boolean {
	const { lists } = host.arrangement;
	const ids = inHand(host.selection, row);
	const laid = lists[list];
	if (!laid) return false;
	if (key === 'ArrowLeft' || key === 'ArrowRight') {
		const days = lists.length - 1;
		const to = list === days && key === 'ArrowLeft' ? days - 1 : list + (key === 'ArrowRight' ? 1 : -1);
		const target = lists[to];
		if (!target || to === list) return true;
		const before = target.rows.find((one) => one.y >= row.y && !ids.includes(one.id))?.id ?? null;
		host.deeds.move(ids, { dayId: target.dayId, before: target.dayId === null ? null : before });
		return true;
	}
	if (key !== 'ArrowUp' && key !== 'ArrowDown') return false;
	// the boneyard is sorted, so there is no up and down in it
	if (laid.dayId === null) return true;
	const order = laid.order;
	if (key === 'ArrowUp') {
		const first = order.findIndex((id) => ids.includes(id));
		const before = order[first - 1];
		if (before !== undefined) host.deeds.move(ids, { dayId: laid.dayId, before });
	} else {
		const last = order.findLastIndex((id) => ids.includes(id));
		if (last >= 0 && last < order.length - 1)
			host.deeds.move(ids, { dayId: laid.dayId, before: order[last + 2] ?? null });
	}
	return at >= 0;
}
