import { beforeAll, expect, test } from 'vitest';
import { day } from '#lib/domain/calendar/day-key.ts';
import type { ProductionId } from '#lib/domain/ids.ts';
import { newRow } from '#lib/domain/schedule/new-rows.ts';
import { productionRecord } from '#lib/domain/schedule/records.ts';
import { language } from '../text/index.svelte.ts';
import { whyNot } from './settings.ts';
import { findZone } from './zones.ts';

// Cities are words of the settings page.
beforeAll(() => language.complete());

const on = (d: number) => day(`2026-11-${String(d).padStart(2, '0')}`);
const production = newRow(productionRecord, 'p' as ProductionId, {
	title: 'Harbour Revenge',
	startsOn: on(1),
	shootsOn: on(12),
	launchesOn: on(30)
});

test('green light, shoot and launch on one day are in order', () => {
	const oneDay = { ...production, startsOn: on(12), launchesOn: on(12) };
	expect(whyNot(oneDay, { shootsOn: on(12) })).toBeNull();
});

test('a date that contradicts another is refused at the field that was changed', () => {
	expect(whyNot(production, { startsOn: on(13) })).toBe('startAfterShoot');
	expect(whyNot({ ...production, shootsOn: null }, { startsOn: day('2026-12-01') })).toBe('startAfterLaunch');
	expect(whyNot(production, { shootsOn: day('2026-10-31') })).toBe('shootBeforeStart');
	expect(whyNot(production, { shootsOn: day('2026-12-01') })).toBe('shootAfterLaunch');
	expect(whyNot(production, { launchesOn: day('2026-10-31') })).toBe('launchBeforeStart');
	expect(whyNot(production, { launchesOn: on(11) })).toBe('launchBeforeShoot');
	expect(whyNot(production, { launchesOn: null })).toBe('dateMissing');
});

test('a date that is not known yet contradicts nothing', () => {
	expect(whyNot({ ...production, startsOn: null, launchesOn: null }, { shootsOn: on(2) })).toBeNull();
});

test('dates that contradict each other already keep nobody from changing the meal', () => {
	expect(whyNot({ ...production, launchesOn: on(2) }, { mealMinutes: 30 })).toBeNull();
});

test('the longest day is never shorter than the agreed day', () => {
	expect(whyNot(production, { longestMinutes: 599 })).toBe('longestShort');
	expect(whyNot(production, { contractMinutes: 841 })).toBe('contractLong');
	expect(whyNot(production, { longestMinutes: 600 })).toBeNull();
});

test('line-up and wrap leave something to shoot in', () => {
	expect(whyNot(production, { firstShotMinutes: 570 })).toBe('noShooting');
	expect(whyNot(production, { wrapMinutes: 554 })).toBeNull();
});

test('a title is needed, and somebody works on at least one weekday', () => {
	expect(whyNot(production, { title: '  ' })).toBe('titleMissing');
	expect(whyNot(production, { restWeekdays: [1, 2, 3, 4, 5, 6, 7] })).toBe('restAll');
	expect(whyNot(production, { zone: 'Asia/Atlantis' })).toBe('zoneWrong');
});

test.each([
	['shanghai', 'Asia/Shanghai'],
	['Beijing', 'Asia/Shanghai'],
	['los angeles', 'America/Los_Angeles'],
	['Nairobi', 'Africa/Nairobi'],
	['utc', 'UTC'],
	['Atlantis', null],
	['CST', null]
])('"%s" typed for a zone means %s', (typed, zone) => {
	expect(findZone(typed)).toBe(zone);
});
