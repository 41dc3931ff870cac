import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../calendar/day-key.ts';
import { fraction, plus, ZERO } from '../hours/exact.ts';
import { PRESET_LIST } from '../hours/presets/index.ts';
import { readRuleSet } from '../hours/rule-set.ts';
import { assessCompression } from './assess-compression.ts';
import { largestRemainder, shapley } from './compression/shapley.ts';
import { bit, outcome } from './compression/causes.ts';
import { leveller } from './compression/levelled.ts';
import type { CalledPerson, Cause, CompressionInput, WorkScene } from './compression/types.ts';

const TEN_HOURS = {
	id: 'ten-hours',
	pay_rules: {
		daily: { applies_to: ['ordinary'], tiers: [{ after_min: 600, basis: 'worked', multiplier: 1.5 }] }
	}
};
const dates = Array.from({ length: 60 }, (_, i) => addDays(day('2026-11-23'), i));
const crew = (count: number, more: Partial<CalledPerson> = {}): CalledPerson[] =>
	Array.from({ length: count }, (_, i) => ({ id: `p${i}`, called: 1, ofDays: 1, ...more }));
const scenes = (count: number, minutes: number, more: Partial<WorkScene> = {}): WorkScene[] =>
	Array.from({ length: count }, (_, i) => ({ id: `${more.from ?? 'own'}-${i}`, minutes, ...more }));

/** The worked example of compression.md 5: 70 h of work, the platform adds 8 h, 30 people, 1.25 h of overhead. */
const EXAMPLE: CompressionInput = {
	zone: 'Asia/Shanghai',
	ruleSet: TEN_HOURS,
	dates,
	scenes: [...scenes(70, 60), ...scenes(8, 60, { from: 'platform' })],
	day: { callAt: 420, overheadMinutes: 75, mealMinutes: 0 },
	people: crew(30),
	window: [
		{ late: [], days: 8 },
		{ late: ['regulator'], days: 6 }
	],
	budget: { paidDays: 7 }
};

describe('the worked example', () => {
	const LETTERS: Readonly<Record<string, Cause>> = {
		B: 'budget',
		P: 'platform',
		R: 'regulator',
		L: 'launch'
	};
	it.each([
		['', 0],
		['B', 262.5],
		['P', 0],
		['R', 0],
		['L', 0],
		['BP', 502.5],
		['BL', 262.5],
		['BR', 262.5],
		['PL', 240],
		['RL', 525],
		['PR', 0],
		['BPR', 502.5],
		['BPL', 502.5],
		['BRL', 525],
		['PRL', 765],
		['BPRL', 765]
	])('with the causes "%s" the least overtime is %d hours', (causes, hours) => {
		const set = [...causes].reduce((all, letter) => all | bit(LETTERS[letter]!), 0);
		expect(outcome(EXAMPLE, leveller(EXAMPLE), set).best.overtime).toBe(hours * 60);
	});

	const result = assessCompression(EXAMPLE);
	it('shares 765 hours: budget 215, launch 215, platform 160, regulator 175, the idle ones nothing', () => {
		expect(result.overtime).toBe(765 * 60);
		expect(Object.fromEntries(result.shares.map(({ cause, minutes }) => [cause, minutes / 60]))).toEqual({
			budget: 215,
			launch: 215,
			platform: 160,
			regulator: 175,
			events: 0,
			slower: 0
		});
	});

	it('says the plain difference beside each: zero for the budget, which the others hide', () => {
		expect(
			Object.fromEntries(result.shares.map(({ cause, without }) => [cause, without / 60]))
		).toMatchObject({
			budget: 0,
			platform: 240,
			regulator: 262.5,
			launch: 262.5
		});
	});

	it('needs nine days and is allowed six: compression 9/6, three days short, and they are shared too', () => {
		// 78 h ÷ 8.75 h = 8.91, so 9 days; the launch with the regulator's delay allows 6.
		expect(result).toMatchObject({
			daysNeeded: 9,
			daysAllowed: 6,
			daysShort: 3,
			ratio: fraction(3n, 2n),
			paidDays: 7
		});
		expect(result.shares.map(({ daysShort }) => daysShort).reduce(plus, ZERO)).toEqual(fraction(3n, 1n));
	});
});

describe('the price of a day', () => {
	/** 30 people, 24,500 a shoot day in all, 60 an hour, 71 h 40 min of work. */
	const priced = (days: number, paysOvertime = false): CompressionInput => ({
		...EXAMPLE,
		scenes: [{ id: 's', minutes: 4300 }],
		people: crew(30, { deal: { dayCents: 60_000, contractedMinutes: 600, paysOvertime } }),
		window: [{ late: [], days }],
		// 24,500 a day = 30 × 600 for the crew and 6,500 beside them.
		budget: { leftCents: 1e9, dayCents: 650_000 }
	});

	it.each([
		[8, 50],
		[7, 312.5],
		[6, 575],
		[5, 837.5]
	])('%d days give %d overtime hours', (days, hours) => {
		const plan = leveller(priced(days));
		expect(plan.level(4300, days).overtime).toBe(hours * 60);
	});

	it('from 8 days to 5 saves 73,500 and makes people work 70,875 more, unpaid', () => {
		const [eight, five] = [assessCompression(priced(8)), assessCompression(priced(5))];
		const cents = (of: typeof eight, days: number) => of.byDays.find((one) => one.days === days)?.cents ?? 0;
		expect(cents(eight, 8) - cents(eight, 5)).toBe(7_350_000);
		expect((five.price?.unpaidCents ?? 0) - (eight.price?.unpaidCents ?? 0)).toBe(7_087_500);
		expect(five.price?.paidCents).toBe(0);
	});

	it('where the deal pays overtime, the cost of each day count stands beside its hours', () => {
		// 5 days: 122,500 + 837.5 h × 90 = 197,875; 6: 147,000 + 51,750; 7: 171,500 + 28,125; 8: 196,000 + 4,500.
		const { byDays, cheapestDays } = assessCompression(priced(9, true));
		expect(byDays.slice(4, 8).map(({ cents }) => cents)).toEqual([
			19_787_500, 19_875_000, 19_962_500, 20_050_000
		]);
		// Five days don't hold the work (765 min a day do), so six is the least that can be done.
		expect(cheapestDays).toBe(6);
	});

	it('a day more can cost less than the overtime it saves', () => {
		// Without equipment a day is 18,000; from 7 to 8 days it saves 262.5 h × 90 = 23,625, from 8 to 9 only 4,500.
		expect(
			assessCompression({ ...priced(9, true), budget: { leftCents: 1e9, dayCents: 0 } }).cheapestDays
		).toBe(8);
	});

	it('what the marketing line takes is the days it would pay for', () => {
		// Six days cost 147,000; 49,000 of marketing pay for two more: 8 days instead of 6, 575 − 50 hours.
		const input = priced(9);
		const result = assessCompression({
			...input,
			budget: { leftCents: 14_700_000, dayCents: 650_000, marketingCents: 4_900_000 }
		});
		expect(result).toMatchObject({
			daysAllowed: 6,
			marketing: { days: 8, overtime: 50 * 60, removed: 525 * 60 }
		});
	});
});

describe('at the edges', () => {
	it('no work is no compression', () => {
		expect(assessCompression({ ...EXAMPLE, scenes: [] })).toMatchObject({
			overtime: 0,
			daysNeeded: 0,
			impossible: null,
			waysOut: []
		});
	});

	it('no day paid for is said, with every scene', () => {
		const { impossible, ratio } = assessCompression({ ...EXAMPLE, budget: { paidDays: 0 } });
		expect(ratio).toBeNull();
		expect(impossible).toMatchObject({ noDayAllowed: true, minutes: 78 * 60 });
		expect(impossible?.sceneIds).toHaveLength(78);
	});

	it('minutes that no day holds name their scenes', () => {
		// One day: 24 h − 10 h of rest − 75 min = 765 min hold; 4,680 − 765 = 3,915 min don't: 66 scenes of an hour.
		const { impossible } = assessCompression({ ...EXAMPLE, window: [{ late: [], days: 1 }] });
		expect(impossible).toMatchObject({ noDayAllowed: false, minutes: 3915 });
		expect(impossible?.sceneIds).toHaveLength(66);
	});

	it('no budget yet: every day counts as paid for', () => {
		expect(assessCompression({ ...EXAMPLE, budget: null })).toMatchObject({
			paidDays: null,
			shares: [{ cause: 'budget', minutes: 0 }, {}, {}, {}, {}, {}]
		});
	});

	it('pace counts from three strips on, and its minutes are its own', () => {
		const at = (strips: number) =>
			assessCompression({ ...EXAMPLE, pace: { strips, actual: 110, estimated: 100 } });
		expect(at(2).workLeft).toBe(4680);
		expect(at(3).workLeft).toBe(5148);
		expect(at(3).shares.find(({ cause }) => cause === 'slower')?.minutes).toBeGreaterThan(0);
	});

	it('minutes a delay took belong to events', () => {
		const rain = assessCompression({ ...EXAMPLE, lostMinutes: 300 });
		expect(rain.shares.find(({ cause }) => cause === 'events')?.minutes).toBeGreaterThan(0);
		expect(rain.overtime).toBe(765 * 60);
	});

	it('how the days are packed is what the board has above the levelled plan', () => {
		expect(assessCompression({ ...EXAMPLE, boardOvertime: 800 * 60 }).packing).toBe(35 * 60);
	});

	it('ways out: each brings compression to one, or says what a refused request removes', () => {
		const withRequest = {
			...EXAMPLE,
			budget: null,
			scenes: EXAMPLE.scenes.map((scene) => (scene.from ? { ...scene, requestId: 'r1' } : scene))
		};
		const { waysOut } = assessCompression(withRequest);
		// Nine days are needed and six allowed: three days later. 6 × 525 = 3,150 min hold without overtime: 26 scenes of an hour fewer.
		expect(waysOut.find(({ lever }) => lever === 'launch')).toMatchObject({
			amount: 3,
			overtimeRemoved: 765 * 60
		});
		expect(waysOut.find(({ lever }) => lever === 'scenes')).toMatchObject({
			amount: 26,
			overtimeRemoved: 765 * 60
		});
		expect(waysOut.find(({ lever }) => lever === 'request')).toMatchObject({
			requestId: 'r1',
			amount: 8,
			overtimeRemoved: 240 * 60
		});
	});

	it('shares of three players by hand, and figures that add up', () => {
		// v({0}) = 6, v({1}) = 3, together 12, the third adds nothing: 7.5 and 4.5.
		const shares = shapley(3, (set) => [0, 6, 3, 12][set & 3]!);
		expect(shares).toEqual([fraction(15n, 2n), fraction(9n, 2n), ZERO]);
		expect(largestRemainder(shares)).toEqual([8, 4, 0]);
		expect(largestRemainder([fraction(-1n, 2n), fraction(1n, 2n), fraction(1n, 1n)])).toEqual([0, 0, 1]);
	});
});

const anyInput = fc
	.record({
		preset: fc.constantFrom(...PRESET_LIST.map(({ id }) => id)),
		minutes: fc.array(
			fc.record({
				minutes: fc.integer({ min: 5, max: 400 }),
				from: fc.constantFrom(null, null, null, 'platform' as const, 'regulator' as const)
			}),
			{ maxLength: 20 }
		),
		actual: fc.integer({ min: 80, max: 140 }),
		lost: fc.nat(300),
		called: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 3 }),
		paysOvertime: fc.boolean(),
		days: fc.nat(10),
		late: fc.nat(3),
		leftDays: fc.nat(10)
	})
	.map((one): CompressionInput => ({
		zone: 'Asia/Shanghai',
		ruleSet: one.preset,
		dates: dates.slice(0, 14),
		scenes: one.minutes.map(({ minutes, from }, i) => ({ id: `s${i}`, minutes, from })),
		pace: { strips: 5, actual: one.actual, estimated: 100 },
		lostMinutes: one.lost,
		day: { callAt: 420, overheadMinutes: 75, mealMinutes: 60 },
		people: one.called.map((called, i) => ({
			id: `p${i}`,
			called,
			ofDays: 5,
			deal: { dayCents: 60_000 + i, contractedMinutes: 600, paysOvertime: one.paysOvertime }
		})),
		window: [
			{ late: [], days: one.days },
			{ late: ['platform'], days: one.days - one.late }
		],
		budget: { leftCents: one.leftDays * 250_000, dayCents: 65_003 }
	}));
const runs = { numRuns: 40 };

describe('what holds for every plan, by every rule set', () => {
	it('shares add up to O(all) − O(none), exactly and as shown', () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const { shares, overtime, inTheWork } = assessCompression(input);
				expect(shares.map(({ exact }) => exact).reduce(plus, ZERO)).toEqual(
					fraction(BigInt(overtime - inTheWork), 1n)
				);
				expect(shares.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(overtime - inTheWork);
			}),
			runs
		);
	}, 60_000);

	it('more budget never adds overtime, nor does a later launch', () => {
		fc.assert(
			fc.property(anyInput, fc.nat(500_000), fc.nat(4), (input, moreCents, later) => {
				const { overtime } = assessCompression(input);
				const budget = input.budget as { leftCents: number; dayCents: number };
				const richer = assessCompression({
					...input,
					budget: { ...budget, leftCents: budget.leftCents + moreCents }
				});
				const window = input.window.map((row) => ({ ...row, days: row.days + later }));
				expect(richer.overtime).toBeLessThanOrEqual(overtime);
				expect(assessCompression({ ...input, window }).overtime).toBeLessThanOrEqual(overtime);
			}),
			runs
		);
	}, 60_000);

	it('removing an unshot scene never adds overtime', () => {
		fc.assert(
			fc.property(anyInput, fc.nat(19), (input, n) => {
				const fewer = { ...input, scenes: input.scenes.filter((_, i) => i !== n) };
				expect(assessCompression(fewer).overtime).toBeLessThanOrEqual(assessCompression(input).overtime);
			}),
			runs
		);
	}, 60_000);

	it('doubling every rate, the day’s sum and the budget changes no day and no minute', () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const budget = input.budget as { leftCents: number; dayCents: number };
				const people = input.people.map((one) => ({
					...one,
					deal: { ...one.deal!, dayCents: one.deal!.dayCents * 2 }
				}));
				const doubled = assessCompression({
					...input,
					people,
					budget: { leftCents: budget.leftCents * 2, dayCents: budget.dayCents * 2 }
				});
				const { overtime, days, daysAllowed, shares } = assessCompression(input);
				expect(doubled).toMatchObject({ overtime, days, daysAllowed, shares });
			}),
			runs
		);
	}, 60_000);

	it('the order of scenes, people and rows changes nothing', () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const turned = {
					...input,
					scenes: input.scenes.toReversed(),
					people: input.people.toReversed(),
					window: input.window.toReversed()
				};
				expect(assessCompression(turned)).toEqual(assessCompression(input));
			}),
			runs
		);
	}, 60_000);

	it('all minutes of work are in some day, or their scenes are named as not fitting', () => {
		const met = { fits: 0, unfit: 0, noDay: 0 };
		fc.assert(
			fc.property(anyInput, fc.integer({ min: 1, max: 4 }), (input, times) => {
				// Few days and much work, so that both sides are met.
				const scenes = input.scenes.map((one) => ({ ...one, minutes: one.minutes * times }));
				const { impossible, workLeft, days } = assessCompression({ ...input, scenes });
				const rest = Math.max(
					0,
					...readRuleSet(input.ruleSet as string)
						.limits.filter(({ kind }) => kind === 'daily_rest')
						.map(({ is }) => Number(is.minMin ?? 0))
				);
				const aDay = 1440 - (rest || 600) - 75 - 60;
				const unfit = impossible?.minutes ?? 0;
				const inDays = workLeft - unfit;
				expect(inDays).toBeGreaterThanOrEqual(0);
				expect(inDays).toBeLessThanOrEqual(days * aDay);
				const named = new Set(impossible?.sceneIds);
				const minutesOf = (ids: typeof scenes): number => ids.reduce((sum, { minutes }) => sum + minutes, 0);
				const perMinute = workLeft / Math.max(1, minutesOf(scenes));
				if (unfit > 0)
					expect(minutesOf(scenes.filter(({ id }) => named.has(id))) * perMinute).toBeGreaterThanOrEqual(
						unfit - 1e-6
					);
				else expect(named.size).toBe(0);
				met[impossible?.noDayAllowed ? 'noDay' : unfit > 0 ? 'unfit' : 'fits']++;
			}),
			{ numRuns: 120 }
		);
		expect(Math.min(...Object.values(met))).toBeGreaterThan(3);
	}, 60_000);

	it('a board with less overtime than the levelled plan saves by its packing, and shares stay as they are', () => {
		let saves = 0;
		fc.assert(
			fc.property(anyInput, fc.nat(4000), (input, boardOvertime) => {
				const { shares, overtime, packing } = assessCompression({ ...input, boardOvertime });
				expect(packing).toBe(boardOvertime - overtime);
				expect(shares).toEqual(assessCompression(input).shares);
				if (packing! < 0) saves++;
			}),
			runs
		);
		expect(saves).toBeGreaterThan(3);
	}, 60_000);

	it('a currency without decimals counts in itself: the same days and minutes, sums in whole yen', () => {
		fc.assert(
			fc.property(anyInput, (input) => {
				const budget = input.budget as { leftCents: number; dayCents: number };
				const hundredfold = (yen: number): number => yen * 100;
				const fen = assessCompression({
					...input,
					budget: { leftCents: hundredfold(budget.leftCents), dayCents: hundredfold(budget.dayCents) },
					people: input.people.map((one) => ({
						...one,
						deal: { ...one.deal!, dayCents: hundredfold(one.deal!.dayCents) }
					}))
				});
				const yen = assessCompression(input);
				expect(yen).toMatchObject({
					overtime: fen.overtime,
					daysAllowed: fen.daysAllowed,
					shares: fen.shares,
					paidDays: fen.paidDays
				});
				for (const key of ['paidCents', 'unpaidCents'] as const) {
					expect(Number.isInteger(yen.price![key])).toBe(true);
					expect(Math.abs(yen.price![key] - fen.price![key] / 100)).toBeLessThanOrEqual(0.5);
				}
			}),
			runs
		);
	}, 60_000);

	it('the plans tried have overtime, causes that save and limits that break, so that nothing above is empty', () => {
		const seen = { overtime: 0, none: 0, broken: 0, short: 0 };
		fc.assert(
			fc.property(anyInput, (input) => {
				const { overtime, impossible, daysShort } = assessCompression(input);
				seen[overtime > 0 ? 'overtime' : 'none']++;
				if (impossible) seen.broken++;
				if (daysShort > 0) seen.short++;
			}),
			{ numRuns: 150 }
		);
		expect(Math.min(...Object.values(seen))).toBeGreaterThan(5);
	}, 60_000);
});
