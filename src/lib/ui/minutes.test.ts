import { expect, test } from 'vitest';
import { readClock, readDuration, writeDuration } from './minutes.ts';

test.each([
	['10:30', 630],
	['10', 600],
	['10 h', 600],
	['10h30', 630],
	['10小时30分', 630],
	['75 min', 75],
	['75分', 75],
	['1.15', 75],
	[' 0:20 ', 20],
	['10:75', null],
	['ten', null],
	['', null]
])('somebody who types "%s" means %s minutes', (typed, minutes) => expect(readDuration(typed)).toBe(minutes));

test('what is written is read back', () => {
	for (const minutes of [0, 5, 60, 75, 600, 840, 1440]) {
		expect(readDuration(writeDuration(minutes))).toBe(minutes);
	}
});

test.each([
	['7:00', 420],
	['07:00', 420],
	['23:59', 1439],
	['24:00', null],
	['7', null]
])('%s on the clock is %s', (typed, minutes) => expect(readClock(typed)).toBe(minutes));
