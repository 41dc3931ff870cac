import { describe, expect, test } from 'vitest';
import { addDays, day } from '../calendar/day-key.ts';
import { formatClock } from '../calendar/clock.ts';
import { contractOf, type Deal } from '../hours/deal.ts';
import { judgeHours } from '../hours/log/judged.ts';
import { dayStandings } from '../hours/log/standing.ts';
import { readRuleSet } from '../hours/rule-set.ts';
import { ruleChangeRecord } from '../hours/own-rules/record.ts';
import { decisionOn, loggedAnswer, loggedEntry } from '../hours/testing/logged.ts';
import type { PersonId, ProductionId, RuleChangeId } from '../ids.ts';
import { newRow } from '../schedule/new-rows.ts';
import { personRecord, productionRecord, type Person } from '../schedule/records.ts';
import { openInPayroll, payOfDay, payrollTable } from './payroll.ts';
import type { ReportTable } from './table.ts';
import { sharedGroups, sharedTable, workloadTable } from './workload-table.ts';
import type { WorkloadPerson } from './workload-person.ts';
import { monthAround, workloadOf } from './workload.ts';

const production = newRow(productionRecord, 'p' as ProductionId, { contractMinutes: 600 });
const TODAY = day('2026-11-20');
const MONTH = monthAround(TODAY);

type Hours = [date: string, from: number, to: number][];
function made(
	id: string,
	hours: Hours,
	deal: Deal | null = null,
	ruleSet = '',
	department: Person['department'] = 'camera',
	extra: Parameters<typeof dayStandings>[0] = []
): WorkloadPerson {
	const person = newRow(personRecord, id as PersonId, { name: id, department, ruleSet });
	const entries = hours.map(([date, from, to]) =>
		loggedEntry(`${id} ${date}`, date, { start: formatClock(from), end: formatClock(to), breaks: [] }, id)
	);
	const days = dayStandings([...entries, ...extra]);
	return {
		...{ person, days, deal, calls: [], rules: readRuleSet(ruleSet || 'cn-standard') },
		judged: judgeHours({
			...{ person, production, ruleChanges: new Map(), days: days.values(), calls: [], today: TODAY },
			deal: deal && contractOf(deal, 'CNY')
		})
	};
}
const column = (table: ReportTable, key: string): unknown[] => {
	const at = table.columns.findIndex((one) => one.key === key);
	return table.rows.map(({ values }) => values[at]);
};
const has = (table: ReportTable, key: string): boolean => table.columns.some((one) => one.key === key);

// Chinese hours, Mon 9 Nov 07:00–19:00: 8 h straight, 4 h at 1.5.
const long: Hours = [['2026-11-09', 420, 1140]];
const deals = {
	package: { pay: 'package', amount: 800000, packageDays: 8, paysOvertime: false },
	day: { pay: 'day', amount: 100000, packageDays: null, paysOvertime: true },
	hour: { pay: 'hour', amount: 5000, packageDays: null, paysOvertime: true },
	month: { pay: 'month', amount: 870000, packageDays: null, paysOvertime: true }
} as const satisfies Record<string, Deal>;

describe('what a day is paid', () => {
	const pay = (deal: Deal, hours = long) => {
		const { judged } = made('wang', hours, deal);
		return payOfDay(judged.workDays, deal, judged.pay?.hourly ?? 0, 'CNY');
	};
	test('a package pays the day and nothing for its overtime: 4 h × ¥100 × 1.5 are worth ¥600', () => {
		expect(pay(deals.package)).toEqual({
			...{ base: 100000, overtime: 0, unpaid: 60000, penalties: 0, pay: 100000 }
		});
	});
	test('a package pays a short day whole', () => {
		expect(pay(deals.package, [['2026-11-09', 420, 600]])).toMatchObject({ base: 100000, pay: 100000 });
	});
	test('an hourly deal pays straight hours and overtime: 8 × ¥50 and 4 × ¥75', () => {
		expect(pay(deals.hour)).toEqual({ base: 40000, overtime: 30000, unpaid: 0, penalties: 0, pay: 70000 });
	});
	test('a month’s salary isn’t a day’s: only the overtime is, ¥8,700 ÷ 21.75 ÷ 8 = ¥50 an hour', () => {
		expect(pay(deals.month)).toMatchObject({ base: null, overtime: 30000, pay: 30000 });
	});
	test('days of a deal that pays overtime come to what the rules make of them, to the cent a day', () => {
		const hours: Hours = Array.from({ length: 14 }, (_, i) => [
			addDays(day('2026-11-02'), i),
			420,
			900 + i * 31
		]);
		for (const deal of [deals.day, deals.hour]) {
			const { judged } = made('wang', hours, deal);
			const days = judged.workDays.map((one) => payOfDay([one], deal, judged.pay?.hourly ?? 0, 'CNY').pay);
			const sum = days.reduce((all, one) => all + one, 0);
			expect(Math.abs(sum - Math.round((judged.pay?.total ?? 0) * 100))).toBeLessThanOrEqual(days.length);
		}
	});
	test('a meal hour owed in California is in the pay as a straight hour', () => {
		const { judged } = made('wang', [['2026-11-09', 420, 1140]], deals.hour, 'us-ca-crew');
		expect(payOfDay(judged.workDays, deals.hour, judged.pay?.hourly ?? 0, 'CNY').penalties).toBe(5000);
	});
});

describe('the payroll', () => {
	test('has one row a person and day: what was logged, and what it comes to, bucket by bucket', () => {
		const table = payrollTable(
			[made('wang', [...long, ['2026-11-10', 420, 900]], deals.hour)],
			MONTH,
			'CNY',
			true
		);
		expect(table.rows).toHaveLength(2);
		expect(column(table, 'times')).toEqual([['07:00–19:00'], ['07:00–15:00']]);
		expect(column(table, 'worked')).toEqual([720, 480]);
		expect([column(table, '×1'), column(table, '×1.5')]).toEqual([
			[480, 480],
			[240, 0]
		]);
		expect([column(table, 'pay'), column(table, 'currency')]).toEqual([
			[700, 400],
			['CNY', 'CNY']
		]);
	});
	test('names no sum for who may not see one', () => {
		const table = payrollTable([made('wang', long, deals.hour)], MONTH, 'CNY', false);
		for (const key of ['pay', 'base-pay', 'overtime-pay', 'overtime-unpaid', 'penalty-pay', 'currency'])
			expect(has(table, key)).toBe(false);
	});
	test('a disagreement goes along with its reason, and is counted before the file goes out', () => {
		const by = { by: 'head', byName: 'Head', self: false };
		const entered = loggedEntry('forced', '2026-11-10', by, 'wang');
		const no = loggedAnswer('no', ['forced'], 'disagree', 'I left at nine', 'wang');
		const wang = made('wang', long, null, '', 'camera', [entered, no]);
		const table = payrollTable([wang], MONTH, 'CNY', true);
		expect(column(table, 'consent')).toEqual(['own', 'disagreed']);
		expect(column(table, 'objection')).toEqual([null, ['I left at nine']]);
		expect(column(table, 'entered-by')[1]).toEqual(['Head']);
		expect(openInPayroll([wang], MONTH)).toEqual({ days: 2, undecided: 2, disputed: 1 });
	});
	test('hours without an end have a row with nothing counted, so that nobody is forgotten', () => {
		const open = loggedEntry('open', '2026-11-12', { end: null, breaks: [] }, 'wang');
		const table = payrollTable([made('wang', [], deals.hour, '', 'camera', [open])], MONTH, 'CNY', true);
		expect(column(table, 'times')).toEqual([['07:00–?']]);
		expect(column(table, 'worked')).toEqual([0]);
		expect(column(table, 'flags')).toMatchObject([[{ code: 'MISSING_END' }]]);
	});
	test('a day that was paid for other entries has no date of payment: it is owed again', () => {
		const worked = loggedEntry('a', '2026-11-09', {}, 'wang');
		const longer = loggedEntry('b', '2026-11-09', { end: '19:00', supersedes: ['a'] }, 'wang');
		const approved = decisionOn('d1', '2026-11-09', ['a'], {}, 'wang');
		const paid = decisionOn(
			'd2',
			'2026-11-09',
			['a'],
			{ says: 'paid', after: ['d1'], on: day('2026-11-20') },
			'wang'
		);
		const again = decisionOn('d3', '2026-11-09', ['b'], { after: ['d2'] }, 'wang');
		const paidOn = (
			logged: Parameters<typeof dayStandings>[0],
			decisions: Parameters<typeof dayStandings>[1]
		) =>
			column(
				payrollTable([{ ...made('wang', long), days: dayStandings(logged, decisions) }], MONTH, 'CNY', true),
				'paid-on'
			);
		expect(paidOn([worked], [approved, paid])).toEqual(['2026-11-20']);
		expect(paidOn([worked, longer], [approved, paid, again])).toEqual([null]);
	});
	test('days outside the month are not in it', () => {
		expect(payrollTable([made('wang', [['2026-10-31', 420, 900]])], MONTH, 'CNY', true).rows).toEqual([]);
	});
});

describe('the copy for outside', () => {
	const crew = [
		...['a', 'b', 'c', 'd'].map((id) => made(id, long, deals.package)),
		...['e', 'f', 'g'].map((id) => made(id, long, deals.package, '', 'sound')),
		made('idle', [], null, '', 'sound')
	];
	const report = workloadOf(crew, MONTH, TODAY, production);
	test('names departments of four or more who worked, and leaves smaller ones out of the sum too', () => {
		const groups = sharedGroups(report);
		expect(groups.map(({ department, people }) => [department, people])).toEqual([
			['camera', 4],
			['total', 4]
		]);
		expect(groups[1]?.sum.worked).toBe(4 * 720);
	});
	test('holds no name, no sum and no rate', () => {
		const said = JSON.stringify(sharedTable(report));
		for (const { person } of crew) expect(said).not.toContain(`"${person.name}"`);
		expect(sharedTable(report).columns.map(({ key }) => key)).not.toContain('unpaid');
	});
});

test('the workload as a table adds up: people, their department, the whole', () => {
	const report = workloadOf([made('a', long), made('b', long)], MONTH, TODAY, production);
	const table = workloadTable(report, 'CNY', false);
	expect(column(table, 'worked')).toEqual([720, 720, 1440, 1440]);
	expect(column(table, '2026-11-09')).toEqual([720, 720, null, null]);
	expect([has(table, 'unpaid'), has(workloadTable(report, 'CNY', true), 'unpaid')]).toEqual([false, true]);
	expect(table.rows.map((row) => row.as ?? 'row')).toEqual(['row', 'row', 'total', 'total']);
});

test('a row names the rules of its own day: before and after the production changed them', () => {
	const change = newRow(ruleChangeRecord, 'c' as RuleChangeId, {
		...{ ruleSet: 'cn-standard', what: 'limit.REST_SHORT.minMin', value: 660, at: 1, from: day('2026-11-10') }
	});
	const wang = made('wang', [...long, ['2026-11-10', 420, 1140]]);
	const judged = judgeHours({
		...{ person: wang.person as Person, production, ruleChanges: new Map([[change.id, change]]) },
		...{ days: wang.days.values(), calls: [], today: TODAY }
	});
	const [before, after] = column(payrollTable([{ ...wang, judged }], MONTH, 'CNY', true), 'rules');
	expect(before).toBe('cn-standard@2026-1');
	expect(after).toMatch(/^cn-standard@2026-1\+[0-9a-f]{8}$/);
});
