import { entryKey } from '#lib/doc/entry-key.ts';

/** Every kind of entry there is, each field said, and what a newer Daybreak may add. */
const PERSON = 'person'.padEnd(22, '0');
const base = (id: string, more: object) => ({
	id: id.padEnd(22, '0'),
	person: PERSON,
	by: 'user'.padEnd(22, '0'),
	byName: 'Zhou Qing · 周晴',
	self: true,
	station: null,
	at: 1_795_000_000_000,
	zone: 'Asia/Shanghai',
	offset: 480,
	device: 'phone',
	clock: { by: 'jump', minutes: -70 },
	...more
});

const punch = base('punch', {
	kind: 'punch',
	punch: 'start',
	type: 'prep',
	date: '2026-11-20',
	time: '06:30'
});
const first = base('first', {
	kind: 'entry',
	type: 'work',
	date: '2026-11-20',
	start: '06:30',
	end: '25:30',
	startFold: 0,
	endFold: 1,
	breaks: [
		{ start: '13:00', end: '14:00', paid: false, kind: 'meal' },
		{ start: '20:00', end: '20:15', paid: true, kind: 'rest' }
	],
	note: 'rain tower 雨塔',
	supersedes: [],
	reason: '',
	punches: [entryKey(punch)],
	source: { file: 'week 47.xlsx', sheet: 'Crew', row: 12, batch: 'batch'.padEnd(22, '0') }
});
const second = base('second', {
	...first,
	id: 'second'.padEnd(22, '0'),
	self: false,
	station: 'Truck 1',
	end: '25:00',
	supersedes: [entryKey(first)],
	reason: 'the van left earlier',
	fromTheFuture: { colour: 'blue' }
});
const decision = {
	...base('decision', {}),
	kind: 'decision',
	says: 'approve',
	date: '2026-11-20',
	keys: [entryKey(second)],
	after: [],
	text: '',
	on: null,
	rules: { id: 'cn-standard', version: '2026-1', overrides: 'RBNvo1WzZ4oRRq0W9' }
};
const paid = {
	...decision,
	id: 'paid'.padEnd(22, '0'),
	says: 'paid',
	after: [entryKey(decision)],
	text: 'by transfer',
	on: '2026-12-01'
};

export const ENTRIES: Readonly<Record<string, readonly ({ readonly id: string } & Readonly<Record<string, unknown>>)[]>> = {
	hours: [
		punch,
		first,
		second,
		base('void', { kind: 'void', supersedes: [entryKey(punch)], reason: 'pressed by mistake' }),
		base('answer', { kind: 'answer', to: [entryKey(second)], says: 'disagree', reason: 'it was 25:30' }),
		base('sign', { kind: 'sign', keys: [entryKey(first)], from: '2026-11-16', to: '2026-11-22' }),
		base('received', { kind: 'received', decision: entryKey(paid), on: '2026-12-03' }),
		base('unheard', { kind: 'unheard of', says: 'something newer' })
	],
	decisions: [
		decision,
		paid,
		{ ...decision, id: 'query'.padEnd(22, '0'), says: 'query', text: 'Was that the night move?', rules: null },
		{ ...decision, id: 'unheard'.padEnd(22, '0'), kind: 'unheard of' }
	]
};
