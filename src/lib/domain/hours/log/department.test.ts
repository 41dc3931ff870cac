import { describe, expect, test } from 'vitest';
import { day } from '../../calendar/day-key.ts';
import { loggedEntry, loggedPunch } from '../testing/logged.ts';
import {
	asCalled,
	defaultTimes,
	departmentLines,
	lineEntry,
	NO_EXCEPTION,
	timesLike,
	type DayTimes
} from './department.ts';
import { dayStandings } from './standing.ts';

const TUE = day('2026-11-10');
const call = (callAt: number, wrapAt: number, meals: DayTimes['meals'] = []) => ({
	date: TUE,
	callAt,
	wrapAt,
	meals
});
const noon = { from: 720, to: 760 };
const everybody: DayTimes = { callAt: 420, wrapAt: 1170, meals: [noon] };
const dayWith = (...logged: Parameters<typeof dayStandings>[0]) => dayStandings(logged).get(TUE) ?? null;

test('the default is the call most people have, and the last wrap and the meals of those', () => {
	expect(defaultTimes([call(330, 1200), call(420, 1100), call(420, 1170, [noon])])).toEqual(everybody);
	expect(defaultTimes([])).toBeNull();
});

test('whom the board calls at another time is entered as called, not as everybody', () => {
	expect(asCalled(call(420, 1170), everybody)).toEqual(NO_EXCEPTION);
	const actor = asCalled(call(780, 1080), everybody);
	expect(lineEntry(TUE, everybody, actor)).toMatchObject({ start: '13:00', end: '18:00', breaks: [] });
	expect(asCalled(null, everybody)).toEqual(NO_EXCEPTION);
});

test('who is called is listed, who was added by hand, and who logged without a call; nobody else', () => {
	const lines = departmentLines(
		[
			{ id: 'wang', call: call(420, 1170), day: null },
			{ id: 'zhao', call: null, day: null },
			{ id: 'li', call: null, day: dayWith(loggedEntry('a', TUE)) },
			{ id: 'sun', call: null, day: null },
			{ id: 'he', call: call(420, 1170), day: dayWith(loggedPunch('p', TUE)) }
		],
		new Set(['zhao'])
	);
	expect(lines.map(({ personId, logged }) => [personId, logged !== null])).toEqual([
		['wang', false],
		['zhao', false],
		['li', true],
		['he', true]
	]);
});

describe('one tap makes a person different', () => {
	const entry = (more: Partial<typeof NO_EXCEPTION>) =>
		lineEntry(TUE, everybody, { ...NO_EXCEPTION, ...more });
	test('nobody said anything: call, meal and wrap of the day', () => {
		expect(entry({})).toEqual({
			type: 'work',
			date: TUE,
			start: '07:00',
			end: '19:30',
			breaks: [{ start: '12:00', end: '12:40', paid: false, kind: 'meal' }]
		});
	});
	test('a later wrap goes on past midnight', () => {
		expect(entry({ later: 360 })?.end).toBe('25:30');
	});
	test('an earlier wrap before the meal takes the meal with it', () => {
		expect(entry({ later: -465 })).toMatchObject({ end: '11:45', breaks: [] });
	});
	test('no meal is hours without a break', () => {
		expect(entry({ noMeal: true })?.breaks).toEqual([]);
	});
	test('a day off is entered without hours', () => {
		expect(entry({ not: 'off' })).toMatchObject({ type: 'off', start: null, end: null });
	});
	test('who wasn’t there gets no entry, nor does a wrap before the call', () => {
		expect(entry({ not: 'absent' })).toBeNull();
		expect(entry({ later: -2000 })).toBeNull();
	});
});

describe('yesterday again', () => {
	test('takes the hours of one whole entry', () => {
		const found = dayWith(loggedEntry('a', TUE, { start: '06:30', end: '25:10' }));
		expect(found && timesLike(found)).toEqual({ callAt: 390, wrapAt: 1510, meals: [{ from: 720, to: 780 }] });
	});
	test('makes nothing up between two entries, or for one without an end', () => {
		const two = dayWith(loggedEntry('a', TUE), loggedEntry('b', TUE, { start: '20:00', end: '22:00' }));
		const open = dayWith(loggedEntry('a', TUE, { end: null }));
		expect([two && timesLike(two), open && timesLike(open)]).toEqual([null, null]);
	});
});
