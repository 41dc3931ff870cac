import { expect, test } from 'vitest';
import { judgeTimes, typedTimes } from './department-form.ts';

const typed = (call: string, wrap: string, mealFrom = '', mealTo = '') =>
	judgeTimes({ call, wrap, mealFrom, mealTo });

test('a wrap after midnight is typed as 25:30 or as 01:30', () => {
	for (const wrap of ['25:30', '01:30', '0130', '25：30'])
		expect(typed('07:00', wrap).times).toEqual({ callAt: 420, wrapAt: 1530, meals: [] });
});

test('a meal needs two times between call and wrap, or none', () => {
	expect(typed('18:00', '04:00', '23:30', '00:10').times?.meals).toEqual([{ from: 1410, to: 1450 }]);
	expect(typed('18:00', '04:00', '00:30', '01:00').times?.meals).toEqual([{ from: 1470, to: 1500 }]);
	expect(typed('07:00', '19:00', '12:00', '').wrong).toBe('mealTimes');
	expect(typed('07:00', '19:00', '20:00', '20:30').wrong).toBe('mealTimes');
	expect(typed('07:00', '19:00', '12:00', '12:00').wrong).toBe('mealTimes');
});

test('what is no time is said and never mended', () => {
	for (const [call, wrap] of [
		['', '19:00'],
		['07:00', 'late'],
		['25:00', '26:00']
	] as const)
		expect(typed(call, wrap)).toEqual({ times: null, wrong: 'times' });
});

test('the board’s times stand in the form as they are', () => {
	expect(typedTimes({ callAt: 420, wrapAt: 1530, meals: [{ from: 720, to: 760 }] })).toEqual({
		call: '07:00',
		wrap: '25:30',
		mealFrom: '12:00',
		mealTo: '12:40'
	});
	expect(typedTimes(null).call).toBe('');
});
