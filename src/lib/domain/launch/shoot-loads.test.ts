import { expect, test } from 'vitest';
import { day } from '../calendar/day-key.ts';
import { boardOf } from '../schedule/columns.ts';
import { planOf } from '../schedule/testing/plan-of.ts';
import { shootLoads } from './shoot-loads.ts';

const plan = planOf({
	crew: ['Wang', 'Li'],
	scenes: { a: { estimateMinutes: 480 }, b: { estimateMinutes: 600 } },
	days: {
		D1: { date: day('2026-11-10'), strips: [{ scene: 'a' }] },
		D2: { date: day('2026-11-11'), strips: [{ scene: 'b' }] }
	}
});
const board = boardOf(plan);

test('a day’s load is what each person called works, meal taken off, and who works longest', () => {
	const loads = shootLoads(board, day('2026-11-11'));
	expect(loads.map(({ date, people, worked }) => [date, people, worked])).toEqual([
		['2026-11-10', 2, true],
		['2026-11-11', 2, false]
	]);
	for (const [i, load] of loads.entries()) {
		expect(load.mean).toBe(board.summaries[i]!.workedMinutes);
		expect(load.longest).toBe(load.mean);
	}
});

test('who is called by two units of a date works from the first call to the last wrap, once', () => {
	const [one] = board.summaries;
	const second = {
		...one!,
		meals: [],
		called: one!.called.map((called) => ({ ...called, callAt: called.wrapAt, wrapAt: called.wrapAt + 60 }))
	};
	const [alone] = shootLoads({ summaries: [one!] }, day('2026-11-01'));
	const [both] = shootLoads({ summaries: [one!, second] }, day('2026-11-01'));
	expect(both).toMatchObject({ people: alone!.people, mean: alone!.mean + 60 });
});

test('days without a date or without anybody called have no load', () => {
	const [one, two] = board.summaries;
	expect(
		shootLoads(
			{
				summaries: [
					{ ...one!, date: null },
					{ ...two!, called: [] }
				]
			},
			day('2026-11-01')
		)
	).toEqual([]);
});
