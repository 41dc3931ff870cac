import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../calendar/day-key.ts';
import { assessCompression } from '../assess-compression.ts';
import { besideFirst } from './second-unit.ts';
import type { CompressionInput, WorkScene } from './types.ts';

const scene = (id: string, minutes: number, castIds: string[], placeId: string): WorkScene => ({
	id,
	minutes,
	castIds,
	placeId
});
/** Two villas with casts of their own, an hour a scene. */
const TWO_PLACES = [
	...Array.from({ length: 20 }, (_, i) => scene(`a${i}`, 60, ['lead'], 'villa')),
	...Array.from({ length: 10 }, (_, i) => scene(`b${i}`, 60, ['uncle'], 'harbour'))
];
const TEN_HOURS = {
	id: 'ten-hours',
	pay_rules: {
		daily: { applies_to: ['ordinary'], tiers: [{ after_min: 600, basis: 'worked', multiplier: 1.5 }] }
	}
};
/** Thirty hours over two days, ten people: 15 h and 75 min a day. An agreed day holds 525 minutes of shooting. */
const INPUT: CompressionInput = {
	zone: 'Asia/Shanghai',
	ruleSet: TEN_HOURS,
	dates: Array.from({ length: 30 }, (_, i) => addDays(day('2026-11-23'), i)),
	scenes: TWO_PLACES,
	day: { callAt: 420, overheadMinutes: 75, mealMinutes: 0 },
	people: Array.from({ length: 10 }, (_, i) => ({
		id: `p${i}`,
		called: 1,
		ofDays: 1,
		deal: { dayCents: 60_000, contractedMinutes: 600, paysOvertime: true }
	})),
	window: [{ late: [], days: 3 }],
	budget: { leftCents: 1e9, dayCents: 100_000 }
};

describe('a second unit', () => {
	it('takes what shares no cast and no location with that day’s first unit, up to an agreed day', () => {
		// Day 1 of 3: the first unit shoots ten hours at the harbour; the second takes eight of the villa's scenes.
		const one = besideFirst(TWO_PLACES, 3, 1, 525);
		expect(one).toMatchObject({ minutes: 480, days: 1 });
		expect(one.sceneIds.every((id) => id.startsWith('a'))).toBe(true);
		// Then both are at the villa with the same lead: it finds nothing more.
		expect(besideFirst(TWO_PLACES, 3, 3, 525)).toEqual(one);
	});

	it('finds nothing where all scenes share the lead, one place, or nothing is known of them', () => {
		const lead = TWO_PLACES.map((one) => ({ ...one, castIds: ['lead'] }));
		const place = TWO_PLACES.map((one) => ({ ...one, placeId: 'villa' }));
		const unknown = TWO_PLACES.map(({ id, minutes }) => ({ id, minutes }));
		for (const scenes of [lead, place, unknown]) expect(besideFirst(scenes, 3, 3, 525).days).toBe(0);
		expect(besideFirst(TWO_PLACES, 0, 3, 525).days).toBe(0);
	});

	it('never takes a scene twice, nor one longer than its day, whatever the order of the scenes', () => {
		const any = fc.array(
			fc.record({ minutes: fc.integer({ min: 5, max: 700 }), who: fc.nat(4), where: fc.nat(4) }),
			{ maxLength: 40 }
		);
		fc.assert(
			fc.property(any, fc.nat(8), fc.nat(8), (all, days, unitDays) => {
				const scenes = all.map(({ minutes, who, where }, i) =>
					scene(`s${i}`, minutes, [`c${who}`], `p${where}`)
				);
				const taken = besideFirst(scenes, days, unitDays, 525);
				expect(new Set(taken.sceneIds).size).toBe(taken.sceneIds.length);
				expect(taken.days).toBeLessThanOrEqual(Math.min(days, unitDays));
				expect(taken.minutes).toBeLessThanOrEqual(525 * taken.days);
				expect(besideFirst(scenes.toReversed(), days, unitDays, 525)).toEqual(taken);
			})
		);
	});

	it('as a what-if leaves the first unit less work and its own cost is paid', () => {
		const now = assessCompression(INPUT);
		const then = assessCompression({ ...INPUT, secondUnit: { days: 1, dayCents: 400_000 } });
		expect(then.secondUnit).toMatchObject({ days: 1, minutes: 480 });
		expect(then.workLeft).toBe(now.workLeft - 480);
		// 30 h over three days are 75 min over ten hours a day, of ten people; 22 h aren't over at all.
		expect([now.overtime, then.overtime]).toEqual([3 * 75 * 10, 0]);
		expect(now.secondUnit).toBeNull();
	});

	it('a budget that can’t pay it has fewer days for the first unit', () => {
		// A day of the first unit is 700,000; three of them and nothing else.
		const tight = { ...INPUT, budget: { leftCents: 2_700_000, dayCents: 100_000 } };
		const then = assessCompression({ ...tight, secondUnit: { days: 1, dayCents: 700_000 } });
		expect(assessCompression(tight).daysAllowed).toBe(3);
		expect(then.daysAllowed).toBe(2);
	});

	it('is a way out with its days, its scenes and what it costs', () => {
		const way = assessCompression(INPUT).waysOut.find(({ lever }) => lever === 'secondUnit');
		// Its day costs what one of the first does, 700,000; three days of 75 min × 10 people × 1.5 are no longer paid.
		const spared = (3 * 75 * 10 * 60_000 * 1.5) / 600;
		expect(way).toMatchObject({ amount: 1, overtimeRemoved: 2250, cents: 700_000 - spared });
		expect(way?.sceneIds).toHaveLength(8);
	});
});
