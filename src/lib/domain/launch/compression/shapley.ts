/** Shares of a whole among causes that work together (Shapley 1953), exactly. */
import { fraction, type Exact } from '../../hours/exact.ts';

/**
 * Each player's share of `value(all) − value(none)`: the mean of what it adds, over all orders of joining. Shares add
 * up; players that do the same get the same; one that does nothing gets zero.
 *
 * @param players at most 20; sets are bit masks over them
 * @param value whole numbers
 */
export function shapley(players: number, value: (set: number) => number): Exact[] {
	const factorial = Array.from({ length: players + 1 }, (_, n) => {
		let product = 1n;
		for (let i = 2n; i <= BigInt(n); i++) product *= i;
		return product;
	});
	const values = Array.from({ length: 1 << players }, (_, set) => BigInt(value(set)));
	const sizes = values.map((_, set) => set.toString(2).replaceAll('0', '').length);
	return Array.from({ length: players }, (_, player) => {
		let sum = 0n;
		for (let set = 0; set < values.length; set++) {
			if (set & (1 << player)) continue;
			const weight = factorial[sizes[set]!]! * factorial[players - sizes[set]! - 1]!;
			sum += weight * (values[set | (1 << player)]! - values[set]!);
		}
		return fraction(sum, factorial[players]!);
	});
}

/**
 * Whole numbers that add up to the (whole) sum of exact ones: each rounded down, then one more to those with the
 * largest remainders, the first of equals.
 */
export function largestRemainder(exact: readonly Exact[]): number[] {
	const floor = ({ over, under }: Exact): bigint =>
		over >= 0n ? over / under : -((-over + under - 1n) / under);
	const floors = exact.map(floor);
	const rests = exact.map(({ over, under }, i) => Number(over - floors[i]! * under) / Number(under));
	const left = Math.round(rests.reduce((sum, rest) => sum + rest, 0));
	const first = rests.map((_, i) => i).sort((a, b) => rests[b]! - rests[a]! || a - b);
	const more = new Set(first.slice(0, left));
	return floors.map((n, i) => Number(n) + (more.has(i) ? 1 : 0));
}
