import { expect, test } from 'vitest';
import { demoPlan } from '#lib/demo/demo-plan.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import { planTimeline } from '#lib/domain/launch/timeline/of-plan.ts';
import { againstBaseline } from './baseline.ts';
import { layLanes, nameWidth, spanOf } from './lanes.ts';

const asOf = day('2026-11-22');
const { tasks } = planTimeline(demoPlan('B', 1, asOf), { asOf, board: null });
const span = spanOf(tasks, [asOf]);
const nameOf = ({ task }: (typeof tasks)[number]): string => task.key;

test('neither bars nor their names cover each other, at any scale', () => {
	for (const perDay of [10, 20, 36, 72]) {
		const { laid, rows } = layLanes(tasks, span, perDay, nameOf);
		for (let row = 0; row < rows; row++) {
			const taken = laid
				.filter((one) => one.row === row)
				.map((one) => {
					const px = nameWidth(nameOf(one.timed));
					const from = one.name === 'before' ? one.left - px - 8 : one.left;
					return [from, one.left + one.width + (one.name === 'after' ? px : 0)] as const;
				})
				.sort(([a], [b]) => a - b);
			for (let i = 1; i < taken.length; i++) expect(taken[i]![0]).toBeGreaterThanOrEqual(taken[i - 1]![1]);
		}
	}
});

test('a name at the end of the picture stands before its bar, so that none is cut', () => {
	const { laid } = layLanes(tasks, span, 20, () => 'A name longer than its bar');
	const last = laid.find(({ timed }) => timed.task.key === 'launch')!;
	expect(last.name).toBe('before');
});

test('the picture begins a day before the first task and ends after the last', () => {
	const days = tasks.flatMap(({ from, to }) => [from, to]).sort();
	expect(span.first < days[0]!).toBe(true);
	expect(span.last > days.at(-1)!).toBe(true);
});

test('held against the plan at the start, a month says how much later it is online and what lies elsewhere', () => {
	const against = againstBaseline({ tasks })!;
	const launch = tasks.find(({ task }) => task.key === 'launch')!;
	expect(against.later > 0).toBe(launch.to > launch.task.baselineTo!);
	expect(against.moved).toBeGreaterThan(0);
	expect(againstBaseline({ tasks: [] })).toBeNull();
});
