import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../calendar/day-key.ts';
import { formatClock } from '../calendar/clock.ts';
import { assessHours } from './assess-hours.ts';
import { deepMerge } from './json.ts';
import { PRESET_LIST, PRESETS } from './presets/index.ts';
import { oracle } from './testing/oracle.ts';
import type { HoursEntry, Json, Result } from './types.ts';

/** First days near which the clock is put back or forward, a statutory holiday begins, or nothing happens. */
const PLACES = [
	{ zone: 'Asia/Shanghai', from: ['2026-09-24', '2026-02-10', '2026-11-25'] },
	{ zone: 'America/Los_Angeles', from: ['2026-03-04', '2026-10-28'] },
	{ zone: 'Europe/London', from: ['2026-03-25', '2026-10-21', '2026-12-22'] }
];
const clockTime = fc
	.oneof(
		fc.integer({ min: 0, max: 1439 }),
		fc.constantFrom(0, 60, 90, 120, 150, 180, 360, 480, 1200, 1380),
		fc.nat(47).map((n) => n * 30)
	)
	.map(formatClock);
const pause = fc.record({
	start: clockTime,
	end: clockTime,
	paid: fc.boolean(),
	kind: fc.constantFrom('meal', 'ndb', 'rest')
});
const meal = fc.record({ at: fc.nat(500), length: fc.constantFrom(10, 15, 20, 29, 30, 45, 60, 90) });
const shaped = fc.record({
	dayOffset: fc.nat(9),
	start: fc.oneof(fc.integer({ min: 300, max: 720 }), fc.integer({ min: 900, max: 1439 })),
	length: fc.oneof(fc.integer({ min: 1, max: 1440 }), fc.constantFrom(480, 540, 600, 660, 720, 780)),
	meals: fc.array(meal, { maxLength: 2 }),
	pauses: fc.array(pause, { maxLength: 1 }),
	odd: fc.constantFrom('', '', '', '', '', '', 'open', 'zero', 'wild'),
	end: clockTime,
	fold: fc.constantFrom(null, null, 0, 1),
	planned: fc.boolean(),
	type: fc.constantFrom('work', 'work', 'work', 'travel', 'commute'),
	corrects: fc.option(fc.nat(11), { freq: 6 })
});
type Shaped = typeof shaped extends fc.Arbitrary<infer T> ? T : never;

function entryOf(one: Shaped, i: number, first: string): HoursEntry {
	const end = one.start + one.length;
	return {
		id: `e${String(i).padStart(2, '0')}`,
		type: one.type,
		status: one.planned ? 'planned' : 'actual',
		date: addDays(day(first), one.dayOffset),
		start: formatClock(one.start),
		end:
			one.odd === 'open'
				? null
				: one.odd === 'zero'
					? formatClock(one.start)
					: one.odd === 'wild'
						? one.end
						: formatClock(end),
		startFold: one.fold as 0 | 1 | null,
		endFold: one.fold as 0 | 1 | null,
		breaks: [
			...one.meals.map(({ at, length }) => ({
				start: formatClock((one.start + at) % 1440),
				end: formatClock((one.start + at + length) % 1440),
				kind: 'meal'
			})),
			...one.pauses
		],
		...(one.corrects !== null && one.corrects < i
			? { supersedes: `e${String(one.corrects).padStart(2, '0')}` }
			: {})
	};
}

const EXTRA: Json[] = [
	deepMerge(PRESETS['us-ca-crew'], { id: 'fixed', workday: { mode: 'fixed', start: '04:00' } }),
	deepMerge(PRESETS['us-ca-crew'], {
		id: 'punch',
		rounding: { scope: 'punch', unit_min: 15, mode: 'nearest' }
	}),
	deepMerge(PRESETS['cn-comprehensive-month'], {
		id: 'small-period',
		calendar: PRESETS['cn-standard'].calendar as Json,
		pay_rules: { period: { unit: 'month', threshold_min: 1500, multiplier: 1.5 } }
	})
];
const RULE_SETS: readonly Json[] = [
	...PRESET_LIST.map((one): Json =>
		one.id === 'cn-comprehensive-month' ? { ...one, calendar: PRESETS['cn-standard'].calendar } : one
	),
	...EXTRA
];

const history = fc
	.tuple(fc.constantFrom(...PLACES), fc.nat(9), fc.array(shaped, { maxLength: 12 }))
	.map(([{ zone, from }, pick, all]) => ({
		zone,
		entries: all.map((one, i) => entryOf(one, i, from[pick % from.length]!))
	}));
const anyRules = fc.constantFrom(...RULE_SETS);

const said = (result: Result) =>
	result.flags
		.filter(({ code }) => !['CORRECTION_CONFLICT', 'CALENDAR_NOT_ENTERED'].includes(code))
		.map(({ code, date, minutes }) => ({ code, date: date as string, minutes }))
		.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
const sum = (buckets: Readonly<Record<string, number>>): number =>
	Object.values(buckets).reduce((all, minutes) => all + minutes, 0);

describe('what holds for all hours, by every rule set and in three zones', () => {
	for (const ruleSet of RULE_SETS)
		it(`H1–H26: ${ruleSet.id} reckoned in stretches is the same as minute by minute`, () => {
			fc.assert(
				fc.property(history, ({ zone, entries }) => {
					const result = assessHours({ entries, ruleSet, zone });
					const slow = oracle(entries, ruleSet, zone);
					expect(
						result.workDays
							.filter(({ worked }) => worked > 0)
							.map(({ date, worked, buckets }) => ({ date, worked, buckets }))
					).toEqual(slow.days.filter(({ worked }) => worked > 0));
					const unique = slow.said.filter(
						(one, i) => JSON.stringify(one) !== JSON.stringify(slow.said[i - 1])
					);
					const engine = said(result);
					expect(engine.filter((one, i) => JSON.stringify(one) !== JSON.stringify(engine[i - 1]))).toEqual(
						unique
					);
				}),
				{ numRuns: 100 }
			);
		}, 60_000);

	it('the order of entries changes nothing', () => {
		fc.assert(
			fc.property(history, anyRules, fc.infiniteStream(fc.nat()), ({ zone, entries }, ruleSet, chance) => {
				const shuffled = entries
					.map((entry) => ({ entry, at: chance.next().value as number }))
					.sort((a, b) => a.at - b.at)
					.map(({ entry }) => entry);
				expect(assessHours({ entries: shuffled, ruleSet, zone })).toEqual(
					assessHours({ entries, ruleSet, zone })
				);
			})
		);
	});

	it('H13: every worked minute is in exactly one bucket', () => {
		fc.assert(
			fc.property(history, anyRules, ({ zone, entries }, ruleSet) => {
				for (const { worked, buckets } of assessHours({ entries, ruleSet, zone }).workDays)
					expect(sum(buckets)).toBe(worked);
			})
		);
	});

	it('H9: a copy of every entry adds no minute', () => {
		fc.assert(
			fc.property(history, anyRules, ({ zone, entries }, ruleSet) => {
				const copies = entries.map((entry) => ({ ...entry, id: `${entry.id}-copy` }));
				const strip = ({ workDays }: Result) =>
					workDays.map(({ date, worked, buckets }) => ({ date, worked, buckets }));
				const plain = entries.map((entry) => ({ ...entry, supersedes: null }));
				const doubled = [...plain, ...copies.map((entry) => ({ ...entry, supersedes: null }))];
				expect(strip(assessHours({ entries: doubled, ruleSet, zone }))).toEqual(
					strip(assessHours({ entries: plain, ruleSet, zone }))
				);
			})
		);
	});

	it('H9: two devices together never count more than both apart, nor less than either', () => {
		fc.assert(
			fc.property(history, fc.nat(12), ({ zone, entries }, cut) => {
				// Without breaks: one device may have logged a break that the other worked through.
				const plain = entries.map((entry): HoursEntry => ({
					...entry,
					breaks: [],
					supersedes: null,
					status: 'actual'
				}));
				const total = (of: readonly HoursEntry[]) =>
					assessHours({ entries: of, ruleSet: 'eu-wtd', zone }).workDays.reduce(
						(all, { worked }) => all + worked,
						0
					);
				const [a, b] = [plain.slice(0, cut), plain.slice(cut)];
				expect(total(plain)).toBeLessThanOrEqual(total(a) + total(b));
				expect(total(plain)).toBeGreaterThanOrEqual(Math.max(total(a), total(b)));
			})
		);
	});

	it('H21: asking for more rest never finds fewer short rests', () => {
		fc.assert(
			fc.property(
				history,
				fc.integer({ min: 0, max: 700 }),
				fc.nat(200),
				({ zone, entries }, least, more) => {
					const short = (minMin: number) =>
						assessHours({
							entries,
							ruleSet: {
								limits: [{ code: 'REST_SHORT', kind: 'daily_rest', min_min: minMin, severity: 'warn' }]
							},
							zone
						}).flags.filter(({ code }) => code === 'REST_SHORT').length;
					expect(short(least + more)).toBeGreaterThanOrEqual(short(least));
				}
			)
		);
	});

	/** A limit by rule, with numbers of which the second is never kinder than the first. */
	const LIMITS: readonly (readonly [string, (n: number) => Json])[] = [
		['H18', (n) => ({ kind: 'daily_extension', beyond_min: 480, over_min: 600 - n })],
		['H19', (n) => ({ kind: 'monthly_premium', over_min: 3000 - 4 * n })],
		['H20', (n) => ({ kind: 'consecutive', max_days: 7 - Math.floor(n / 100), basis: 'rolling' })],
		['H22', (n) => ({ kind: 'weekly_rest', min_min: 1000 + 4 * n })],
		['H23', (n) => ({ kind: 'break_required', over_worked_min: 700 - n, min_break_min: 20 })],
		['H24', (n) => ({ kind: 'avg_week', limit_min: 3600 - 5 * n, weeks: 17 })],
		['H25', (n) => ({ kind: 'night', from: '23:00', to: '06:00', night_min: 120, over_min: 700 - n })]
	];
	for (const [rule, limit] of LIMITS)
		it(`${rule}: a stricter number never finds fewer days over it`, () => {
			fc.assert(
				fc.property(history, fc.nat(500), fc.nat(100), ({ zone, entries }, first, more) => {
					const found = (n: number): number =>
						assessHours({
							entries,
							ruleSet: {
								pay_rules: {
									daily: {
										applies_to: ['ordinary'],
										tiers: [{ after_min: 480, basis: 'worked', multiplier: 1.5 }]
									}
								},
								limits: [{ code: 'OVER', severity: 'warn', ...limit(n) }]
							},
							zone
						}).flags.filter(({ code }) => code === 'OVER').length;
					expect(found(first + more)).toBeGreaterThanOrEqual(found(first));
				})
			);
		});

	it('H15: a lower threshold of the week never leaves fewer minutes above straight time', () => {
		fc.assert(
			fc.property(history, fc.nat(3000), fc.nat(600), ({ zone, entries }, threshold, less) => {
				const premium = (thresholdMin: number): number =>
					assessHours({
						entries,
						ruleSet: { pay_rules: { weekly: { threshold_min: thresholdMin, multiplier: 1.5 } } },
						zone
					}).weeks.reduce((all, week) => all + week.premium, 0);
				expect(premium(threshold)).toBeGreaterThanOrEqual(premium(threshold + less));
			})
		);
	});

	it('H1: away from clock changes the same wall times give the same hours in all three zones', () => {
		fc.assert(
			fc.property(fc.array(shaped, { maxLength: 12 }), anyRules, (all, ruleSet) => {
				const entries = all.map((one, i) => ({
					...entryOf(one, i, '2026-07-06'),
					startFold: null,
					endFold: null
				}));
				const [shanghai, ...others] = PLACES.map(({ zone }) => {
					const { workDays, flags } = assessHours({ entries, ruleSet, zone });
					return { workDays, flags };
				});
				for (const other of others) expect(other).toEqual(shanghai);
			})
		);
	});

	it('H17: rounding of overtime never takes a minute away, and leaves straight time alone', () => {
		fc.assert(
			fc.property(history, anyRules, ({ zone, entries }, ruleSet) => {
				for (const { buckets, payBuckets } of assessHours({ entries, ruleSet, zone }).workDays)
					for (const [multiplier, minutes] of Object.entries(buckets))
						if (multiplier === '1') expect(payBuckets[multiplier]).toBe(minutes);
						else expect(payBuckets[multiplier]).toBeGreaterThanOrEqual(minutes);
			})
		);
	});
});
