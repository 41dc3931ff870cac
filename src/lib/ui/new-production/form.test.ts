import { expect, test } from 'vitest';
import { day } from '#lib/domain/calendar/day-key.ts';
import { blank, datesOf, roomOf, wrongIn, type Typed } from './form.ts';

const typed = (changes: Partial<Typed> = {}): Typed => ({
	...blank(day('2026-11-01'), 'Asia/Shanghai', 'CNY'),
	title: 'Harbour Revenge',
	...changes
});

test('a new form needs only a title', () => {
	expect(wrongIn(blank(day('2026-11-01'), 'Asia/Shanghai', 'CNY'))).toEqual({ title: 'titleMissing' });
	expect(wrongIn(typed())).toEqual({});
	expect(datesOf(typed())?.shootDates).toEqual([
		'2026-11-15',
		'2026-11-16',
		'2026-11-17',
		'2026-11-18',
		'2026-11-19',
		'2026-11-20',
		'2026-11-21'
	]);
});

test('a title of 201 characters is too long, Chinese ones counted as characters', () => {
	expect(wrongIn(typed({ title: '复'.repeat(200) }))).toEqual({});
	expect(wrongIn(typed({ title: '复'.repeat(201) }))).toEqual({ title: 'titleLong' });
});

test('a launch before the green light is said at the launch, and nothing else is blamed for it', () => {
	expect(wrongIn(typed({ launchesOn: '2026-10-01' }))).toEqual({ launchesOn: 'launchBeforeStart' });
});

test('a launch in 2036 instead of 2026 is taken for a mistyped year', () => {
	expect(wrongIn(typed({ launchesOn: '2036-12-01' }))).toEqual({ launchesOn: 'launchFar' });
});

test('a shoot before the green light or after the launch is said at the shoot', () => {
	expect(wrongIn(typed({ shootsOn: '2026-10-31' }))).toEqual({ shootsOn: 'shootBeforeStart' });
	expect(wrongIn(typed({ shootsOn: '2027-01-01' }))).toEqual({ shootsOn: 'shootAfterLaunch' });
});

test('with Sundays off, the shoot days skip them', () => {
	expect(datesOf(typed({ rest: [7], days: '3', shootsOn: '2026-11-14' }))?.shootDates).toEqual([
		'2026-11-14',
		'2026-11-16',
		'2026-11-17'
	]);
});

test('more shoot days than working days before the launch are said with the days there are', () => {
	expect(wrongIn(typed({ days: '30' }))).toEqual({ days: { daysTooMany: 16 } });
	expect(wrongIn(typed({ days: '30', rest: [6, 7] }))).toEqual({ days: { daysTooMany: 11 } });
	expect(roomOf(typed({ rest: [6, 7] }))).toBe(11);
});

test('shooting on the day of the launch leaves no day to shoot', () => {
	expect(wrongIn(typed({ shootsOn: '2026-12-01', launchesOn: '2026-12-01' }))).toEqual({
		days: { daysTooMany: 0 }
	});
});

test('a week of seven rest days is said at the rest days', () => {
	expect(wrongIn(typed({ rest: [1, 2, 3, 4, 5, 6, 7] }))).toEqual({ rest: 'restAll' });
});

test.each(['', '0', '-3', '1.5', 'eight', '121', '9999'])('"%s" is no number of shoot days', (days) => {
	expect(wrongIn(typed({ days }))).toEqual({ days: 'daysWrong' });
	expect(datesOf(typed({ days }))).toBeNull();
});

test.each(['CST', 'Atlantis', 'Asia/Atlantis', ''])('"%s" is no time zone', (zone) => {
	expect(wrongIn(typed({ zone }))).toEqual({ zone: 'zoneWrong' });
});

test.each(['', '2026-02-30', '0026-11-01', '20261-01-01'])('"%s" is no day for a launch', (launchesOn) => {
	expect(wrongIn(typed({ launchesOn }))).toEqual({ launchesOn: 'launchesMissing' });
});

test('everything wrong is said at once, one sentence a field', () => {
	const wrong = wrongIn(typed({ title: ' ', startsOn: '', launchesOn: '', shootsOn: '', days: '' }));
	expect(Object.keys(wrong).sort()).toEqual(['days', 'launchesOn', 'shootsOn', 'startsOn', 'title']);
});
