import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeRow } from '#lib/doc/commands/change-row.ts';
import { writePlan } from '#lib/doc/commands/write-plan.ts';
import { openPlan } from '#lib/doc/plan-document.ts';
import { addDays } from '#lib/domain/calendar/day-key.ts';
import { todayIn } from '#lib/domain/calendar/zone.ts';
import type { EpisodeId, PersonId, ProductionId, SceneId, ShootDayId, StripId } from '#lib/domain/ids.ts';
import { keysBetween } from '#lib/domain/order-key.ts';
import { documentName } from '#lib/domain/people/permissions.ts';
import { byId, newRow } from '#lib/domain/schedule/new-rows.ts';
import {
	episodeRecord,
	personRecord,
	productionRecord,
	sceneRecord,
	shootDayRecord,
	stripRecord
} from '#lib/domain/schedule/records.ts';
import { newId } from '../auth/tokens.ts';
import { openHouse, until, type House } from '../testing/house.ts';
import type { Fields, Person } from '../testing/person.ts';

let house: House;
let producer: Person;
let production: string;
const ZONE = 'Asia/Shanghai';
const [wang, zhao] = [newId(), newId()] as [PersonId, PersonId];
const today = todayIn(ZONE, Date.now());
const [first, last] = [newId(), newId()] as [ShootDayId, ShootDayId];

beforeAll(async () => {
	house = await openHouse();
	producer = await house.person('Mei');
	production = await house.production(producer);
	await producer.expect(200, 'POST', `/api/productions/${production}/people`, { personIds: [wang, zhao] });
});
afterAll(() => house.close());

async function atTheTruck(): Promise<Person> {
	const people = [{ personId: wang, name: 'Wang' }];
	const body = { name: 'Truck', people };
	const { token } = await producer.expect(201, 'POST', `/api/productions/${production}/stations`, body);
	const tablet = house.stranger();
	await tablet.expect(201, 'POST', '/api/stations/enrol', { token });
	return tablet;
}
const callsAt = async (tablet: Person): Promise<Fields> =>
	(await tablet.expect(200, 'GET', '/api/station')).calls;

test('a station is told when its people are called today, not of anybody else and not of the days after tomorrow', async () => {
	const tablet = await atTheTruck();
	expect(await callsAt(tablet)).toEqual({ dates: [], list: [] });

	const { doc, provider } = producer.open(documentName(production, 'plan'));
	await until('the plan is open', () => provider.synced);
	const plan = openPlan(doc);
	const day = (id: ShootDayId, date: ReturnType<typeof addDays>) =>
		newRow(shootDayRecord, id, { date, callAt: 390 });
	const [episode, scene] = [newId() as EpisodeId, newId() as SceneId];
	const [order] = keysBetween(null, null, 1);
	if (!order) throw new Error('no key');
	const strip = (dayId: ShootDayId) =>
		newRow(stripRecord, newId() as StripId, { sceneId: scene, place: { dayId, order } });
	writePlan(plan, {
		production: newRow(productionRecord, production as ProductionId, { title: 'Rain', zone: ZONE }),
		people: byId([
			newRow(personRecord, wang, { name: 'Wang', department: 'lighting' }),
			newRow(personRecord, zhao, { name: 'Zhao', department: 'camera' })
		]),
		episodes: byId([newRow(episodeRecord, episode, { number: 1 })]),
		scenes: byId([newRow(sceneRecord, scene, { number: '1-1', episodeIds: [episode], eighths: 8 })]),
		days: byId([day(first, today), day(last, addDays(today, 2))]),
		strips: byId([strip(first), strip(last)])
	});
	const calls = await until('the calls are reckoned', async () => {
		const told = await callsAt(tablet);
		return told.list.length > 0 ? told : null;
	});
	expect(calls.dates).toEqual([addDays(today, -1), today, addDays(today, 1)]);
	expect(calls.list).toEqual([{ personId: wang, date: today, callAt: 390, wrapAt: expect.any(Number) }]);
	expect(JSON.stringify(calls)).not.toContain(zhao);

	changeRow(plan, 'days', first, { callAt: 480 });
	await until('the later call is told', async () => (await callsAt(tablet)).list[0]?.callAt === 480);
});
