import { expect, test } from 'vitest';
import { day } from '#lib/domain/calendar/day-key.ts';
import * as format from './format.ts';

test.each([
	[0, '0'],
	[3, '3/8'],
	[8, '1'],
	[11, '1 3/8'],
	[114, '14 2/8']
])('%i eighths are written %s', (count, written) => expect(format.eighths(count)).toBe(written));

test.each([
	[800, '13 h 20', '13小时20分'],
	[665, '11 h 05', '11小时5分'],
	[40, '40 min', '40分钟'],
	[600, '10 h', '10小时'],
	[0, '0 min', '0分钟'],
	[-65, '−1 h 05', '−1小时5分']
])('%i minutes are written %s and %s', (minutes, en, zh) => {
	expect(format.duration(minutes, 'en')).toBe(en);
	expect(format.duration(minutes, 'zh-Hans')).toBe(zh);
});

test('a night of 530 minutes fits its gutter as 8:50', () => expect(format.hoursMinutes(530)).toBe('8:50'));

test('a wrap after midnight goes on from 00:00', () => {
	expect(format.clock(1290)).toBe('21:30');
	expect(format.clock(1530)).toBe('01:30');
	expect(format.clockSpan(420, 1500)).toBe('07:00–01:00');
});

test('a day is written as each language writes it', () => {
	const thursday = day('2026-11-12');
	expect(format.date(thursday, 'en')).toBe('Thu 12 Nov');
	expect(format.date(thursday, 'zh-Hans')).toBe('11月12日 周四');
	expect(format.longDate(thursday, 'en')).toBe('12 November 2026');
	expect(format.longDate(thursday, 'zh-Hans')).toBe('2026年11月12日');
	expect(format.weekdayName(1, 'en')).toBe('Mon');
	expect(format.weekdayName(7, 'zh-Hans')).toBe('周日');
});

test('a time is on the 24 h clock, midnight being 00:00', () => {
	expect(format.timeOf(0, 'en', 'UTC')).toBe('00:00');
	expect(format.timeOf(52_320_000, 'zh-Hans', 'UTC')).toBe('14:32');
});

test.each([
	['Liu Min', 'LM'],
	['madonna', 'M'],
	['周青', '周青'],
	['欧阳小梅', '小梅'],
	['', '']
])('%s is %s in two letters', (name, short) => expect(format.initials(name)).toBe(short));
