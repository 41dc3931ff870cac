import { describe, expect, it } from 'vitest';
import { day } from '../../calendar/day-key.ts';
import { boardOf } from '../columns.ts';
import { conflicts } from '../conflicts.ts';
import { lookupsOf } from '../lookups.ts';
import { previewMove } from '../preview-move.ts';
import { rankDays } from '../rank-days.ts';
import { reachOf } from '../reach.ts';
import type { ShootDayId, StripId } from '../../ids.ts';
import { planOf, type PlanIn } from '../testing/plan-of.ts';

const D1 = day('2026-11-10');
const D2 = day('2026-11-11');
const of = (rule: string, given: PlanIn) =>
	conflicts(planOf(given)).filter((finding) => finding.rule === rule);

/** Lin (played by Ma) in a from 07:45 to 08:45; b without her to 09:45; c with her to 10:45. Calls 07:00, wrap 11:15 + meal. */
const withLin = (more: Partial<PlanIn>): PlanIn => ({
	crew: ['Wang'],
	cast: { Lin: 'Ma' },
	scenes: {
		a: { cast: ['Lin'], estimateMinutes: 60 },
		b: { estimateMinutes: 60 },
		c: { cast: ['Lin'], estimateMinutes: 60 }
	},
	days: { D: { date: D1, strips: [{ scene: 'a' }, { scene: 'b' }, { scene: 'c' }] } },
	...more
});

describe('S10: somebody isn’t available', () => {
	it('S10: away that day: every strip of hers, and no other', () => {
		const found = of('S10', withLin({ availability: [{ who: 'Ma', from: D1 }] }));
		expect(found).toEqual([
			{
				rule: 'S10',
				severity: 'bad',
				about: { dayId: 'D', who: 'Ma', reason: 'away' },
				figures: { strips: 2 },
				strips: ['a', 'c']
			}
		]);
	});

	it('S10: away from 10:00: only the strip at that time, with the hours', () => {
		const [found] = of('S10', withLin({ availability: [{ who: 'Ma', from: D1, fromAt: 600, toAt: 720 }] }));
		expect(found).toMatchObject({
			severity: 'bad',
			figures: { strips: 1, from: 600, to: 720 },
			strips: ['c']
		});
	});

	it('S10: away only while she waits is a warning and marks no strip', () => {
		const [found] = of('S10', withLin({ availability: [{ who: 'Ma', from: D1, fromAt: 530, toAt: 570 }] }));
		expect(found).toMatchObject({ severity: 'warn', strips: [] });
	});

	it('S10: a day outside the contract, a day that isn’t among the only ones, a fitting at that time', () => {
		expect(of('S10', withLin({ people: { Ma: { contractTo: day('2026-11-09') } } }))[0]?.about.reason).toBe(
			'contract'
		);
		expect(
			of('S10', withLin({ availability: [{ who: 'Ma', from: D2, kind: 'only' }] }))[0]?.about.reason
		).toBe('only');
		expect(
			of('S10', withLin({ availability: [{ who: 'Ma', from: D1, kind: 'fitting', fromAt: 470 }] }))[0]?.about
				.reason
		).toBe('fitting');
	});

	it('S10: one of the crew who is away is a warning on the day', () => {
		const found = of('S10', withLin({ availability: [{ who: 'Wang', from: D1 }] }));
		expect(found).toMatchObject([{ severity: 'warn', about: { who: 'Wang' }, strips: [] }]);
	});

	it('S10: what is shot, a day that is over and a day without a date are no conflict', () => {
		const availability = [{ who: 'Ma', from: D1 }];
		const lying = (values: object, strip: object = {}): PlanIn =>
			withLin({
				availability,
				days: { D: { date: D1, strips: [{ scene: 'a', ...strip }], ...values } }
			});
		expect(of('S10', lying({}))).toHaveLength(1);
		expect(of('S10', lying({}, { status: 'shot' }))).toEqual([]);
		expect(of('S10', lying({}, { status: 'dropped' }))).toEqual([]);
		expect(of('S10', lying({ wrappedAt: 1200 }))).toEqual([]);
		expect(of('S10', lying({ date: null }))).toEqual([]);
	});
});

describe('S11: a place can’t be had', () => {
	const at = (place: object, availability: PlanIn['availability'] = [], callAt = 420): PlanIn => ({
		sets: { salon: 'villa', quay: 'harbour' },
		places: { villa: place },
		scenes: { a: { set: 'salon', estimateMinutes: 60 }, b: { set: 'quay', estimateMinutes: 60 } },
		days: { D: { date: D1, callAt, strips: [{ scene: 'a' }, { scene: 'b' }] } },
		availability
	});

	it('S11: let to others that day', () => {
		expect(of('S11', at({}, [{ place: 'villa', from: D1 }]))).toMatchObject([
			{
				severity: 'bad',
				about: { dayId: 'D', locationId: 'villa', reason: 'away' },
				figures: { strips: 1 },
				strips: ['a']
			}
		]);
	});

	it('S11: opens at 08:00 and the strip begins at 07:45', () => {
		expect(of('S11', at({ opensAt: 480, closesAt: 1080 }))).toMatchObject([
			{ about: { reason: 'hours' }, figures: { from: 480, to: 1080 }, strips: ['a'] }
		]);
		expect(of('S11', at({ opensAt: 460, closesAt: 1080 }))).toEqual([]);
	});

	it('S11: a bar open from 18:00 to 02:00 is open at 25:00 and closed at 26:30', () => {
		const bar = { opensAt: 1080, closesAt: 120 };
		expect(of('S11', at(bar, [], 24 * 60))).toEqual([]);
		expect(of('S11', at(bar, [], 26 * 60))).toHaveLength(1);
	});
});

describe('S12: a minor works too late or too long', () => {
	const child = { minor: true, latestWrapAt: 600, onSetMinutes: 180 };

	it('S12: past the agreed wrap and longer on set than agreed, with the strips to move', () => {
		const found = of('S12', withLin({ people: { Ma: child } }));
		// On set 07:00–11:15, the meal comes after.
		expect(found).toMatchObject([
			{ about: { who: 'Ma', reason: 'late' }, figures: { latest: 600 }, strips: ['c'] },
			{ about: { who: 'Ma', reason: 'long' }, figures: { limit: 180 }, strips: ['c'] }
		]);
		expect(found.every(({ figures }) => (figures.over ?? 0) > 0)).toBe(true);
	});

	it('S12: within what was agreed, or grown up, or nothing agreed: nothing to say', () => {
		expect(
			of('S12', withLin({ people: { Ma: { ...child, latestWrapAt: 1200, onSetMinutes: 600 } } }))
		).toEqual([]);
		expect(of('S12', withLin({ people: { Ma: { ...child, minor: false } } }))).toEqual([]);
		expect(of('S12', withLin({ people: { Ma: { minor: true } } }))).toEqual([]);
	});
});

describe('S13: an exterior day scene without daylight', () => {
	/** Shanghai: the sun rises at 06:18 and sets at 16:58 on 12 November, about the same on the 10th. */
	const outside = (callAt: number, scene: object = {}, place: object = {}): PlanIn => ({
		sets: { quay: 'harbour' },
		places: { harbour: { latitude: 31.23, longitude: 121.47, ...place } },
		scenes: { a: { set: 'quay', estimateMinutes: 60, intExt: 'ext', time: 'day', ...scene } },
		days: { D: { date: D1, callAt, strips: [{ scene: 'a' }] } }
	});

	it('S13: after sunset, with the minutes in the dark', () => {
		const [found] = of('S13', outside(16 * 60));
		expect(found).toMatchObject({
			severity: 'warn',
			about: { dayId: 'D', locationId: 'harbour', reason: 'after' },
			strips: ['a']
		});
		// 16:45–17:45 with the sun gone at about 16:59.
		expect(found?.figures.dark).toBeGreaterThan(40);
		expect(found?.figures.dark).toBeLessThan(50);
	});

	it('S13: before sunrise, and in the night after midnight', () => {
		expect(of('S13', outside(4 * 60 + 60))[0]?.about.reason).toBe('before');
		expect(of('S13', outside(25 * 60))[0]?.figures.dark).toBe(60);
	});

	it('S13: daylight, an interior, a night scene or a place that isn’t on the map: nothing to say', () => {
		expect(of('S13', outside(9 * 60))).toEqual([]);
		expect(of('S13', outside(16 * 60, { intExt: 'int' }))).toEqual([]);
		expect(of('S13', outside(16 * 60, { time: 'night' }))).toEqual([]);
		expect(of('S13', outside(16 * 60, {}, { latitude: null }))).toEqual([]);
		expect(of('S13', outside(16 * 60, { intExt: 'int-ext' }))).toHaveLength(1);
	});
});

describe('before the drop', () => {
	const plan = planOf({
		cast: { Lin: 'Ma' },
		scenes: { a: { cast: ['Lin'], estimateMinutes: 60 }, b: { estimateMinutes: 60 } },
		days: { D: { date: D1, strips: [{ scene: 'a' }] }, E: { date: D2, strips: [{ scene: 'b' }] } },
		availability: [{ who: 'Ma', from: D2 }]
	});
	const input = { ...boardOf(plan), lookups: lookupsOf(plan), reach: reachOf(plan) };

	it('S10: dragging a strip over a day its cast is away says so, and only over that day', () => {
		const over = (dayId: string) =>
			previewMove({
				...input,
				moving: new Set(['a' as StripId]),
				to: { dayId: dayId as ShootDayId, index: 0 }
			}).newFindings;
		expect(over('E')).toMatchObject([{ rule: 'S10', about: { who: 'Ma' }, strips: ['a'] }]);
		expect(over('D')).toEqual([]);
	});

	it('S10: such a day is offered last', () => {
		const withThird = planOf({
			cast: { Lin: 'Ma' },
			scenes: { a: { cast: ['Lin'], estimateMinutes: 60 }, b: { estimateMinutes: 60 } },
			days: {
				E: { date: D2, strips: [{ scene: 'b' }] },
				F: { date: day('2026-11-12'), strips: [] }
			},
			boneyard: [{ scene: 'a' }],
			availability: [{ who: 'Ma', from: D2 }]
		});
		const ranked = rankDays({
			...boardOf(withThird),
			lookups: lookupsOf(withThird),
			reach: reachOf(withThird),
			moving: new Set(['a' as StripId])
		});
		expect(ranked.map(({ dayId }) => dayId)).toEqual(['F', 'E']);
		expect(ranked[1]?.newFindings).toHaveLength(1);
	});
});
