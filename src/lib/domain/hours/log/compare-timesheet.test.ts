import { describe, expect, test } from 'vitest';
import { day } from '../../calendar/day-key.ts';
import { loggedEntry, loggedPunch, loggedVoid } from '../testing/logged.ts';
import { compareLine, matchNames, type LineMatch } from './compare-timesheet.ts';
import type { Keyed, Logged } from './logged.ts';
import { dayStandings } from './standing.ts';
import type { SheetSaid } from './timesheet-types.ts';

const THU = day('2026-11-12');
const TODAY = day('2026-11-20');
const SAID: SheetSaid = {
	type: 'work',
	date: THU,
	start: '07:00',
	end: '17:00',
	breaks: [{ start: '12:00', end: '13:00', paid: false, kind: 'meal' }],
	note: 'from the sheet'
};
const against = (logged: readonly Keyed<Logged>[], said: Partial<SheetSaid> = {}): LineMatch =>
	compareLine({ ...SAID, ...said }, dayStandings(logged).get(said.date ?? THU) ?? null, TODAY, 'manager');

describe('whose a name is', () => {
	const KEPT = [
		{ id: 'zhao', name: 'Zhao Lei' },
		{ id: 'li', name: '李敏' },
		{ id: 'wang1', name: 'Wang Fang' },
		{ id: 'wang2', name: 'Wang Fang' }
	];
	const match = (name: string) => matchNames([name], KEPT, [{ id: 'x', name: 'Sun Yu' }]).get(name);

	test('one and the same name is known, whatever its case, width and spaces', () => {
		expect(match('ZHAO  LEI')).toEqual({ kind: 'known', candidates: ['zhao'] });
		expect(match('Ｚｈａｏ Lei')).toEqual({ kind: 'known', candidates: ['zhao'] });
		expect(match('李敏')).toEqual({ kind: 'known', candidates: ['li'] });
	});

	test('a name written alike is offered, never merged', () => {
		expect(match('Lei, Zhao')).toEqual({ kind: 'doubtful', candidates: ['zhao'] });
		expect(match('李敏(摄影)')).toEqual({ kind: 'doubtful', candidates: ['li'] });
	});

	test('two people of one name are asked about', () => {
		expect(match('Wang Fang')).toEqual({ kind: 'doubtful', candidates: ['wang1', 'wang2'] });
	});

	test('somebody whose hours another keeps, and nobody, are told apart', () => {
		expect(match('Sun Yu')).toEqual({ kind: 'not-kept', candidates: [] });
		expect(match('Nobody')).toEqual({ kind: 'unknown', candidates: [] });
	});
});

describe('what a line is beside what is logged', () => {
	test('nothing there: it is new', () => {
		expect(against([])).toEqual({ kind: 'new', about: null, replaces: [] });
	});

	test('the same hours are the same, whatever their notes: a second import adds nothing', () => {
		expect(against([loggedEntry('a', THU)])).toMatchObject({ kind: 'same', replaces: [] });
	});

	test('other hours at that time are at odds, and would lose their place', () => {
		expect(against([loggedEntry('a', THU, { end: '18:00' })])).toMatchObject({
			kind: 'differs',
			replaces: ['a']
		});
		expect(against([loggedEntry('a', THU, { breaks: [] })])).toMatchObject({ kind: 'differs' });
		expect(against([loggedEntry('a', THU, { type: 'off', start: null, end: null })])).toMatchObject({
			kind: 'differs'
		});
		expect(against([loggedEntry('a', THU, { start: '06:00', end: null })])).toMatchObject({
			kind: 'differs'
		});
	});

	test('hours at another time of the day are beside it', () => {
		expect(against([loggedEntry('a', THU, { start: '18:00', end: '20:00', breaks: [] })])).toMatchObject({
			kind: 'new',
			replaces: []
		});
	});

	test('what was logged so and corrected since isn’t brought back by itself', () => {
		const corrected = loggedEntry('b', THU, { end: '19:00', supersedes: ['a'], reason: 'late wrap' });
		expect(against([loggedEntry('a', THU), corrected])).toMatchObject({ kind: 'corrected', replaces: ['b'] });
	});

	test('nor what the person took out; what the importer took back may come again', () => {
		expect(against([loggedEntry('a', THU), loggedVoid('v', ['a'])])).toMatchObject({ kind: 'taken-out' });
		expect(against([loggedEntry('a', THU), { ...loggedVoid('v', ['a']), by: 'manager' }])).toMatchObject({
			kind: 'new'
		});
	});

	test('a day on the clock waits for its wrap, a day to come for itself', () => {
		expect(against([loggedPunch('p', THU)]).kind).toBe('running');
		expect(against([], { date: day('2026-11-21') }).kind).toBe('ahead');
	});
});
