import { describe, expect, it } from 'vitest';
import { day } from '../calendar/day-key.ts';
import { reviewTier, rulesOn } from './review-rules.ts';

const yuan = (sum: number): number => sum * 100;
const tier = (filedOn: string, budget: number | null, more: object = {}) =>
	reviewTier({ filedOn: day(filedOn), subject: 'general', budget: budget && yuan(budget), ...more })?.tier;

describe('the review a title needs', () => {
	it('300,000 CNY exactly was ordinary in 2025 and is other in 2026', () => {
		expect(tier('2025-12-31', 300_000)).toBe('ordinary');
		expect(tier('2026-01-01', 300_000)).toBe('other');
		expect(tier('2025-12-31', 299_999)).toBe('other');
	});

	it('1,000,000 and 3,000,000 exactly belong to the upper tier', () => {
		expect(tier('2025-06-01', 1_000_000)).toBe('key');
		expect(tier('2026-06-01', 1_000_000)).toBe('ordinary');
		expect(tier('2026-06-01', 999_999)).toBe('other');
		expect(tier('2026-06-01', 3_000_000)).toBe('key');
		expect(tier('2026-06-01', 2_999_999)).toBe('ordinary');
	});

	it('a judicial title is key whatever it costs, also for a planner who sees no money', () => {
		expect(tier('2026-11-01', 680_000, { subject: 'judicial' })).toBe('key');
		const answer = reviewTier({ filedOn: day('2026-11-01'), subject: 'judicial', budget: null });
		expect(answer).toMatchObject({ tier: 'key', needsPlanningNumber: true });
	});

	it('without the budget a general subject has no tier yet', () => {
		expect(tier('2026-11-01', null)).toBeNull();
	});

	it('a first-screen place made a title key until the end of 2025', () => {
		expect(tier('2025-03-01', 200_000, { promoted: true })).toBe('key');
		expect(tier('2026-03-01', 200_000, { promoted: true })).toBe('other');
	});

	it('no rules are on file before 1 June 2024', () => {
		expect(rulesOn(day('2024-05-31'))).toBeNull();
		expect(rulesOn(day('2024-06-01'))?.id).toBe('CN-2024-06');
	});
});
