import { expect, test } from 'vitest';
import { day } from '#lib/domain/calendar/day-key.ts';
import { datesTrouble } from './settings.ts';

const on = (d: number) => day(`2026-11-${String(d).padStart(2, '0')}`);

test('green light, shoot and launch on one day are in order', () => {
	expect(datesTrouble({ startsOn: on(1), shootsOn: on(1), launchesOn: on(1) })).toEqual({
		shootsOn: null,
		launchesOn: null
	});
});

test('a launch before the green light is said at the launch', () => {
	expect(datesTrouble({ startsOn: on(10), shootsOn: on(12), launchesOn: on(9) }).launchesOn).toBe(
		'launchBeforeStart'
	);
});

test('a launch before the first shoot day is said at the launch', () => {
	expect(datesTrouble({ startsOn: on(1), shootsOn: on(12), launchesOn: on(9) })).toEqual({
		shootsOn: null,
		launchesOn: 'launchBeforeShoot'
	});
});

test('a shoot before the green light is said at the shoot', () => {
	expect(datesTrouble({ startsOn: on(10), shootsOn: on(8), launchesOn: null }).shootsOn).toBe(
		'shootBeforeStart'
	);
});

test('a date that is not known yet contradicts nothing', () => {
	expect(datesTrouble({ startsOn: null, shootsOn: on(8), launchesOn: null })).toEqual({
		shootsOn: null,
		launchesOn: null
	});
});
