import { describe, expect, test } from 'vitest';
import { day } from '../../calendar/day-key.ts';
import { entryOfStretch, forgotten, nextPunch, onStretch, stretchOf } from './clock.ts';
import type { Keyed, LoggedPunch, Punch } from './logged.ts';

const punch = (date: string, time: string, what: Punch): Keyed<LoggedPunch> => ({
	key: `${date} ${time}`,
	id: `${date} ${time}`,
	kind: 'punch',
	punch: what,
	type: 'work',
	date: day(date),
	time,
	person: 'p',
	by: 'u',
	byName: '',
	self: true,
	station: null,
	at: 0,
	zone: '',
	device: ''
});
const at = (date: string, minutes: number) => ({ date: day(date), at: minutes });

describe('the word on the button', () => {
	const since = (...punches: Keyed<LoggedPunch>[]) => stretchOf(punches);
	test('is the next likely punch', () => {
		expect(nextPunch(null, 400)).toBe('start');
		const started = since(punch('2026-11-12', '06:30', 'start'));
		expect(nextPunch(started, 8 * 60), 'an hour and a half in').toBe('wrap');
		expect(nextPunch(started, 12 * 60), 'towards noon').toBe('meal');
		const eating = since(punch('2026-11-12', '06:30', 'start'), punch('2026-11-12', '12:00', 'meal'));
		expect(nextPunch(eating, 12 * 60 + 20)).toBe('back');
		const back = since(
			punch('2026-11-12', '06:30', 'start'),
			punch('2026-11-12', '12:00', 'meal'),
			punch('2026-11-12', '12:40', 'back')
		);
		expect(nextPunch(back, 14 * 60)).toBe('wrap');
	});
});

test('a wrap after midnight belongs to the day of the call', () => {
	expect(onStretch(day('2026-11-12'), at('2026-11-13', 90))).toBe(1530);
});

test('a meal that was never ended runs to the wrap, as it was punched', () => {
	const stretch = stretchOf([punch('2026-11-12', '06:30', 'start'), punch('2026-11-12', '18:00', 'meal')]);
	expect(stretch && entryOfStretch(stretch, 1200, 'w').breaks).toEqual([
		{ start: '18:00', end: '20:00', paid: false, kind: 'meal' }
	]);
});

describe('a wrap somebody forgot', () => {
	const tuesday = punch('2026-11-10', '06:30', 'start');
	test('is asked about the next day, once the next stretch began or a day has passed', () => {
		expect(forgotten([tuesday], at('2026-11-11', 60))).toEqual([]);
		expect(forgotten([tuesday], at('2026-11-11', 391)).map(({ date }) => date)).toEqual(['2026-11-10']);
		const both = [tuesday, punch('2026-11-11', '05:00', 'start')];
		expect(forgotten(both, at('2026-11-11', 301)).map(({ date }) => date)).toEqual(['2026-11-10']);
		expect(stretchOf(both)?.date).toBe('2026-11-11');
	});
});
