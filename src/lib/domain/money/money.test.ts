import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../calendar/day-key.ts';
import type { MoneyLineId } from '../ids.ts';
import { leveller } from '../launch/compression/levelled.ts';
import type { Gate } from '../launch/records.ts';
import { gateRecord } from '../launch/records.ts';
import { newRow } from '../schedule/new-rows.ts';
import { ifReviewFails, marginAtZero, paymentState, TERMS } from './contract.ts';
import { dayCost, onceOf } from './day-cost.ts';
import { dayRateOf } from './day-rate.ts';
import { daysBought, paidDaysOf } from './days-bought.ts';
import { hotCost } from './hot-cost.ts';
import { milestoneRecord, moneyLineRecord, spendingRecord, type MoneyLine } from './records.ts';
import type { ShootLeft } from './shoot-left.ts';

const from = day('2026-11-23');
const TEN_HOURS = {
	id: 'ten-hours',
	pay_rules: {
		daily: { applies_to: ['ordinary'], tiers: [{ after_min: 600, basis: 'worked', multiplier: 1.5 }] }
	}
};
let made = 0;
const line = (values: Partial<MoneyLine>): MoneyLine =>
	newRow(moneyLineRecord, `line-${made++}` as MoneyLineId, values);

/** 30 people at 600 for ten hours, 71 h 40 of work, 1.25 h of overhead: the example of compression.md 5. */
function shoot(rate = 60_000, { worked = 0, minutes = 4300, paysOvertime = false } = {}): ShootLeft {
	const people = Array.from({ length: 30 }, (_, n) => ({
		id: `p${n}`,
		called: 1,
		ofDays: 1,
		deal: { dayCents: rate, contractedMinutes: 600, paysOvertime }
	}));
	const called = people.map(() => ({ personId: null, isCast: false, rate }));
	const dates = Array.from({ length: 60 }, (_, i) => addDays(from, i));
	return {
		worked: Array.from({ length: worked }, (_, i) => addDays(from, i - worked)),
		planned: dates.slice(0, 8),
		calledOn: () => called,
		heads: 30,
		input: {
			zone: 'Asia/Shanghai',
			ruleSet: TEN_HOURS,
			dates,
			scenes: minutes === 0 ? [] : [{ id: 's', minutes }],
			day: { callAt: 420, overheadMinutes: 75, mealMinutes: 0 },
			people,
			window: [{ late: [], days: 60 }]
		}
	};
}
/** 24,500 a day in all: 18,000 for the crew and 6,500 beside them. */
const gear = (planned = 650_000): MoneyLine => line({ category: 'equipment', basis: 'day', planned });

describe('the worked example of the price of a day', () => {
	const bought = daysBought(24_500_000, [gear()], shoot());
	it.each([
		[8, 50],
		[7, 312.5],
		[6, 575],
		[5, 837.5]
	])('%d days give %d hours of overtime', (days, hours) => {
		expect(bought.points[days - 1]?.overtime).toBe(hours * 60);
	});
	it('from 8 days to 5 saves 73,500 and makes people work 70,875 more, unpaid', () => {
		const [five, eight] = [bought.points[4]!, bought.points[7]!];
		expect(eight.paid - five.paid).toBe(7_350_000);
		expect(five.unpaid - eight.unpaid).toBe(7_087_500);
	});
	it('cutting one day of eight saves its cost, with the unpaid overtime in it', () => {
		expect(bought.fewer).toEqual({ to: 7, paid: -2_450_000, unpaid: 2_362_500, overtime: 262.5 * 60 });
	});
	it('opens the day to its parts', () => {
		expect(bought.usual.cents).toBe(2_450_000);
		expect(bought.usual.parts.map(({ category, cents }) => [category, cents])).toEqual([
			['crew', 1_800_000],
			['equipment', 650_000]
		]);
	});
});

describe('days the money pays for', () => {
	it('are the largest number whose cost is no more than what is left, to the cent', () => {
		expect(daysBought(5 * 2_450_000, [gear()], shoot()).paidFor).toBe(5);
		expect(daysBought(5 * 2_450_000 - 1, [gear()], shoot()).paidFor).toBe(4);
	});
	it('are none where not even one can be paid, and that is said', () => {
		expect(daysBought(2_449_999, [gear()], shoot())).toMatchObject({ paidFor: 0 });
	});
	it('count those worked before, which have taken their cost', () => {
		expect(daysBought(8 * 2_450_000, [gear()], shoot(60_000, { worked: 3 }))).toMatchObject({
			worked: 3,
			workedCents: 3 * 2_450_000,
			paidFor: 5
		});
		expect(paidDaysOf(8 * 2_450_000, [gear()], shoot(60_000, { worked: 3 }))).toBe(8);
	});
	it('are unknown without a budget, and the rest is answered all the same', () => {
		const bought = daysBought(null, [gear()], shoot());
		expect(bought).toMatchObject({ paidFor: null, left: null });
		expect(bought.points[7]?.paid).toBe(8 * 2_450_000);
		expect(paidDaysOf(null, [], shoot())).toBeNull();
	});
	it('say nothing wrong without work and without people', () => {
		expect(daysBought(100, [], shoot(60_000, { minutes: 0 }))).toMatchObject({ points: [], paidFor: 0 });
		const nobody = { ...shoot(), calledOn: () => [], input: { ...shoot().input, people: [] } };
		expect(daysBought(100, [], nobody).usual).toMatchObject({ cents: 0, parts: [] });
	});
	it('say when a day more costs less than the paid overtime it saves', () => {
		const dear = daysBought(1e9, [gear(0)], {
			...shoot(60_000, { paysOvertime: true, minutes: 8000 })
		});
		expect(dear.points[7]!.paid).toBeGreaterThan(dear.points[8]!.paid);
		expect(dear.more?.paid).toBeLessThan(0);
	});
	it('with the marketing line back: the days it would pay for and the overtime it would spare', () => {
		const marketing = line({ category: 'marketing', planned: 2 * 2_450_000 });
		const bought = daysBought(7 * 2_450_000, [gear(), marketing], shoot());
		expect(bought.paidFor).toBe(5);
		expect(bought.marketing).toEqual({ cents: 4_900_000, days: 2, overtime: (837.5 - 312.5) * 60 });
	});

	it('don’t change when every rate, line and the budget doubles, or the currency has no decimals', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 90_000 }),
				fc.integer({ min: 0, max: 900_000 }),
				fc.integer({ min: 0, max: 40_000_000 }),
				fc.constantFrom(2, 100),
				(rate, gearDay, total, by) => {
					const once = daysBought(total, [gear(gearDay)], shoot(rate));
					const more = daysBought(total * by, [gear(gearDay * by)], shoot(rate * by));
					expect(more.paidFor).toBe(once.paidFor);
					expect(more.points.map(({ overtime }) => overtime)).toEqual(
						once.points.map(({ overtime }) => overtime)
					);
				}
			),
			{ numRuns: 12 }
		);
	});
	it('more money never buys fewer', () => {
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 3e7 }), fc.integer({ min: 0, max: 3e7 }), (a, b) => {
				const paid = (total: number): number => paidDaysOf(total, [gear()], shoot()) ?? 0;
				expect(paid(a + b)).toBeGreaterThanOrEqual(paid(a));
			}),
			{ numRuns: 30 }
		);
	});
	it('are those of compression’s own levelled plan, not of a second model', () => {
		const { input } = shoot();
		const plan = leveller({ ...input, budget: null });
		for (const point of daysBought(1e9, [gear()], shoot()).points)
			expect(point.overtime).toBe(plan.level(4300, point.days).overtime);
	});
});

describe('lines and deals', () => {
	it('a line paid once takes the most of planned, committed and spent (M1)', () => {
		expect(onceOf(line({ planned: 100, committed: 120, spent: 90 }))).toBe(120);
		expect(onceOf(line({ planned: 100, committed: 120, spent: 130 }))).toBe(130);
	});
	it('a crew line a day counts only where nobody of the crew has a deal (M3)', () => {
		const crew = line({ category: 'crew', basis: 'person-day', planned: 500 });
		const one = (rate: number | null) => ({ personId: null, isCast: false, rate });
		expect(dayCost([crew], [one(null), one(null)])).toMatchObject({ cents: 1000, withoutDeal: 2 });
		expect(dayCost([crew], [one(700), one(null)])).toMatchObject({ cents: 700, withoutDeal: 1 });
	});
	it('a package is its sum by its days, an hour’s pay the agreed day, a month 1/21.75', () => {
		const deal = { packageDays: null, paysOvertime: false };
		expect(dayRateOf({ ...deal, pay: 'package', amount: 900, packageDays: 9 }, 600)).toBe(100);
		expect(dayRateOf({ ...deal, pay: 'package', amount: 900 }, 600)).toBeNull();
		expect(dayRateOf({ ...deal, pay: 'hour', amount: 60 }, 600)).toBe(600);
		expect(dayRateOf({ ...deal, pay: 'month', amount: 217_500 }, 600)).toBe(10_000);
		expect(dayRateOf({ ...deal, pay: 'day', amount: null }, 600)).toBeNull();
	});
});

describe('hot cost (M8)', () => {
	const deal = { pay: 'day', amount: 60_000, packageDays: null } as const;
	const logged = { date: from, worked: 720, payBuckets: { '1': 600, '1.5': 120 }, planned: false };
	const budgeted = dayCost([gear(), line({ category: 'transport', basis: 'day', planned: 1000 })], []);
	const spending = newRow(spendingRecord, 's' as never, { date: from, category: 'transport', amount: 1500 });

	it('adds rates, overtime as deals pay it and spending; lines nothing was written of count as budgeted', () => {
		const cost = hotCost(
			from,
			budgeted,
			[
				{ deal: { ...deal, paysOvertime: true }, contracted: 600, days: [logged] },
				{ deal: { ...deal, paysOvertime: false }, contracted: 600, days: [logged] },
				{ deal: null, contracted: 600, days: [logged] }
			],
			[spending]
		);
		expect(cost).toMatchObject({
			wages: 120_000,
			overtimePaid: 18_000,
			overtimeUnpaid: 18_000,
			overtime: 360,
			spent: 1500,
			assumed: 650_000,
			actual: 120_000 + 18_000 + 1500 + 650_000,
			people: 3,
			withoutDeal: 1
		});
	});
});

describe('the contract', () => {
	const gate = (status: Gate['status']): Gate => newRow(gateRecord, 'g' as Gate['id'], { status });
	const payment = (values: object) => newRow(milestoneRecord, 'm' as never, { sum: 1000, ...values });

	it('under work for hire the script and the copyright are the platform’s, and nothing comes later', () => {
		expect(TERMS['work-for-hire']).toMatchObject({
			copyright: 'platform',
			later: 'nothing',
			scriptOwner: 'platform'
		});
		expect(TERMS['co-investment']).toMatchObject({ copyright: 'us', later: 'share', scriptOwner: 'us' });
	});
	it.each([
		['paid once it came, however late', { paidOn: from, dueOn: addDays(from, -9) }, null, 'paid'],
		['late the day after its date', { dueOn: addDays(from, -1) }, null, 'late'],
		['not late on its date', { dueOn: from }, null, 'due'],
		['due once its review has passed', {}, gate('approved'), 'due'],
		['waiting while its review is open', { dueOn: addDays(from, 3) }, gate('open'), 'waiting'],
		['blocked where its review was rejected', { dueOn: addDays(from, -3) }, gate('rejected'), 'blocked'],
		['waiting more than a week ahead', { dueOn: addDays(from, 8) }, null, 'waiting']
	] as const)('a payment is %s (M9)', (_, values, of, state) => {
		expect(paymentState(payment(values), of, from)).toBe(state);
	});
	it('says what is spent, owed and missing if the next review fails (M10)', () => {
		const lines = [
			line({ planned: 500, committed: 400, spent: 300 }),
			line({ basis: 'day', planned: 10, committed: 90, spent: 30 })
		];
		const milestones = [
			payment({ paidOn: from }),
			payment({ gateId: 'open' }),
			payment({ gateId: 'passed', sum: 50 })
		];
		const gateOf = (id: string): Gate => gate(id === 'passed' ? 'approved' : 'open');
		expect(ifReviewFails(lines, milestones, gateOf, 700)).toEqual({
			spent: 1000,
			received: 1000,
			owed: 160,
			sure: 50,
			lost: 1000,
			rest: 1000 + 50 - 1000 - 160
		});
	});
	it('reckons the margin as if no residual ever came (M11)', () => {
		const lines = [
			line({ category: 'script', planned: 300 }),
			line({ category: 'contingency', planned: 70 })
		];
		expect(marginAtZero(lines, [payment({})], 500)).toBe(200);
	});
});
