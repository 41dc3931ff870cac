import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { day } from '#lib/domain/calendar/day-key.ts';
import { engineEntry } from '#lib/domain/hours/log/engine-entry.ts';
import { stretchOf } from '#lib/domain/hours/log/clock.ts';
import type { Keyed, LoggedPunch } from '#lib/domain/hours/log/logged.ts';
import { dayStandings, type DayStanding } from '#lib/domain/hours/log/standing.ts';
import { ADDED_ONLY_ROOT } from '#lib/domain/sync-protocol.ts';
import { openDecisions, openHours } from '../hours-documents.ts';
import { canonicalJson, contentHash, fitsKey } from '../entry-key.ts';
import { decideHours } from './decide-hours.ts';
import {
	addHours,
	answerHours,
	correctHours,
	punchClock,
	receiveMoney,
	signHours,
	voidHours,
	type Writer
} from './log-hours.ts';

const THU = day('2026-11-12');
const writer = (by: string, more: Partial<Writer> = {}): Writer => ({
	person: 'grip',
	by,
	byName: by,
	self: by === 'wang',
	station: null,
	at: 1_794_000_000_000,
	zone: 'Asia/Shanghai',
	device: 'phone',
	...more
});
const WANG = writer('wang');
const HEAD = writer('head');
const PRODUCER = writer('producer');
const rules = { id: 'cn-standard', version: '1', overrides: '' };

/** The hours of one grip, and what was decided on them. */
function grip() {
	const hours = openHours(new Y.Doc());
	const decisions = openDecisions(new Y.Doc());
	const thursday = (): DayStanding => {
		const found = dayStandings(hours.all(), decisions.all()).get(THU);
		if (!found) throw new Error('nothing on Thursday');
		return found;
	};
	const decide = (says: 'approve' | 'query' | 'paid', more: { text?: string } = {}): string =>
		decideHours(decisions, PRODUCER, [thursday()], { says, rules, ...more })[0] as string;
	return { hours, decisions, thursday, decide };
}
const long = { type: 'work', date: THU, start: '07:00', end: '25:30' } as const;

describe('the clock', () => {
	test('H35: an entry is as doubtful as the press whose clock was furthest out, though it be right by the wrap', () => {
		const { hours, thursday } = grip();
		const set = writer('wang', { clock: { by: 'jump', minutes: -180 } });
		punchClock(hours, set, 'start', THU, 390, null);
		punchClock(hours, WANG, 'wrap', THU, 1170, stretchOf(thursday().punches));
		expect(thursday().standings[0]?.entry.clock).toEqual({ by: 'jump', minutes: -180 });
		// What was pressed stands as it was pressed.
		expect(thursday().standings[0]?.entry).toMatchObject({ start: '06:30', end: '19:30' });
	});

	test('start, meal, back and a wrap past midnight make one entry that names its punches', () => {
		const { hours, thursday } = grip();
		const punches = (): Keyed<LoggedPunch>[] => thursday().punches as Keyed<LoggedPunch>[];
		punchClock(hours, WANG, 'start', THU, 390, null);
		expect(thursday().standings).toEqual([]);
		punchClock(hours, WANG, 'meal', THU, 720, stretchOf(punches()));
		punchClock(hours, WANG, 'back', THU, 765, stretchOf(punches()));
		punchClock(hours, WANG, 'wrap', THU, 1530, stretchOf(punches()));
		const { standings, punches: left } = thursday();
		expect(left).toEqual([]);
		expect(
			standings.map(({ entry }) => [entry.start, entry.end, entry.breaks, entry.punches.length])
		).toEqual([['06:30', '25:30', [{ start: '12:00', end: '12:45', paid: false, kind: 'meal' }], 4]]);
		expect(engineEntry((standings[0] as DayStanding['standings'][number]).entry)).toMatchObject({
			date: THU,
			start: '06:30',
			end: '01:30',
			endDate: '2026-11-13'
		});
	});

	test('an undo within seconds takes the wrap out and puts nobody off the clock', () => {
		const { hours, thursday } = grip();
		punchClock(hours, WANG, 'start', THU, 390, null);
		const keys = punchClock(hours, WANG, 'wrap', THU, 900, stretchOf(thursday().punches));
		voidHours(hours, WANG, keys, 'undone at once');
		expect(thursday().standings).toEqual([]);
		expect(thursday().punches.map(({ punch }) => punch)).toEqual(['start']);
	});
});

describe('corrections never overwrite', () => {
	test('a correction counts, and what it took the place of is beneath it with the reason', () => {
		const { hours, thursday } = grip();
		const first = addHours(hours, WANG, long);
		const second = correctHours(hours, WANG, [first], { ...long, end: '25:00' }, 'wrap was called at 1');
		const third = correctHours(hours, WANG, [second], { ...long, end: '24:45' }, 'looked at the photo');
		const [standing] = thursday().standings;
		expect(thursday().keys).toEqual([third]);
		expect(standing?.entry.reason).toBe('looked at the photo');
		expect(standing?.replaced.map(({ end }) => end)).toEqual(['25:00', '25:30']);
	});

	test('two tablets that correct one entry both count until one is taken out', () => {
		const { hours, thursday } = grip();
		const first = addHours(hours, WANG, long);
		const one = correctHours(hours, WANG, [first], { ...long, end: '25:00' }, 'on the phone');
		const two = correctHours(hours, HEAD, [first], { ...long, end: '26:00' }, 'at the truck');
		expect(thursday()).toMatchObject({ conflict: true, keys: [one, two].sort() });
		voidHours(hours, WANG, [two], 'that was Zhao');
		expect(thursday()).toMatchObject({ conflict: false, keys: [one] });
		expect(thursday().voided.map(({ by }) => by.reason)).toEqual(['that was Zhao']);
	});

	test('a voided day is empty and still says what was there', () => {
		const { hours, thursday } = grip();
		voidHours(hours, WANG, [addHours(hours, WANG, long)], 'was at home');
		expect(thursday()).toMatchObject({ keys: [], standings: [] });
		expect(thursday().voided[0]?.entry.end).toBe('25:30');
	});
});

describe('what others entered', () => {
	test('is open until the person answers; silence is no consent', () => {
		const { hours, thursday } = grip();
		const key = addHours(hours, HEAD, long);
		expect(thursday().standings[0]?.consent).toBe('open');
		signHours(hours, HEAD, [key], THU, THU);
		expect(thursday().signed, 'a signature by another').toBe(false);
		answerHours(hours, HEAD, [key], 'confirm');
		expect(thursday().standings[0]?.consent, 'an answer by another').toBe('open');
		answerHours(hours, WANG, [key], 'confirm');
		expect(thursday().standings[0]?.consent).toBe('confirmed');
		signHours(hours, WANG, [key], THU, THU);
		expect(thursday().signed).toBe(true);
	});

	test('a disagreement stays through approval and payment, until the person takes it back', () => {
		const { hours, thursday, decide } = grip();
		const key = addHours(hours, HEAD, long);
		const answer = answerHours(hours, WANG, [key], 'disagree', 'wrapped at two');
		decide('approve');
		decide('paid');
		answerHours(hours, WANG, [key], 'confirm');
		expect(thursday()).toMatchObject({ approval: 'approved', signed: false });
		expect(thursday().standings[0]).toMatchObject({
			consent: 'disagreed',
			answer: { reason: 'wrapped at two' }
		});
		voidHours(hours, WANG, [answer], 'it was two by the old clock');
		expect(thursday().standings[0]?.consent).toBe('confirmed');
	});
});

describe('decisions', () => {
	test('an approval holds for exactly the entries it names, and says when they changed', () => {
		const { hours, thursday, decide } = grip();
		const key = addHours(hours, WANG, long);
		expect(thursday().approval).toBe('none');
		decide('approve');
		expect(thursday().approval).toBe('approved');
		correctHours(hours, WANG, [key], { ...long, end: '26:00' }, 'one hour more');
		expect(thursday().approval).toBe('changed');
		decide('approve');
		expect(thursday().approval).toBe('approved');
	});

	test('a query asks until an approval follows it; one made without knowing it doesn’t', () => {
		const { hours, decisions, thursday, decide } = grip();
		addHours(hours, WANG, long);
		const before = thursday();
		decide('query', { text: 'Was that the reshoot?' });
		decideHours(decisions, HEAD, [before], { says: 'approve', rules });
		expect(thursday().approval).toBe('queried');
		decide('approve');
		expect(thursday().approval).toBe('approved');
	});

	test('paid is the producer’s word, received the person’s', () => {
		const { hours, thursday, decide } = grip();
		addHours(hours, WANG, long);
		decide('approve');
		const paid = decide('paid');
		expect(thursday()).toMatchObject({ paid: { key: paid }, received: null, approval: 'approved' });
		receiveMoney(hours, WANG, paid, day('2026-12-01'));
		expect(thursday().received?.on).toBe('2026-12-01');
	});
});

describe('an entry and its key', () => {
	test('one form of JSON, whatever the order of its keys', () => {
		expect(canonicalJson({ b: [1, undefined, { d: 'x', c: null }], a: undefined })).toBe(
			'{"b":[1,null,{"c":null,"d":"x"}]}'
		);
		expect(contentHash({ a: 1, b: 2 })).toBe(contentHash({ b: 2, a: 1 }));
		expect(contentHash({ a: 1 })).toMatch(/^[A-Za-z0-9_-]{43}$/);
	});

	test('a value that was tampered with, or is no entry, is not read, and is counted', () => {
		const { hours } = grip();
		const key = addHours(hours, WANG, long);
		const entry = hours.all()[0];
		const map = hours.doc.getMap(ADDED_ONLY_ROOT);
		map.set(`x${key}`, { ...entry, end: '20:00' });
		map.set('y', 'nonsense');
		expect(hours.all().map((one) => one.key)).toEqual([key]);
		expect(hours.unread).toBe(2);
		expect(fitsKey(key, map.get(key))).toBe(true);
	});

	test('every device has the entries in one order, whichever came first', () => {
		const [a, b] = [openHours(new Y.Doc()), openHours(new Y.Doc())];
		for (let n = 0; n < 20; n++) addHours(n % 2 ? a : b, WANG, { ...long, note: String(n) });
		Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc));
		Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc));
		expect(a.all()).toEqual(b.all());
		expect(a.all()).toHaveLength(20);
	});
});
