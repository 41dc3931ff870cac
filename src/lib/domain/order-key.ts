import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

/**
 * A place between two others, as text that sorts. Two people who insert at the same place offline may make the
 * same key: ties are broken by id, so every device shows the same order.
 */
export type OrderKey = string & { readonly __brand: 'OrderKey' };

type Ordered = { readonly id: string; readonly order: string };

/** Sorts by order, then by id. */
export const byOrder = (a: Ordered, b: Ordered): number =>
	a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/**
 * `count` keys between two neighbours (null: the edge of the list). A neighbour whose key is not one (a damaged
 * or hostile document) counts as the edge, and so does an upper one that does not lie above the lower.
 */
export function keysBetween(before: string | null, after: string | null, count: number): OrderKey[] {
	const lower = isOrderKey(before) ? before : null;
	const above = isOrderKey(after) ? after : null;
	const upper = lower !== null && above !== null && above <= lower ? null : above;
	return generateNKeysBetween(lower, upper, count) as OrderKey[];
}

/** One key between two neighbours, with the same allowances. */
export const keyBetween = (before: string | null, after: string | null): OrderKey =>
	keysBetween(before, after, 1)[0] as OrderKey;

/** Whether text is a key that others can be made next to. */
export function isOrderKey(text: string | null): text is OrderKey {
	if (text === null) return false;
	try {
		generateKeyBetween(text, null);
		return true;
	} catch {
		return false;
	}
}
