import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { addDays, day, type DayKey } from '../calendar/day-key.ts';
import { formatClock } from '../calendar/clock.ts';
import { assessHours } from '../hours/assess-hours.ts';
import { contractOf, type Deal } from '../hours/deal.ts';
import { judgeHours } from '../hours/log/judged.ts';
import type { Keyed, LoggedEntry } from '../hours/log/logged.ts';
import { dayStandings } from '../hours/log/standing.ts';
import { readRuleSet } from '../hours/rule-set.ts';
import type { PersonId, ProductionId } from '../ids.ts';
import { newRow } from '../schedule/new-rows.ts';
import { personRecord, productionRecord, type Person } from '../schedule/records.ts';
import { behindFigure, FIGURES } from './behind.ts';
import { heatOf, ladderOf, type WorkloadPerson } from './workload-person.ts';
import { datesOf, monthAround, weekAround, workloadOf } from './workload.ts';

const production = newRow(productionRecord, 'p' as ProductionId, { contractMinutes: 600 });
const TODAY = day('2026-11-12');

const entryOf = (
	person: string,
	date: string,
	from: number,
	to: number,
	self = true
): Keyed<LoggedEntry> => ({
	...{ key: `${person} ${date} ${from}`, id: '', person, by: person, byName: person, self, station: null },
	...{ at: 0, zone: '', device: 'phone', kind: 'entry', type: 'work', date: day(date) },
	...{ start: formatClock(from), end: formatClock(to), startFold: null, endFold: null },
	...{ breaks: [], note: '', supersedes: [], reason: '', punches: [] }
});

type Made = {
	id: string;
	department?: Person['department'];
	hours: [date: string, from: number, to: number][];
	calls?: [date: string, from: number, to: number][];
	deal?: Deal;
};

function made({ id, department = 'camera', hours, calls = [], deal }: Made): WorkloadPerson {
	const person = newRow(personRecord, id as PersonId, { name: id, department });
	const days = dayStandings(hours.map(([date, from, to]) => entryOf(id, date, from, to)));
	const called = calls.map(([date, callAt, wrapAt]) => ({ date: day(date), callAt, wrapAt, meals: [] }));
	return {
		person,
		days,
		calls: called,
		deal: deal ?? null,
		rules: readRuleSet('cn-standard'),
		judged: judgeHours({
			...{ person, production, ruleChanges: new Map(), days: days.values(), calls: called, today: TODAY },
			deal: deal ? contractOf(deal, 'CNY') : null
		})
	};
}
const report = (people: WorkloadPerson[], span = weekAround(TODAY)) =>
	workloadOf(people, span, TODAY, production);

test('a week is Monday to Sunday and a month all its days', () => {
	expect(weekAround(TODAY)).toEqual({ from: '2026-11-09', to: '2026-11-15' });
	expect(datesOf(monthAround(TODAY))).toHaveLength(30);
	expect(monthAround(day('2024-02-29'))).toEqual({ from: '2024-02-01', to: '2024-02-29' });
	expect(monthAround(day('2026-12-31'))).toEqual({ from: '2026-12-01', to: '2026-12-31' });
});

describe('heat', () => {
	const cn = ladderOf(readRuleSet('cn-standard'), production);
	test('Chinese hours: regular to 8 h, half of three hours of overtime, up to 11 h, over', () => {
		expect(cn).toEqual({ regular: 480, limit: 660 });
		expect([480, 481, 570, 571, 660, 661].map((minutes) => heatOf(minutes, 0, cn))).toEqual([
			1, 2, 2, 3, 3, 4
		]);
	});
	test('a rest day worked is overtime from its first minute, so it is never regular', () => {
		expect(heatOf(300, 300, cn)).toBe(2);
	});
	test('California: the double-time hour is the limit; where rules name none, the longest day agreed is', () => {
		expect(ladderOf(readRuleSet('us-ca-crew'), production)).toEqual({ regular: 480, limit: 720 });
		expect(ladderOf(readRuleSet('us-flsa'), production)).toEqual({ regular: 600, limit: 840 });
	});
});

describe('a week half worked and half planned', () => {
	// Mon 07:00–20:00, Tue 05:00 (9 h after) –17:00; Thu and Fri planned 07:00–19:00. Chinese hours.
	const grip = made({
		id: 'grip',
		hours: [
			['2026-11-09', 420, 1200],
			['2026-11-10', 300, 1020]
		],
		calls: [
			['2026-11-09', 420, 1140],
			['2026-11-12', 420, 1140],
			['2026-11-13', 420, 1140]
		],
		deal: { pay: 'package', amount: 800000, packageDays: 8, paysOvertime: false }
	});
	const { groups, sum, news } = report([grip]);
	const row = groups[0]!.rows[0]!;

	test('what was logged stands beside what the board plans, each under its own name', () => {
		expect(row.cells.map((cell) => cell && [cell.worked, cell.planned])).toEqual([
			[780, 0],
			[720, 0],
			null,
			[0, 720],
			[0, 720],
			null,
			null
		]);
		expect(sum).toMatchObject({
			worked: 1500,
			planned: 1440,
			called: 720,
			overtime: 540,
			overtimePlanned: 480
		});
	});
	test('the rest that was broken stands before the day it shortened, with both its times', () => {
		expect(row.cells[1]?.rest).toMatchObject({
			...{ rest: 540, limit: 600, short: 60 },
			...{ wrap: { date: '2026-11-09', at: 1200 }, call: { date: '2026-11-10', at: 300 } }
		});
		expect(news.rest).toEqual({ people: 1, limit: 600 });
	});
	test('what a package doesn’t pay has a worth: ¥1,000 a day of ten hours is ¥100 an hour, at 1.5', () => {
		// 5 h of Monday and 4 h of Tuesday are above eight.
		expect(sum).toMatchObject({ paid: 0, unpaid: 135000, unpriced: 0 });
	});
	test('every figure opens on the days it adds up', () => {
		expect(behindFigure([row], 'restsBroken')).toEqual([
			{ person: row.person, amount: 1, days: [{ date: '2026-11-10', amount: 1 }] }
		]);
		for (const figure of FIGURES) {
			const behind = behindFigure([row], figure);
			expect(behind.reduce((all, { amount }) => all + amount, 0)).toBe(sum[figure] ?? 0);
			for (const { amount, days } of behind)
				expect(days.reduce((all, one) => all + one.amount, 0)).toBe(amount);
		}
	});
	test('without a deal nobody says what it is worth, and the minutes are counted as such', () => {
		expect(report([{ ...grip, deal: null, judged: { ...grip.judged, pay: null } }]).sum).toMatchObject({
			...{ paid: 0, unpaid: 0, unpriced: 540 }
		});
	});
	test('days in a row count up to a day without hours', () => {
		expect(row.cells.map((cell) => cell?.inARow ?? 0)).toEqual([1, 2, 0, 1, 2, 0, 0]);
	});
});

test('the sentence names who passes 36 h of overtime by when, and who is past it', () => {
	const week = (id: string, worked: number, planned: number): WorkloadPerson =>
		made({
			id,
			hours: Array.from({ length: worked }, (_, i) => [addDays(day('2026-11-02'), i), 420, 1260]),
			calls: Array.from({ length: planned }, (_, i) => [addDays(TODAY, i), 420, 1260])
		});
	// 6 h of overtime a working day, 14 h on a rest day: two working days and a weekend are 40 h.
	const { news, ahead } = report([week('past', 7, 0), week('fresh', 0, 1), week('soon', 0, 4)]);
	expect(news.past).toEqual({ people: 1, limit: 2160 });
	expect(news.passing).toEqual({ people: 1, limit: 2160, by: '2026-11-15' });
	const who = (code: string) =>
		ahead
			.filter((limit) => limit.code === code)
			.map(({ on, people }) => [on, people.map(({ person }) => person.id)]);
	// Who is over the day every day still stands under the month.
	expect(who('OT_MONTH_GT_36H')).toEqual([['2026-11-15', ['soon']]]);
	expect(who('OT_DAY_GT_3H')).toEqual([[TODAY, expect.arrayContaining(['soon', 'fresh'])]]);
});

test('people are sorted by who needs rest first', () => {
	const rested = made({ id: 'rested', hours: [['2026-11-09', 420, 900]] });
	const tired = made({
		id: 'tired',
		hours: [
			['2026-11-09', 420, 1380],
			['2026-11-10', 420, 900]
		]
	});
	expect(report([rested, tired]).groups[0]!.rows.map(({ person }) => person.id)).toEqual(['tired', 'rested']);
});

test('a disagreement stays in the report, with how many there are', () => {
	const kept = made({ id: 'wang', hours: [] });
	const entry = entryOf('wang', '2026-11-09', 420, 1020, false);
	const answer = {
		...entry,
		key: 'a',
		kind: 'answer',
		self: true,
		to: [entry.key],
		says: 'disagree',
		reason: 'no'
	};
	const days = dayStandings([entry, answer as never]);
	const judged = judgeHours({
		...{
			person: kept.person as Person,
			production,
			ruleChanges: new Map(),
			days: days.values(),
			calls: [],
			today: TODAY
		}
	});
	expect(report([{ ...kept, days, judged }]).sum).toMatchObject({ disputed: 1, unanswered: 0 });
});

test('hours without an end count nothing and keep their cell, so that they are not lost', () => {
	const entry = { ...entryOf('wang', '2026-11-09', 420, 1020), end: null };
	const days = dayStandings([entry]);
	const kept = made({ id: 'wang', hours: [] });
	const judged = judgeHours({
		...{
			person: kept.person as Person,
			production,
			ruleChanges: new Map(),
			days: days.values(),
			calls: [],
			today: TODAY
		}
	});
	expect(report([{ ...kept, days, judged }]).groups[0]!.rows[0]!.cells[0]).toMatchObject({
		...{ worked: 0, heat: null, logged: true }
	});
});

describe('whatever a crew worked', () => {
	const shift = fc.tuple(
		fc.integer({ min: 0, max: 29 }),
		fc.integer({ min: 240, max: 900 }),
		fc.integer({ min: 30, max: 1000 })
	);
	const person = fc.record({
		department: fc.constantFrom('camera' as const, 'lighting' as const, 'cast' as const),
		shifts: fc.uniqueArray(shift, { selector: ([on]) => on, maxLength: 15 })
	});
	const start: DayKey = day('2026-11-01');
	const crew = fc.array(person, { maxLength: 5 }).map((all) =>
		all.map(({ department, shifts }, i) =>
			made({
				id: `p${i}`,
				department,
				hours: shifts.map(([on, from, length]) => [addDays(start, on), from, from + length])
			})
		)
	);
	test('the report adds up to the minute: people to departments to the whole, and to the engine’s own figures', () => {
		fc.assert(
			fc.property(crew, (people) => {
				const { groups, sum, weeks } = report(people, monthAround(start));
				const total = (of: (load: typeof sum) => number): number =>
					groups.reduce((all, group) => all + of(group.sum), 0);
				for (const of of ['worked', 'overtime', 'planned', 'restsBroken', 'unpriced'] as const) {
					expect(total((load) => load[of])).toBe(sum[of]);
					for (const group of groups)
						expect(group.rows.reduce((all, row) => all + row.sum[of], 0)).toBe(group.sum[of]);
				}
				let [worked, overtime] = [0, 0];
				for (const { judged } of people)
					for (const one of judged.workDays) {
						worked += one.worked;
						for (const [times, minutes] of Object.entries(one.buckets))
							if (Number(times) > 1) overtime += minutes;
					}
				expect([sum.worked, sum.overtime]).toEqual([worked, overtime]);
				expect(weeks.flatMap((one) => one.weeks).reduce((all, week) => all + week.sum.worked, 0)).toBe(
					worked
				);
			}),
			{ numRuns: 60 }
		);
	});
	test('the order people come in changes nothing', () => {
		fc.assert(
			fc.property(crew, (people) => {
				expect(report([...people].reverse())).toEqual(report(people));
			}),
			{ numRuns: 30 }
		);
	});
});

test('the figures are the engine’s own, reckoned from the entries alone', () => {
	const hours: Made['hours'] = [
		['2026-11-07', 420, 1260],
		['2026-11-09', 420, 1320],
		['2026-11-10', 500, 1111]
	];
	const { sum } = report([made({ id: 'wang', hours })], monthAround(TODAY));
	const { workDays } = assessHours({
		entries: hours.map(([date, from, to]) => ({ date, start: formatClock(from), end: formatClock(to) })),
		ruleSet: 'cn-standard',
		zone: 'Asia/Shanghai',
		person: { id: 'wang' }
	});
	expect(sum.worked).toBe(workDays.reduce((all, { worked }) => all + worked, 0));
	expect(sum.overtime).toBe(840 + 420 + 131);
});
