/**
 * Makes the golden document of the format this build writes: every record, every field said, unknown fields left
 * by "a newer Daybreak", a row put away. Run once a released format (`node tests/documents/make-golden.ts`); a
 * golden file is never made again once committed, because it stands for what is on people's devices.
 */
import { existsSync, writeFileSync } from 'node:fs';
import * as Y from 'yjs';
import { perform } from '#lib/doc/command.ts';
import { markFormat } from '#lib/doc/document.ts';
import { openPlan } from '#lib/doc/plan-document.ts';
import { planSchema } from '#lib/doc/schema/plan.ts';
import { readableTables } from './readable.ts';

const SAID: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
	productions: {
		title: 'Harbour Revenge 港湾复仇',
		zone: 'Asia/Shanghai',
		currency: 'CNY',
		commission: 'co-investment',
		subject: 'judicial',
		startsOn: '2026-11-01',
		shootsOn: '2026-11-18',
		launchesOn: '2026-12-21',
		restWeekdays: [7],
		pageMinutes: 55,
		moveMinutes: 80,
		setChangeMinutes: 15,
		callAt: 390,
		firstShotMinutes: 60,
		mealMinutes: 45,
		wrapMinutes: 20,
		contractMinutes: 660,
		longestMinutes: 900,
		restMinutes: 660,
		palette: 'singleton'
	},
	episodes: {
		number: 10,
		title: 'The ledger',
		targetSeconds: 100,
		hook: 'A hand in the water',
		twist: 'It is his own',
		cliffhanger: 'She smiles',
		access: 'paid',
		unlock: true,
		status: 'platform-review'
	},
	scenes: {
		number: '34-1',
		episodeIds: ['episode', 'episode2'],
		order: 'a1',
		intExt: 'int-ext',
		time: 'dusk',
		setId: 'set',
		synopsis: 'Lin opens the ledger. 林晚翻开账本。',
		eighths: 11,
		castIds: ['character', 'character2'],
		estimateMinutes: 70,
		setups: 4,
		notes: 'rain tower',
		scriptDay: '3',
		requestId: 'request',
		omitted: true
	},
	strips: {
		kind: 'banner',
		sceneId: 'scene',
		part: 2,
		place: { dayId: 'day', order: 'a0V' },
		eighths: 5,
		minutes: 45,
		banner: 'Company move',
		status: 'partial',
		actualMinutes: 50,
		locked: true
	},
	days: { date: '2026-11-20', unit: 'B', callAt: 420, wrappedAt: 1530, note: 'night shoot' },
	characters: {
		name: 'Lin Wan',
		aliases: ['林晚', 'Miss Lin'],
		boardNumber: 1,
		kind: 'lead',
		personId: 'person'
	},
	people: {
		name: 'Zhou Qing',
		job: 'actor',
		department: 'cast',
		contractKind: 'day',
		contractMinutes: 720,
		minor: true
	},
	sets: { name: 'Villa salon', locationId: 'location' },
	locations: { name: 'Villa', address: '8 Pier Road', hospital: 'Harbour Hospital' },
	gates: {
		kind: 'planning',
		owner: 'regulator',
		round: 2,
		plannedOn: '2026-11-06',
		decidedOn: '2026-11-12',
		number: 'V12345',
		status: 'approved'
	},
	requests: {
		from: 'platform',
		round: 1,
		number: 3,
		text: 'A sister for Lin',
		askedOn: '2026-11-15',
		answer: 'negotiated'
	}
};

const doc = new Y.Doc();
doc.clientID = 4242;
const plan = openPlan(doc);
perform(plan, 'golden', 1, () => {
	markFormat(plan);
	for (const [key, values] of Object.entries(SAID)) {
		const table = plan.tables[key as keyof typeof planSchema.records];
		const id = key.padEnd(22, '0') as never;
		table.add(id, values as never);
		table.add(key.padEnd(22, '1') as never, {});
		table.archive(key.padEnd(22, '1') as never, 1_700_000_000_000);
		(doc.getMap(key).get(id) as Y.Map<unknown>).set('fromTheFuture', { colour: 'blue' });
	}
});

const file = new URL(`plan-${planSchema.format}`, import.meta.url);
if (existsSync(`${file.pathname}.bin`)) throw new Error('That golden document exists: it stays as it is.');
writeFileSync(`${file.pathname}.bin`, Y.encodeStateAsUpdate(doc));
writeFileSync(`${file.pathname}.json`, `${JSON.stringify(readableTables(plan), null, '\t')}\n`);
