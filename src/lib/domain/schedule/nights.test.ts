import { describe, expect, it } from 'vitest';
import { day } from '../calendar/day-key.ts';
import { ruleChangeRecord, type RuleChange } from '../hours/own-rules/record.ts';
import type { RuleChangeId } from '../ids.ts';
import { boardSentence } from './board-sentence.ts';
import { boardOf } from './columns.ts';
import { lookupsOf } from './lookups.ts';
import { newRow } from './new-rows.ts';
import { nights } from './nights.ts';
import { waiting } from './place.ts';
import type { Plan } from './plan.ts';
import { planOf } from './testing/plan-of.ts';

const plan = planOf({
	crew: ['Wang', 'Li'],
	scenes: { a: { cast: ['Lin'] }, b: { cast: ['Lin'] }, c: {}, left: {}, gone: { omitted: true } },
	days: {
		D1: { date: day('2026-11-10'), wrappedAt: 25 * 60 + 30, strips: [{ scene: 'a' }] },
		D2: { date: day('2026-11-11'), strips: [{ scene: 'b' }] },
		D4: { date: day('2026-11-13'), strips: [{ scene: 'c' }] }
	},
	boneyard: [{ scene: 'left' }, { scene: 'gone' }]
});
const board = boardOf(plan);

describe('the night between two shoot days', () => {
	it('wrap at 25:30 and call at 07:00 leave 5 h 30: 4 h 30 short of ten hours', () => {
		expect(board.nights[0]).toMatchObject({
			fromDayId: 'D1',
			toDayId: 'D2',
			daysApart: 1,
			restMinutes: 330,
			people: 3
		});
		expect(board.nights[0]?.short.map((one) => one.shortMinutes)).toEqual([270, 270, 270]);
	});

	it('a free day in between counts as rest', () => {
		const wrapAt = 420 + 45 + 6 + 60 + 30;
		expect(board.nights[1]).toMatchObject({
			daysApart: 2,
			restMinutes: 2880 + 420 - wrapAt,
			people: 2,
			short: []
		});
	});

	it('the order of the days handed in says nothing', () => {
		expect(nights([...board.summaries].reverse(), lookupsOf(plan).restOf)).toEqual(board.nights);
	});

	it('two units of a date are one night: from the later wrap to the earlier call', () => {
		const two = boardOf(
			planOf({
				crew: ['Wang'],
				scenes: { a: {}, b: {}, c: {} },
				days: {
					A1: { date: day('2026-11-10'), unit: 'A', wrappedAt: 1200, strips: [{ scene: 'a' }] },
					B1: { date: day('2026-11-10'), unit: 'B', wrappedAt: 1320, strips: [{ scene: 'b' }] },
					A2: { date: day('2026-11-11'), strips: [{ scene: 'c' }] }
				}
			})
		);
		expect(two.nights).toHaveLength(1);
		expect(two.nights[0]).toMatchObject({ fromDayId: 'B1', toDayId: 'A2', restMinutes: 540 });
	});
});

describe('whose rules a night is held against', () => {
	const changed = (values: Partial<RuleChange>): Plan => {
		const row = newRow(ruleChangeRecord, 'c' as RuleChangeId, {
			...{ ruleSet: 'cn-standard', what: 'limit.REST_SHORT.minMin', at: 1 },
			...values
		});
		return { ...plan, ruleChanges: new Map([[row.id, row]]) };
	};

	it('the production’s own number, from the day on that it holds', () => {
		const [night] = boardOf(changed({ value: 720 })).nights;
		expect(night?.least).toBe(720);
		expect(night?.short.map((one) => one.shortMinutes)).toEqual([390, 390, 390]);
		expect(boardOf(changed({ value: 720, from: day('2026-11-12') })).nights[0]?.least).toBe(600);
	});

	it('a performer’s own rules: one person is short of twelve hours, the crew of ten', () => {
		const [wang] = plan.people.values();
		const board = boardOf(
			changed({ personId: wang!.id, ruleSet: '', what: 'set', value: 'us-sag-performer' })
		);
		expect(board.nights[0]?.least).toBeNull();
		expect(board.nights[0]?.short.map(({ who, shortMinutes }) => [who === wang!.id, shortMinutes])).toEqual(
			expect.arrayContaining([
				[true, 390],
				[false, 270]
			])
		);
		expect(boardSentence(board.summaries, board.nights, 0, plan.production).restMinutes).toBeNull();
	});
});

describe("the board's first sentence", () => {
	it('counts days, days over the limit, people under rest and what waits to be scheduled', () => {
		const unscheduled = waiting(board.boneyard, (id) => plan.scenes.get(id)).length;
		expect(boardSentence(board.summaries, board.nights, unscheduled, plan.production)).toEqual({
			days: 3,
			wrappedDays: 1,
			overLimit: 1,
			overAgreed: 0,
			underRest: 3,
			restMinutes: 600,
			unscheduled: 1
		});
	});
});
