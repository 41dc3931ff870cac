/** What overtime ahead consists of, as whole hours that add up to the hours shown. */
import { largestRemainder } from '#lib/domain/launch/compression/shapley.ts';
import { CAUSES } from '#lib/domain/launch/compression/types.ts';
import { fraction } from '#lib/domain/hours/exact.ts';
import type { SettledTo } from '#lib/domain/launch/compression/settle.ts';
import type { Reckoned } from '#lib/domain/launch/compression/reckoner.ts';

export type CausePart = {
	readonly cause: SettledTo;
	/** whole hours; negative: saved */
	readonly hours: number;
	/** minutes that go when it alone is taken away */
	readonly without: number;
};

/** Day packing first, by itself; then the causes, largest first; the work itself last. Parts of nothing are left out. */
export function partsOf({ result, packing }: Reckoned): CausePart[] {
	const minutes = [packing, ...result.shares.map((share) => share.minutes), result.inTheWork];
	const hours = largestRemainder(minutes.map((one) => fraction(BigInt(one), 60n)));
	const [packed, ...rest] = hours;
	const work = rest.pop() ?? 0;
	const shares = CAUSES.map((cause, i) => ({
		cause,
		hours: rest[i] ?? 0,
		without: result.shares[i]?.without ?? 0
	}));
	return [
		{ cause: 'packing' as const, hours: packed ?? 0, without: packing },
		...shares.sort((a, b) => b.hours - a.hours),
		{ cause: 'work' as const, hours: work, without: 0 }
	].filter((part) => part.hours !== 0 || part.without !== 0);
}
