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
 * `count` keys between two neighbours (null: the edge of the list). Neighbours that hold equal or crossed keys,
 * as after two offline inserts, are treated as if the upper one were absent.
 */
export function keysBetween(before: string | null, after: string | null, count: number): OrderKey[] {
	const upper = before !== null && after !== null && after <= before ? null : after;
	return generateNKeysBetween(before, upper, count) as OrderKey[];
}

/** One key between two neighbours. */
export function keyBetween(before: string | null, after: string | null): OrderKey {
	const upper = before !== null && after !== null && after <= before ? null : after;
	return generateKeyBetween(before, upper) as OrderKey;
}
