import { expect, test } from 'vitest';
import { day } from '#lib/domain/calendar/day-key.ts';
import { monthLine } from './month.ts';

const dates = { startsOn: day('2026-11-01'), shootsOn: day('2026-11-11'), launchesOn: day('2026-12-01') };

test('the line runs from green light to launch, with the shoot and today on it', () => {
	const line = monthLine(dates, day('2026-11-16'));
	expect(line?.passed).toBe(50);
	expect(line?.marks.map(({ name, at }) => [name, Math.round(at)])).toEqual([
		['startsOn', 0],
		['shootsOn', 33],
		['today', 50],
		['launchesOn', 100]
	]);
});

test('after the launch the line is full and today is not on it', () => {
	const line = monthLine(dates, day('2027-01-05'));
	expect(line?.passed).toBe(100);
	expect(line?.marks.map(({ name }) => name)).not.toContain('today');
});

test('weeks begin on Mondays', () => {
	expect(monthLine(dates, day('2026-11-16'))?.weeks.map((at) => Math.round((at * 30) / 100))).toEqual([
		1, 8, 15, 22, 29
	]);
});

test('with one date or none there is no line to draw', () => {
	expect(
		monthLine({ startsOn: null, shootsOn: null, launchesOn: day('2026-12-01') }, day('2026-11-16'))
	).toBeNull();
});
