import { expect, test } from 'vitest';
import { demoPlan } from '#lib/demo/demo-plan.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import { Reckoner, type Reckoned } from '#lib/domain/launch/compression/reckoner.ts';
import { partsOf } from './parts.ts';

const asOf = day('2026-11-22');
const of = (which: 'A' | 'B' | 'C'): Reckoned =>
	new Reckoner().reckon({ plan: demoPlan(which, 1, asOf), asOf, budget: null });
const sum = (reckoned: Reckoned): number => partsOf(reckoned).reduce((all, { hours }) => all + hours, 0);

test('the hours shown for each cause add up to the hours ahead, to the hour', () => {
	for (const which of ['A', 'B', 'C'] as const) {
		const reckoned = of(which);
		expect(Math.abs(sum(reckoned) - reckoned.ahead / 60)).toBeLessThanOrEqual(0.5);
	}
});

test('how the days are packed stands first, the work itself last, and between them the largest cause', () => {
	const parts = partsOf(of('A'));
	expect(parts[0]!.cause).toBe('packing');
	expect(parts.at(-1)!.cause).toBe('work');
	const causes = parts.slice(1, -1).map(({ hours }) => hours);
	expect(causes).toEqual([...causes].sort((a, b) => b - a));
});

test('a board whose own calls save hours says so, and the sum is the board’s own', () => {
	const reckoned = of('A');
	const saving = { ...reckoned, packing: -600, ahead: reckoned.result.overtime - 600 };
	expect(partsOf(saving).find(({ cause }) => cause === 'packing')!.hours).toBeLessThan(0);
	expect(Math.abs(sum(saving) - saving.ahead / 60)).toBeLessThanOrEqual(0.5);
});
