/** What a contract means: rights, payments, and what stays if nothing more comes (product.md "Contracts", M9–M11). */
import { daysBetween, type DayKey } from '../calendar/day-key.ts';
import type { Gate } from '../launch/records.ts';
import type { Cents } from '../money.ts';
import type { Production } from '../schedule/records.ts';
import { onceOf } from './day-cost.ts';
import type { Contract, Milestone, MoneyLine } from './records.ts';

type Kind = NonNullable<Contract['kind']>;

export type Terms = {
	readonly copyright: 'platform' | 'us';
	/** what comes after delivery: nothing, small sums by views, a share of revenue */
	readonly later: 'nothing' | 'residuals' | 'share';
	/** who may change the script: what the plan's `scriptOwner` says from then on */
	readonly scriptOwner: Production['scriptOwner'];
	readonly exclusive: 'for-good' | 'for-a-time' | 'as-agreed';
};

/** The three contracts of the field. */
export const TERMS: Readonly<Record<Kind, Terms>> = {
	'work-for-hire': {
		copyright: 'platform',
		later: 'nothing',
		scriptOwner: 'platform',
		exclusive: 'for-good'
	},
	licensed: { copyright: 'us', later: 'residuals', scriptOwner: 'us', exclusive: 'for-a-time' },
	'co-investment': { copyright: 'us', later: 'share', scriptOwner: 'us', exclusive: 'as-agreed' }
};

/** `due`: within a week, or its review has passed; `blocked`: its review was rejected. */
export type PaymentState = 'paid' | 'late' | 'due' | 'waiting' | 'blocked';

const SOON = 7;

/** Where a payment stands (M9). Late: past its date and unpaid, whatever its review says. */
export function paymentState(
	{ paidOn, dueOn }: Pick<Milestone, 'paidOn' | 'dueOn'>,
	gate: Pick<Gate, 'status'> | null,
	today: DayKey
): PaymentState {
	if (paidOn !== null) return 'paid';
	if (gate?.status === 'rejected') return 'blocked';
	if (dueOn !== null && dueOn < today) return 'late';
	if (gate?.status === 'approved') return 'due';
	return gate === null && dueOn !== null && daysBetween(today, dueOn) <= SOON ? 'due' : 'waiting';
}

/** The next review nobody has decided, by date; null where all are. */
export function nextReview(gates: Iterable<Gate>): Gate | null {
	const open = [...gates].filter(({ status, decidedOn }) => status === 'open' && decidedOn === null);
	open.sort((a, b) =>
		(a.plannedOn ?? '9') < (b.plannedOn ?? '9')
			? -1
			: (a.plannedOn ?? '9') > (b.plannedOn ?? '9')
				? 1
				: a.id < b.id
					? -1
					: 1
	);
	return open[0] ?? null;
}

export type Standing = {
	/** paid out and received */
	readonly spent: Cents;
	readonly received: Cents;
	/** agreed with somebody and not paid */
	readonly owed: Cents;
	/** payments that come whatever the next review says: their review has passed, or they wait for a date alone */
	readonly sure: Cents;
	/** payments lost with it: those that wait for a review not passed */
	readonly lost: Cents;
	/** what stays then: received + sure − spent − owed */
	readonly rest: Cents;
};

/**
 * What is spent and owed if the next review fails (M10).
 * @param workedCents what the days worked took, wages and day lines
 */
export function ifReviewFails(
	lines: readonly MoneyLine[],
	milestones: readonly Milestone[],
	gateOf: (id: Gate['id']) => Gate | null,
	workedCents: Cents
): Standing {
	let [spent, owed] = [workedCents, 0];
	for (const { basis, spent: paid, committed } of lines) {
		// What day lines paid is in the days worked already.
		if (basis === 'fixed') spent += paid;
		owed += Math.max(0, committed - paid);
	}
	let [received, sure, lost] = [0, 0, 0];
	for (const { sum, paidOn, gateId } of milestones) {
		const gate = gateId ? gateOf(gateId) : null;
		if (paidOn !== null) received += sum;
		else if (gate === null || gate.status === 'approved') sure += sum;
		else lost += sum;
	}
	return { spent, received, owed, sure, lost, rest: received + sure - spent - owed };
}

/**
 * The margin if no residual ever comes (M11): payments agreed less what everything will have cost.
 * @param shootCents days worked and days planned
 */
export const marginAtZero = (
	lines: readonly MoneyLine[],
	milestones: readonly Milestone[],
	shootCents: Cents
): Cents =>
	milestones.reduce((sum, one) => sum + one.sum, 0) -
	lines.reduce(
		(sum, line) => sum + (line.basis === 'fixed' && line.category !== 'contingency' ? onceOf(line) : 0),
		0
	) -
	shootCents;
