import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LoggedPunch, Keyed } from '#lib/domain/hours/log/logged.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import { keepLook, keepStation, lookKept, stationKept } from './station-kept.ts';

const NOW = Date.UTC(2026, 10, 25, 9);
const HOUR = 3_600_000;
const punch = (at: number): Keyed<LoggedPunch> => ({
	...{ key: 'p.h', id: 'p', kind: 'punch', person: 'wang', by: 's', byName: 'Truck', self: false },
	...{
		station: 'Truck',
		at,
		zone: '',
		device: '',
		punch: 'start',
		type: 'work',
		date: day('2026-11-25'),
		time: '07:00',
		clock: null
	}
});
const look = {
	station: {
		id: 's',
		name: 'Truck',
		zone: 'Asia/Shanghai',
		production: { id: 'p', title: 'Harbour Revenge' }
	},
	people: [{ personId: 'wang', name: 'Wang', pin: null }]
};

beforeEach(() => {
	const kept = new Map<string, string>();
	globalThis.localStorage = {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key)
	} as Storage;
});
afterEach(() => {
	Reflect.deleteProperty(globalThis, 'localStorage');
});

test('a station is one again after a restart, with the stretches that run and the wrong tries', () => {
	expect(lookKept()).toBeNull();
	expect(keepLook(look)).toBe(true);
	const kept = { punches: { wang: [punch(NOW - HOUR)] }, wrong: { wang: { count: 5, at: NOW } } };
	keepStation(kept);
	expect(lookKept()).toEqual(look);
	expect(stationKept(NOW)).toEqual(kept);
	expect(stationKept(NOW + 22 * HOUR).punches).toEqual(kept.punches);
	// Whoever forgot to wrap a day ago starts anew.
	expect(stationKept(NOW + 24 * HOUR).punches).toEqual({});
	keepLook(null);
	expect([lookKept(), stationKept(NOW)]).toEqual([null, { punches: {}, wrong: {} }]);
});

test('damaged storage is no station and no stretch, and breaks nothing', () => {
	localStorage.setItem('daybreak.station', '{"station":1,"people":[]}');
	localStorage.setItem(
		'daybreak.station.kept',
		'{"punches":{"wang":[{"kind":"punch"}],"li":7},"wrong":{"li":null}}'
	);
	expect([lookKept(), stationKept(NOW)]).toEqual([null, { punches: {}, wrong: {} }]);
	localStorage.setItem('daybreak.station', 'nonsense');
	expect(lookKept()).toBeNull();
});
