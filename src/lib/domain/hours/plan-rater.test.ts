import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readDayNumber } from '../calendar/day-number.ts';
import { zoneClock } from '../calendar/zone-clock.ts';
import { deepMerge } from './json.ts';
import { planRater } from './plan-rater.ts';
import { PRESET_LIST, PRESETS } from './presets/index.ts';
import { ratePlanned, workedBefore } from './rate-planned.ts';
import { readRuleSet } from './rule-set.ts';
import type { Json } from './types.ts';

const SETS: readonly Json[] = [
	...PRESET_LIST,
	deepMerge(PRESETS['us-ca-crew'], { workday: { mode: 'fixed', start: '04:00' } }),
	deepMerge(PRESETS['cn-standard'], {
		pay_rules: { period: { unit: 'month', threshold_min: 3000, multiplier: 1.75 } }
	})
];
const STARTS = ['2026-09-27', '2026-10-20', '2026-03-05', '2026-11-23'];

it('H13–H16: a plan rated quickly comes to what the engine says, by every rule set', () => {
	fc.assert(
		fc.property(
			fc.constantFrom(...SETS),
			fc.constantFrom('Asia/Shanghai', 'America/Los_Angeles', 'Europe/London'),
			fc.constantFrom(...STARTS),
			fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 61, max: 840 })), { maxLength: 24 }),
			fc.integer({ min: 360, max: 1080 }),
			fc.constantFrom(0, 25, 45, 60, 75),
			fc.nat(6),
			(set, zone, start, days, callAt, meal, worked) => {
				const rules = readRuleSet(set);
				const clock = zoneClock(zone);
				const first = readDayNumber(start)!;
				const dates = days.map((_, i) => ({
					day: first + i,
					call: clock.instantOf((first + i) * 1440 + callAt).at
				}));
				const past = Array.from({ length: worked }, (_, i) => ({
					date: new Date((first - worked + i) * 86_400_000).toISOString().slice(0, 10),
					start: '06:00',
					end: '16:30'
				}));
				const before = workedBefore(past, rules, clock);
				const on = days.flatMap(([called], i) => (called ? [i] : []));
				const rater = planRater(dates, meal, rules, clock);
				const quick = rater.overtime(rater.soFar(before), on, (i) => days[i]![1]);
				const spans = on.map((i) => ({ ...dates[i]!, length: days[i]![1], meal }));
				const plan = ratePlanned(before, spans, rules, clock);
				const slow = new Map<number, number>();
				for (const { buckets } of plan.rated.slice(plan.before))
					for (const [key, minutes] of Object.entries(buckets))
						if (key !== '1') slow.set(Number(key), (slow.get(Number(key)) ?? 0) + minutes);
				expect(Object.fromEntries(quick)).toEqual(Object.fromEntries(slow));
			}
		),
		{ numRuns: 400 }
	);
});
