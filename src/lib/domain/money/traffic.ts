/** What bought traffic a mini-program drama is said to need (product.md "Traffic"; M12). */
import type { Cents } from '../money.ts';
import type { Production } from '../schedule/records.ts';
import { onceOf } from './day-cost.ts';
import type { MoneyLine } from './records.ts';

/** Without the platform's traffic support, about so many times its production cost (product.md, from the seed paper). */
const TIMES = 10;

export type TrafficRule = {
	/** what the production itself costs: the whole budget without marketing and traffic */
	readonly production: Cents;
	/** bought traffic it takes to profit, if the platform gives none */
	readonly needed: Cents;
	/** the marketing and traffic lines */
	readonly planned: Cents;
};

/**
 * The ten-times rule. It is about dramas viewers pay for in a mini-program; on a platform that shows them free, success is
 * views, and null is said. Null too while there is no budget.
 */
export function trafficRule(
	commission: Production['commission'],
	total: Cents | null,
	lines: Iterable<MoneyLine>
): TrafficRule | null {
	if (commission !== 'mini-program' || total === null) return null;
	const planned = [...lines].reduce(
		(sum, line) => sum + (line.category === 'marketing' && line.basis === 'fixed' ? onceOf(line) : 0),
		0
	);
	const production = Math.max(0, total - planned);
	return production === 0 ? null : { production, needed: production * TIMES, planned };
}
