import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, type DayKey } from '../../calendar/day-key.ts';
import type { PersonId, ProductionId, RuleChangeId } from '../../ids.ts';
import { newRow } from '../../schedule/new-rows.ts';
import { personRecord, productionRecord } from '../../schedule/records.ts';
import { assessHours } from '../assess-hours.ts';
import { PRESET_LIST } from '../presets/index.ts';
import { baseOf } from '../rule-set.ts';
import type { Json } from '../types.ts';
import { effectOf } from './effect.ts';
import { daysOf, isWithin, knownUntilOf, numberAt, numbersOf } from './index.ts';
import { ruleChangeRecord, type RuleChange } from './record.ts';
import { restAsked } from './rest.ts';
import { datedRules, rulesFor, troublesOf, type RuleSource } from './rules-of.ts';

const ON = day('2026-11-12');
const production = newRow(productionRecord, 'p' as ProductionId, { ruleSet: 'cn-standard' });
const actor = newRow(personRecord, 'zhou' as PersonId, { name: 'Zhou Wen', department: 'cast' });

let made = 0;
const change = (what: string, value: string | number | null, more: Partial<RuleChange> = {}): RuleChange => {
	made++;
	const ruleSet = what.startsWith('limit') || what.startsWith('tier') ? 'cn-standard' : '';
	const id = `c${String(made).padStart(4, '0')}` as RuleChangeId;
	return newRow(ruleChangeRecord, id, { ruleSet, what, value, at: made, ...more });
};
const source = (changes: readonly RuleChange[] = [], own: Partial<typeof production> = {}): RuleSource => ({
	production: { ...production, ...own },
	ruleChanges: new Map(changes.map((one) => [one.id, one]))
});
const numberOn = (of: RuleSource, name: string, on: DayKey = ON): number | null => {
	const { set } = rulesFor(of, null, on);
	const number = numbersOf(set).find((one) => one.name === name);
	return number ? numberAt(set, number.path) : null;
};
const REST = 'limit.REST_SHORT.minMin';
const judge = (of: RuleSource, entries: readonly Json[], person: typeof actor | null = null) => {
	const [first, ...later] = datedRules(of, person);
	return assessHours({
		...{ entries, ruleSet: first!.rules, zone: 'Asia/Shanghai', person: 'wang' },
		later: later.map(({ from, rules }) => ({ from: from!, ruleSet: rules }))
	});
};
const codesOf = (of: RuleSource, entries: readonly Json[]): string[] =>
	judge(of, entries).flags.map(({ date, code }) => `${date} ${code}`);

describe('who follows which rules', () => {
	test('a person’s own, else the production’s, else those of its commission', () => {
		const followed = (own: Partial<typeof production>, person: string | null) =>
			rulesFor(source([], own), person === null ? null : { ...actor, ruleSet: person }, ON).id;
		expect(followed({ ruleSet: '', commission: 'overseas-vertical' }, null)).toBe('us-ca-crew');
		expect(followed({ ruleSet: 'uk-tv-drama' }, '')).toBe('uk-tv-drama');
		expect(followed({ ruleSet: 'uk-tv-drama' }, 'us-sag-performer')).toBe('us-sag-performer');
	});
	test('from a day on another set is followed, by one performer alone', () => {
		const of = source([change('set', 'us-sag-performer', { personId: actor.id, from: day('2026-11-12') })]);
		expect(rulesFor(of, actor, day('2026-11-11')).id).toBe('cn-standard');
		expect(rulesFor(of, actor, ON).id).toBe('us-sag-performer');
		expect(rulesFor(of, null, ON).id).toBe('cn-standard');
	});
	test('set back, a performer follows the production again', () => {
		const own = change('set', 'us-sag-performer', { personId: actor.id });
		const of = source([own, change('set', '', { personId: actor.id })]);
		expect(rulesFor(of, actor, ON).id).toBe('cn-standard');
	});
	test('a rule set nobody knows leaves the production’s, and is named', () => {
		const stranger = { ...actor, ruleSet: 'cn-2031' };
		expect(rulesFor(source([], { ruleSet: 'made-up', commission: 'own' }), stranger, ON).id).toBe(
			'cn-standard'
		);
		const troubles = troublesOf(source([change('set', 'nonsense')], { ruleSet: 'made-up' }), [stranger]);
		expect(troubles.map(({ what, why, person }) => [what, why, person?.id ?? null])).toEqual([
			['set', 'unknown-set', null],
			['set', 'unknown-set', actor.id],
			['set', 'unknown-set', null]
		]);
	});
});

describe('a production changes a number of its rules', () => {
	// Wrapped at 20:00, called at 05:30: 9 h 30 of rest.
	const nights = [
		{ id: 'a', date: '2026-11-09', start: '07:00', end: '20:00' },
		{ id: 'b', date: '2026-11-10', start: '05:30', end: '12:00' }
	];
	test('H21 rest of nine hours instead of ten no longer finds nine and a half short, and every other flag stays', () => {
		const others = (codes: string[]) => codes.filter((code) => !code.endsWith('REST_SHORT'));
		const [before, after] = [codesOf(source(), nights), codesOf(source([change(REST, 540)]), nights)];
		expect(before).toContain('2026-11-10 REST_SHORT');
		expect(after).not.toContain('2026-11-10 REST_SHORT');
		expect(others(after)).toEqual(others(before));
	});
	test('put away, or set back to the rule set’s own, the change holds no longer', () => {
		expect(numberOn(source([change(REST, 540), change(REST, null)]), REST)).toBe(600);
		expect(numberOn(source(), REST)).toBe(600);
	});
	test('two people who change two numbers both keep theirs; of one number the later change holds', () => {
		const of = source([change(REST, 540), change('tier.1.multiplier', 2), change(REST, 660)]);
		expect(numberOn(of, REST)).toBe(660);
		expect(numberOn(of, 'tier.1.multiplier')).toBe(2);
	});
	test('a number belongs to its rule set: another set is as it was', () => {
		const of = source([change(REST, 540)], { ruleSet: 'uk-tv-drama' });
		expect(numberOn(of, REST)).toBe(660);
	});
	test('the board holds a night against the longest of the production’s rest and the person’s rules', () => {
		const performer = { ...actor, ruleSet: 'us-sag-performer' };
		const rest = (changes: RuleChange[], restMinutes = 600) =>
			restAsked(
				{ production: { ...production, restMinutes }, ruleChanges: source(changes).ruleChanges },
				(id) => (id === 'zhou' ? performer : undefined)
			);
		expect(rest([])('zhou', ON)).toBe(720);
		expect(rest([])('wang', ON)).toBe(600);
		expect(rest([change(REST, 660, { from: ON })])('wang', ON)).toBe(660);
		expect(rest([change(REST, 660, { from: ON })])('wang', day('2026-11-11'))).toBe(600);
		expect(rest([], 780)('zhou', ON)).toBe(780);
	});
});

describe('what can’t hold is named, and the rule set’s own number stands', () => {
	test.each([
		['limit.NOBODY.minMin', 540, 'unknown-number'],
		[REST, 'ten', 'out-of-bounds'],
		[REST, -5, 'out-of-bounds'],
		[REST, 100_000, 'out-of-bounds'],
		['tier.1.multiplier', 0.5, 'out-of-bounds'],
		['day 2027-02-31', 'off', 'not-a-day'],
		['day 2027-02-05', 'party', 'unreadable'],
		['known-until', 'soon', 'not-a-day']
	])('%s = %s is %s', (what, value, why) => {
		const of = source([change(what, value)]);
		expect(troublesOf(of, []).map((one) => one.why)).toEqual([why]);
		expect(rulesFor(of, null, ON).rules).toEqual(rulesFor(source(), null, ON).rules);
	});

	test('overrides brought by a file: what fits holds, what is damaged doesn’t and is named by its path', () => {
		const overrides = {
			pay_rules: { weekly: { threshold_min: 'forty', multiplier: 2 } },
			limits: [
				{ code: 'REST_SHORT', kind: 'daily_rest', min_min: 'ten', severity: 'violation' },
				{ code: 'OT_MONTH_GT_36H', kind: 'monthly_premium', over_min: 1800, severity: 'violation' }
			],
			holiday_basis: 7
		};
		const of = source([], { ruleSetOverrides: overrides });
		expect(troublesOf(of, []).map(({ what, why }) => `${what} ${why}`)).toEqual([
			'payRules.weekly.thresholdMin unreadable',
			'limits.REST_SHORT.minMin unreadable',
			'holidayBasis unreadable'
		]);
		expect(numberOn(of, 'weekly.thresholdMin')).toBe(2400);
		expect(numberOn(of, 'weekly.multiplier')).toBe(2);
		expect(numberOn(of, REST)).toBe(600);
		expect(numberOn(of, 'limit.OT_MONTH_GT_36H.overMin')).toBe(1800);
	});
	test('limits of a kind nobody knows never keep hours from being judged', () => {
		const of = source([], { ruleSetOverrides: { limits: [{ code: 'X', kind: 'mood', over_min: 3 }] } });
		expect(numberOn(of, REST)).toBe(600);
		expect(troublesOf(of, []).map(({ what }) => what)).toEqual(['limits']);
	});
	test('whatever a document holds, there are rules to judge by', () => {
		fc.assert(
			fc.property(
				fc.array(
					fc.record({
						what: fc.oneof(
							fc.constantFrom('set', REST, 'known-until', 'rest-weekdays', 'day 2026-11-12'),
							fc.string()
						),
						value: fc.oneof(fc.string(), fc.double(), fc.constantFrom(null, 'off', 'SAT,SUN', 'eu-wtd')),
						ruleSet: fc.constantFrom('', 'cn-standard', '__proto__'),
						from: fc.constantFrom(null, day('2026-11-10'))
					}),
					{ maxLength: 6 }
				),
				fc.option(
					fc.object({ key: fc.constantFrom('limits', 'payRules', 'meal', 'calendar', 'x'), maxDepth: 4 })
				),
				(changes, overrides) => {
					const of = source(
						changes.map(({ what, value, ruleSet, from }) => change(what, value, { ruleSet, from })),
						{ ruleSetOverrides: overrides as Record<string, unknown> | null }
					);
					troublesOf(of, [actor]);
					expect(
						judge(of, [{ id: 'a', date: '2026-11-10', start: '07:00', end: '19:00' }]).workDays
					).toHaveLength(1);
				}
			),
			{ numRuns: 200 }
		);
	});
});

describe('H34: each day is judged by the rules of its day', () => {
	const days = ['2026-11-09', '2026-11-10', '2026-11-11', '2026-11-12'];
	const entries = days.map((date) => ({ id: date, date, start: '08:00', end: '20:30' }));
	const FROM = day('2026-11-11');

	test('a limit changed from Wednesday on leaves Monday’s and Tuesday’s flags as they were', () => {
		const of = source([change('limit.OT_DAY_GT_3H.overMin', 300, { from: FROM })]);
		const over = codesOf(of, entries).filter((code) => code.endsWith('OT_DAY_GT_3H'));
		expect(over).toEqual(['2026-11-09 OT_DAY_GT_3H', '2026-11-10 OT_DAY_GT_3H']);
	});
	test('minutes are paid by their own day, once each, and the month counts what each day came to', () => {
		const of = source([change('tier.1.multiplier', 2, { from: FROM })]);
		const { workDays, weeks, months } = judge(of, entries);
		expect(workDays.map(({ buckets }) => buckets)).toEqual([
			...[
				{ 1: 480, 1.5: 270 },
				{ 1: 480, 1.5: 270 }
			],
			...[
				{ 1: 480, 2: 270 },
				{ 1: 480, 2: 270 }
			]
		]);
		expect(months).toEqual([{ month: '2026-11', worked: 3000, premium: 1080 }]);
		expect(weeks.map(({ start, worked }) => [start, worked])).toEqual([['2026-11-09', 3000]]);
	});
	test('a month’s limit counts days before the change as those were rated', () => {
		// Overtime from the 10th hour on: 2 × 270 min before the change and 2 × 150 after it are 840.
		const turned = [
			change('tier.1.afterMin', 600, { from: FROM }),
			change('limit.OT_MONTH_GT_36H.overMin', 839, { from: FROM })
		];
		const flags = judge(source(turned), entries).flags.filter(({ code }) => code === 'OT_MONTH_GT_36H');
		expect(flags.map(({ date, figures }) => [date, figures.premium])).toEqual([['2026-11-12', 840]]);
	});
	test('the crew goes over to another rule set in the middle of a week', () => {
		const of = source([change('set', 'uk-tv-drama', { from: FROM })]);
		const { workDays, flags, ruleSetVersion } = judge(of, entries);
		expect(workDays.map(({ buckets }) => Object.keys(buckets).length)).toEqual([2, 2, 2, 2]);
		// Twelve and a half hours: by Chinese hours 4 h 30 above eight, by the British 2 h 30 above ten.
		expect(workDays.map(({ buckets }) => buckets['1.5'])).toEqual([270, 270, 150, 150]);
		expect(flags.filter(({ code }) => code === 'BREAK_MISSING').map(({ date }) => date)).toEqual(
			days.slice(2)
		);
		expect(ruleSetVersion).toBe('uk-tv-drama@2026-1');
	});
	test('a change that says what already holds makes no new version', () => {
		expect(datedRules(source([change(REST, null, { from: FROM })]), null)).toHaveLength(1);
	});
});

describe('the calendar of the production', () => {
	const dayOff = change('day 2026-11-12', 'off');
	test('H12 a day of rest it enters is paid as one, a make-up day as an ordinary one', () => {
		const entries = [{ id: 'a', date: '2026-11-12', start: '08:00', end: '12:00' }];
		expect(judge(source([dayOff]), entries).workDays[0]).toMatchObject({ type: 'rest', buckets: { 2: 240 } });
		const sunday = [{ id: 'a', date: '2026-11-15', start: '08:00', end: '12:00' }];
		expect(judge(source([change('day 2026-11-15', 'makeup')]), sunday).workDays[0]).toMatchObject({
			...{ type: 'makeup', buckets: { 1: 240 } }
		});
	});
	test('a holiday holds for a performer under other rules too', () => {
		const { set } = rulesFor(source([dayOff]), { ...actor, ruleSet: 'us-sag-performer' }, ON);
		expect(daysOf(set).map(({ date, kind }) => `${date} ${kind}`)).toContain('2026-11-12 off');
	});
	test('H33 once the arrangement of 2027 is entered nothing says it is missing, and what the law’s wording gave makes way', () => {
		const entries = [{ id: 'a', date: '2027-02-05', start: '08:00', end: '12:00' }];
		const entered = source([change('known-until', '2027-12-31'), change('day 2027-02-05', 'ordinary')]);
		expect(codesOf(source(), entries)).toContain('2027-02-05 CALENDAR_NOT_ENTERED');
		expect(codesOf(entered, entries)).toEqual([]);
		expect(judge(entered, entries).workDays[0]?.type).toBe('ordinary');
		expect(knownUntilOf(rulesFor(entered, null, ON).set)).toBe('2027-12-31');
	});
	test('rest weekdays are the production’s to arrange: with Wednesday and Thursday, Saturday is ordinary', () => {
		const of = source([change('rest-weekdays', 'WED,THU', { ruleSet: 'cn-standard' })]);
		const on = (date: string) =>
			judge(of, [{ id: 'a', date, start: '08:00', end: '12:00' }]).workDays[0]?.type;
		expect([on('2026-11-11'), on('2026-11-14')]).toEqual(['rest', 'ordinary']);
	});
});

test('every number of every rule set can be changed to what its bounds allow, and is found again', () => {
	for (const { id } of PRESET_LIST) {
		const numbers = numbersOf(baseOf(id));
		expect(new Set(numbers.map(({ name }) => name)).size).toBe(numbers.length);
		for (const number of numbers) {
			expect(isWithin(number, number.preset), `${id} ${number.name}`).toBe(true);
			const of = source([change(number.name, number.most, { ruleSet: id })], { ruleSet: id });
			expect(numberOn(of, number.name), `${id} ${number.name}`).toBe(number.most);
		}
	}
});

test('the effect of a change is counted before it is kept: flags that come and go, and minutes paid otherwise', () => {
	const entries = [
		{ id: 'a', date: '2026-11-09', start: '08:00', end: '20:00' },
		{ id: 'b', date: '2026-11-10', start: '08:00', end: '17:00' }
	];
	const before = judge(source(), entries);
	const same = effectOf([{ personId: 'wang', before, after: before }]);
	expect(same).toMatchObject({ judged: 1, people: [], days: 0, flags: [] });
	const after = judge(
		source([change('tier.1.multiplier', 2), change('limit.OT_DAY_GT_3H.overMin', 240)]),
		entries
	);
	expect(effectOf([{ personId: 'wang', before, after }])).toMatchObject({
		people: [{ personId: 'wang', days: ['2026-11-09', '2026-11-10'], more: 1, fewer: 1 }],
		days: 2,
		before: { overtime: 300, paid: 960 + 450 },
		after: { overtime: 300, paid: 960 + 600 }
	});
});
