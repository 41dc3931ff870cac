import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { addHours } from '#lib/doc/commands/log-hours.ts';
import { newId } from '#lib/doc/id.ts';
import type { DayKey } from '#lib/domain/calendar/day-key.ts';
import { outboxName } from '#lib/sync/outbox.ts';
import { HoursOf } from './hours-of.svelte.ts';
import { wipeWorkspace, workspaceOf } from './workspace.svelte.ts';

let me = '';
const production = newId();
const person = newId();
const open = IDBFactory.prototype.open;
beforeEach(() => (me = newId()));
afterEach(async () => {
	IDBFactory.prototype.open = open;
	await wipeWorkspace(me);
});

const hoursHere = async (): Promise<HoursOf> => {
	const access = { hours: 'write', decisions: 'none' } as const;
	const hours = await HoursOf.open(await workspaceOf(me), production, person, access);
	if (!hours) throw new Error('There is a right to them.');
	return hours;
};
/** Somebody enters a day without a network; the page is left and opened again. */
async function enterAndComeBack(): Promise<{ hours: HoursOf; key: string }> {
	const before = await hoursHere();
	const key = addHours(
		before.hours,
		{
			...{ person, by: me, byName: 'Liu', self: true, station: null, device: 'phone' },
			...{ at: Date.now(), zone: 'Asia/Shanghai', offset: 480, clockOff: null }
		} as Parameters<typeof addHours>[1],
		{
			...{ date: '2026-11-12' as DayKey, type: 'work', start: '07:00', end: '19:00' },
			...{ breaks: [], note: '' }
		} as unknown as Parameters<typeof addHours>[2]
	);
	await before.settled();
	await before.close();
	return { hours: await hoursHere(), key };
}

test('an entry on this device’s disk is called saved, also by a page that is opened later', async () => {
	const { hours, key } = await enterAndComeBack();
	expect(hours.placeOf(key)).toBe('saved');
	await hours.close();
});

test('an entry that the disk didn’t take is called not saved, also by a page that is opened later', async () => {
	IDBFactory.prototype.open = function (this: IDBFactory, name: string, ...rest) {
		if (name === outboxName(me)) throw new DOMException('no storage', 'UnknownError');
		return open.call(this, name, ...rest);
	};
	const { hours, key } = await enterAndComeBack();
	await vi.waitFor(() => expect(hours.placeOf(key)).toBe('unsaved'));
	IDBFactory.prototype.open = open;
	// Storage is back: it is written by itself, and said so.
	await vi.waitFor(() => expect(hours.placeOf(key)).toBe('saved'), { timeout: 10_000 });
	await hours.close();
});
