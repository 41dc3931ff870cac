/** A worked day's overtime given to its causes at wrap, so that they don't vanish with the work (compression.md 5). */
import type { DayKey } from '../../calendar/day-key.ts';
import type { Minutes } from '../../calendar/duration.ts';
import { fraction, isLess, plus, times, by, decimal, ZERO, type Exact } from '../../hours/exact.ts';
import { largestRemainder } from './shapley.ts';
export type { SettledTo } from './types.ts';
import { CAUSES, SETTLED_TO, type Compression, type SettledTo } from './types.ts';

/** Somebody asked to go on past the plan. */
export type Extension = {
	/** overtime of everyone kept, in minutes */
	readonly minutes: Minutes;
	readonly cause: SettledTo;
	readonly askedBy: string;
	readonly why: string;
};

export type SettledDay = {
	readonly date: DayKey;
	readonly overtime: Minutes;
	/** whole minutes that add up to `overtime` */
	readonly to: Readonly<Record<SettledTo, Minutes>>;
};

/**
 * Settles one day: recorded extensions first, in the order they were recorded and never more than was worked; the rest
 * in proportion to the shares at that day's call. A cause that saved hours takes none of what was worked; where
 * nothing has a share, the rest is in the work itself.
 *
 * @param overtime minutes worked above the rules that day, of everyone
 * @param atCall what compression said when the day was called
 */
export function settleDay(
	date: DayKey,
	overtime: Minutes,
	extensions: readonly Extension[],
	atCall: Pick<Compression, 'shares' | 'packing' | 'inTheWork'>
): SettledDay {
	const to = Object.fromEntries(SETTLED_TO.map((one) => [one, 0])) as Record<SettledTo, Minutes>;
	let left = overtime;
	for (const { cause, minutes } of extensions) {
		const taken = Math.max(0, Math.min(left, minutes));
		to[cause] += taken;
		left -= taken;
	}
	spread(left, weights(atCall)).forEach((minutes, i) => (to[SETTLED_TO[i]!] += minutes));
	return { date, overtime, to };
}

function weights({
	shares,
	packing,
	inTheWork
}: Pick<Compression, 'shares' | 'packing' | 'inTheWork'>): Exact[] {
	const byCause = new Map(shares.map(({ cause, exact }) => [cause, exact]));
	const known: Exact[] = CAUSES.map((cause) => byCause.get(cause) ?? ZERO);
	const all = [...known, decimal(packing ?? 0), decimal(inTheWork)].map((one) =>
		isLess(one, ZERO) ? ZERO : one
	);
	return all.some(({ over }) => over > 0n)
		? all
		: all.map((_, i) => fraction(i === all.length - 1 ? 1n : 0n, 1n));
}

function spread(minutes: Minutes, weighed: readonly Exact[]): number[] {
	const sum = weighed.reduce(plus, ZERO);
	return largestRemainder(weighed.map((one) => times(decimal(minutes), by(one, sum))));
}
