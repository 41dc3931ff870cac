import { describe, expect, test } from 'vitest';
import { day } from '#lib/domain/calendar/day-key.ts';
import { blankEntry, judge, overlapped, spanMinutes, typedFrom, type TypedEntry } from './entry-form.ts';

const TODAY = day('2026-11-13');
const typed = (values: Partial<TypedEntry> = {}): TypedEntry => ({
	...blankEntry(day('2026-11-12')),
	start: '07:00',
	end: '19:30',
	...values
});
const said = (values: Partial<TypedEntry>) => judge(typed(values), TODAY, false).said;

describe('a day of hours as somebody types it', () => {
	test('an end after midnight is the night after, typed either way', () => {
		expect(said({ start: '22:00', end: '1:30' })).toMatchObject({ start: '22:00', end: '25:30' });
		expect(said({ start: '22:00', end: '25:30' })).toMatchObject({ end: '25:30' });
		expect(said({ start: '0700', end: '1930' })).toMatchObject({ start: '07:00', end: '19:30' });
	});

	test('a meal after midnight lies in the night, not in the morning before', () => {
		const breaks = [{ from: '00:30', to: '01:00', paid: false }];
		expect(said({ start: '18:00', end: '04:00', breaks })?.breaks).toEqual([
			{ start: '24:30', end: '25:00', paid: false, kind: 'meal' }
		]);
	});

	test('a day off needs no times', () => {
		expect(said({ type: 'off', start: '', end: '' })).toMatchObject({ type: 'off', start: null, end: null });
	});

	test('what is missing or can’t be is said at its field, and nothing is saved', () => {
		const wrong = (values: Partial<TypedEntry>, reason = false) => judge(typed(values), TODAY, reason).wrong;
		expect(wrong({ end: '' })).toEqual({ end: 'end' });
		expect(wrong({ start: 'seven' })).toEqual({ start: 'start' });
		expect(wrong({ start: '25:00' })).toEqual({ start: 'start' });
		expect(wrong({ end: '07:00' })).toEqual({ end: 'zero' });
		expect(wrong({ date: '2026-02-30' })).toEqual({ date: 'date' });
		expect(wrong({ date: '2026-11-14' })).toEqual({ date: 'future' });
		expect(wrong({ breaks: [{ from: '12:00', to: '', paid: false }] })).toEqual({ breaks: 'breakTime' });
		expect(wrong({ reason: ' ' }, true)).toEqual({ reason: 'reason' });
		expect(judge(typed({ end: '' }), TODAY, false).said).toBeNull();
	});

	test('what is odd is said and kept as it is', () => {
		const odd = judge(typed({ end: '40:00' }), TODAY, false);
		expect(odd.look).toEqual(['long']);
		expect(odd.said?.end).toBe('40:00');
		const outside = judge(typed({ breaks: [{ from: '20:00', to: '20:30', paid: false }] }), TODAY, false);
		expect(outside.look).toEqual(['breakOutside']);
		expect(outside.said?.breaks).toHaveLength(1);
	});

	test('an entry typed again for a correction says the same', () => {
		const breaks = [{ from: '12:00', to: '12:40', paid: true }];
		const first = said({
			start: '18:00',
			end: '02:00',
			breaks: [{ from: '21:00', to: '21:30', paid: false }]
		});
		expect(first && judge(typedFrom(first), TODAY, false).said).toEqual(first);
		expect(said({ breaks })?.breaks[0]?.paid).toBe(true);
	});
});

test('the figure in the list takes unpaid meals off and paid ones not', () => {
	const meal = { start: '12:00', end: '13:00', kind: 'meal' as const };
	expect(spanMinutes({ start: '07:00', end: '25:00', breaks: [{ ...meal, paid: false }] })).toBe(17 * 60);
	expect(spanMinutes({ start: '07:00', end: '25:00', breaks: [{ ...meal, paid: true }] })).toBe(18 * 60);
	expect(spanMinutes({ start: '07:00', end: null, breaks: [] })).toBeNull();
});

test('hours that overlap what counts already are said, hours beside it not', () => {
	const there = [{ start: '07:00', end: '19:00' }];
	expect(overlapped({ start: '18:00', end: '25:00' }, there)).toBe('07:00–19:00');
	expect(overlapped({ start: '19:00', end: '25:00' }, there)).toBeNull();
	expect(overlapped({ start: '20:00', end: null }, there)).toBeNull();
});
