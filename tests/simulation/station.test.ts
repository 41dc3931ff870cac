import { afterAll, beforeAll, expect, test } from 'vitest';
import { addHours, punchClock, voidHours, type Writer } from '#lib/doc/commands/log-hours.ts';
import { openHours, type HoursDocument } from '#lib/doc/hours-documents.ts';
import { newId } from '#lib/doc/id.ts';
import { day } from '#lib/domain/calendar/day-key.ts';
import { stretchOf } from '#lib/domain/hours/log/clock.ts';
import { dayStandings } from '#lib/domain/hours/log/standing.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { saveState } from '#lib/domain/save-state.ts';
import type { Channel } from '#lib/sync/channel.ts';
import { Device, TestServer, until } from './rig.ts';

const server = new TestServer();
const DATE = day('2026-11-24');
const [wang, zhao] = [newId(), newId()];
let owner: { userId: string; cookie: string };
let production = '';
const hoursOf = (person: string) => documentName(production, 'hours', person);

beforeAll(async () => {
	await server.start();
	owner = await server.account('owner');
	production = await server.production(owner.cookie);
	const path = `/api/productions/${production}/people`;
	await server.call('POST', path, { personIds: [wang, zhao] }, owner.cookie);
});
afterAll(() => server.end());

type Station = { id: string; cookie: string; device: Device; writer: (person: string) => Writer };
/** A tablet that became the station "Truck", with the app's own sync modules. */
async function truck(): Promise<Station> {
	const people = [wang, zhao].map((personId) => ({ personId, name: personId }));
	const path = `/api/productions/${production}/stations`;
	const made = await server.call('POST', path, { name: 'Truck', people }, owner.cookie);
	const { station, token } = (await made.json()) as { station: { id: string }; token: string };
	const taken = await server.call('POST', '/api/stations/enrol', { token });
	const cookie = (taken.headers.get('set-cookie') ?? '').split(';')[0] as string;
	const account = { userId: station.id, cookie, query: '?as=station' };
	const device = await new Device(server, account, { copies: false }).start();
	return {
		id: station.id,
		cookie,
		device,
		writer: (person) => ({
			...{ person, by: station.id, byName: 'Truck', self: false, station: 'Truck' },
			...{ at: Date.now(), zone: 'Asia/Shanghai', device: 'tablet' }
		})
	};
}
/** One person's turn: the document is opened, written to, and let go. */
async function turnOf<T>(
	{ device }: Station,
	person: string,
	write: (hours: HoursDocument) => T
): Promise<T> {
	const channel = await device.workspace.open(hoursOf(person));
	const done = write(openHours(channel.doc));
	await channel.settled();
	await device.workspace.release(channel);
	return done;
}
const sent = ({ device }: Station): Promise<void> =>
	until('nothing waits', () => device.workspace.waiting.length === 0);
async function reader(person: string): Promise<{ channel: Channel; device: Device }> {
	const device = await new Device(server, owner).start();
	return { device, channel: await device.workspace.open(hoursOf(person)) };
}
/** What is left on the tablet of a document: nothing, once it was delivered. */
async function left(station: Station, person: string): Promise<number> {
	const channel = await station.device.workspace.open(hoursOf(person));
	const { length } = openHours(channel.doc).all();
	await station.device.workspace.release(channel);
	return length;
}
const databasesOf = async ({ id }: Station): Promise<string[]> =>
	(await indexedDB.databases()).flatMap(({ name }) => (name?.includes(id) ? [name] : []));

test('turns at the truck without a network, with the tablet restarted between, all arrive once and as the person’s own', async () => {
	const station = await truck();
	// Started while there was a network: delivered, and gone from the tablet.
	const start = await turnOf(station, wang, (hours) => {
		const [key] = punchClock(hours, station.writer(wang), 'start', DATE, 420, null);
		return hours.get(key as string);
	});
	await sent(station);
	await station.device.restart();
	expect(await left(station, wang)).toBe(0);

	station.device.offline();
	if (start?.kind !== 'punch') throw new Error('no punch');
	const meal = await turnOf(station, wang, (hours) => {
		const [key] = punchClock(hours, station.writer(wang), 'meal', DATE, 720, stretchOf([start]));
		return hours.get(key as string);
	});
	await turnOf(station, zhao, (hours) => {
		const said = { type: 'work', date: DATE, start: '06:30', end: '25:10' } as const;
		const wrong = addHours(hours, station.writer(zhao), { ...said, end: '24:00' });
		voidHours(hours, station.writer(zhao), [wrong], 'pressed by mistake');
		addHours(hours, station.writer(zhao), said);
	});
	await station.device.restart();
	if (meal?.kind !== 'punch') throw new Error('no punch');
	await turnOf(station, wang, (hours) =>
		punchClock(hours, station.writer(wang), 'wrap', DATE, 1290, stretchOf([start, meal]))
	);
	expect(saveState(station.device.workspace.facts)).toMatchObject({ kind: 'waiting', count: 5 });
	station.device.online();
	await sent(station);

	const [one, other] = [await reader(wang), await reader(zhao)];
	const daysOf = ({ channel }: { channel: Channel }) => dayStandings(openHours(channel.doc).all()).get(DATE);
	await until('Wang’s day is there', () => (daysOf(one)?.standings.length ?? 0) > 0);
	await until('Zhao’s day is there', () => (daysOf(other)?.standings.length ?? 0) > 0);
	expect(daysOf(one)).toMatchObject({
		standings: [
			{ entry: { start: '07:00', end: '21:30', station: 'Truck', by: station.id }, consent: 'own' }
		],
		punches: []
	});
	expect(daysOf(other)?.standings.map(({ entry }) => [entry.start, entry.end])).toEqual([['06:30', '25:10']]);
	for (const { device } of [one, other]) await device.end();

	// Nothing of it is on the tablet, and nothing comes back to it.
	await station.device.restart();
	expect([await left(station, wang), await left(station, zhao)]).toEqual([0, 0]);
	expect(await databasesOf(station)).toEqual([`daybreak.${station.id}.outbox`]);
	await station.device.end();
});

test('what two changes of one turn were, of which the server had only the first when the tablet died, arrives whole', async () => {
	const station = await truck();
	const channel = await station.device.workspace.open(hoursOf(zhao));
	const hours = openHours(channel.doc);
	const before = { type: 'prep', date: day('2026-11-23'), start: '08:00', end: '09:00' } as const;
	addHours(hours, station.writer(zhao), before);
	await channel.settled();
	await sent(station);
	station.device.offline();
	addHours(hours, station.writer(zhao), { ...before, start: '10:00', end: '11:00' });
	await channel.settled();
	await station.device.restart();
	station.device.online();
	await sent(station);
	const { channel: read, device } = await reader(zhao);
	await until(
		'both are there',
		() => dayStandings(openHours(read.doc).all()).get(before.date)?.keys.length === 2
	);
	await device.end();
	await station.device.end();
});

test('a station that was ended sends nothing more, and keeps what it has for an export', async () => {
	const station = await truck();
	station.device.offline();
	await turnOf(station, wang, (hours) => punchClock(hours, station.writer(wang), 'start', DATE, 420, null));
	await server.call(
		'DELETE',
		`/api/productions/${production}/stations/${station.id}`,
		undefined,
		owner.cookie
	);
	station.device.online();
	expect((await server.call('GET', '/api/station', undefined, station.cookie)).status).toBe(401);
	expect((await station.device.workspace.unsent()).map(({ name }) => name)).toEqual(['punch-start']);
	await station.device.end();
});
