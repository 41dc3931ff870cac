import { describe, expect, it } from 'vitest';
import { day } from '../calendar/day-key.ts';
import type { ShootDayId, StripId } from '../ids.ts';
import { boardOf, dayNumbers } from './columns.ts';
import { lookupsOf } from './lookups.ts';
import { previewMove } from './preview-move.ts';
import { rankDays } from './rank-days.ts';
import { planOf } from './testing/plan-of.ts';

const plan = planOf({
	crew: ['Wang'],
	sets: { salon: 'villa', quay: 'harbour' },
	scenes: {
		a: { set: 'salon', estimateMinutes: 400, cast: ['Lin'] },
		b: { set: 'salon', estimateMinutes: 300, cast: ['Lin'] },
		c: { set: 'quay', estimateMinutes: 600, cast: ['Qiao'] },
		d: { set: 'quay', estimateMinutes: 120, cast: ['Qiao'] },
		e: { set: 'salon', estimateMinutes: 200, cast: ['Lin'] }
	},
	days: {
		D1: { date: day('2026-11-10'), strips: [{ scene: 'a' }] },
		D2: { date: day('2026-11-11'), strips: [{ scene: 'c' }, { scene: 'd' }] },
		D3: { date: day('2026-11-12'), strips: [{ scene: 'b' }] }
	},
	boneyard: [{ scene: 'e' }]
});
const board = boardOf(plan);
const move = (ids: string[], dayId: string | null, index: number) =>
	previewMove({
		...board,
		lookups: lookupsOf(plan),
		moving: new Set(ids as StripId[]),
		to: { dayId: dayId as ShootDayId | null, index }
	});

describe('check before the move', () => {
	it('from the boneyard to day 2: 275 minutes longer with the move, wrap later by as much, one more person under 10 h', () => {
		const preview = move(['e'], 'D2', 2);
		// Day 2: 45 + 720 + 60 + 30 = 855, wrap 21:15, 9 h 45 to the next call; Wang is short already.
		expect(board.nights[1]).toMatchObject({ restMinutes: 585, people: 1 });
		expect(preview.differences.get('D2' as ShootDayId)).toMatchObject({
			workedMinutes: 275,
			wrapMinutes: 275,
			companyMoves: 1
		});
		expect(preview.moreUnderRest).toBe(1);
		expect([...preview.summaries.keys()]).toEqual(['D2']);
		expect(preview.nights.map((night) => night.fromDayId)).toEqual(['D1', 'D2']);
	});

	it('between two days both change, and every night beside them', () => {
		const preview = move(['d'], 'D1', 1);
		expect([...preview.summaries.keys()].sort()).toEqual(['D1', 'D2']);
		expect(preview.differences.get('D2' as ShootDayId)?.workedMinutes).toBe(-120);
		expect(preview.differences.get('D1' as ShootDayId)?.workedMinutes).toBe(195);
		// Day 2 now wraps at 19:15: the night that was short no longer is.
		expect(preview.moreUnderRest).toBe(-1);
	});

	it('to the boneyard only the day left behind changes', () => {
		const preview = move(['c'], null, 0);
		expect([...preview.summaries.keys()]).toEqual(['D2']);
		expect(preview.summaries.get('D2' as ShootDayId)?.estimatedMinutes).toBe(120);
	});

	it('within a day the order changes and nothing else', () => {
		const preview = move(['d'], 'D2', 0);
		expect(preview.summaries.get('D2' as ShootDayId)?.timed.map((strip) => strip.stripId)).toEqual([
			'd',
			'c'
		]);
		expect(preview.differences.get('D2' as ShootDayId)?.workedMinutes).toBe(0);
	});

	it('a locked strip stays where it is', () => {
		const columns = board.columns.map((column) => ({
			...column,
			strips: column.strips.map((strip) => ({ ...strip, locked: true }))
		}));
		const preview = previewMove({
			...board,
			columns,
			lookups: lookupsOf(plan),
			moving: new Set(['d'] as StripId[]),
			to: { dayId: 'D1' as ShootDayId, index: 0 }
		});
		expect(preview.differences.get('D1' as ShootDayId)?.workedMinutes).toBe(0);
		expect(preview.moreUnderRest).toBe(0);
	});

	it('what it shows is what the board reckons after the move', () => {
		const preview = move(['e', 'd'], 'D3', 1);
		const moved = planOf({
			crew: ['Wang'],
			sets: { salon: 'villa', quay: 'harbour' },
			scenes: Object.fromEntries(
				[...plan.scenes].map(([id, scene]) => [id, { ...scene, set: scene.setId!, cast: [...scene.castIds] }])
			),
			days: {
				D1: { date: day('2026-11-10'), strips: [{ scene: 'a' }] },
				D2: { date: day('2026-11-11'), strips: [{ scene: 'c' }] },
				D3: { date: day('2026-11-12'), strips: [{ scene: 'b' }, { scene: 'e' }, { scene: 'd' }] }
			}
		});
		const after = boardOf(moved);
		expect(preview.summaries.get('D3' as ShootDayId)).toEqual(after.summaries[2]);
		expect(preview.nights).toEqual(after.nights);
	});
});

describe('"Move to day…"', () => {
	it('offers the day with the same location and cast and least trouble first, behind the same set', () => {
		const ranked = rankDays({ ...board, lookups: lookupsOf(plan), moving: new Set(['e'] as StripId[]) });
		expect(ranked.map(({ dayId }) => dayId)).toEqual(['D3', 'D1', 'D2']);
		expect(ranked[0]).toMatchObject({
			index: 1,
			sameLocation: 1,
			locationsKnown: 1,
			castCalled: 1,
			castNeeded: 1,
			moreMinutes: 200,
			moreOvertime: 0
		});
		// 475 + 200 = 675 minutes on day 1: 75 past the agreed day.
		expect(ranked[1]).toMatchObject({ moreOvertime: 75, moreBeyond: 0 });
		expect(ranked[2]).toMatchObject({ sameLocation: 0, castCalled: 0, moreUnderRest: 1 });
	});

	it('does not offer a wrapped day, nor the day the strips are on', () => {
		const wrapped = {
			...board,
			summaries: board.summaries.map((day, i) => (i === 2 ? { ...day, wrapped: true } : day))
		};
		const ranked = rankDays({ ...wrapped, lookups: lookupsOf(plan), moving: new Set(['a'] as StripId[]) });
		expect(ranked.map(({ dayId }) => dayId)).toEqual(['D2']);
	});
});

describe('shoot day numbers', () => {
	it('count dates: two units of a date share a number, days without a date follow', () => {
		const days = planOf({
			days: {
				late: { date: day('2026-11-12'), strips: [] },
				none: { strips: [] },
				b: { date: day('2026-11-10'), unit: 'B', strips: [] },
				a: { date: day('2026-11-10'), unit: 'A', strips: [] }
			}
		}).days.values();
		expect([...dayNumbers(days)]).toEqual([
			['a', 1],
			['b', 1],
			['late', 2],
			['none', 3]
		]);
	});
});
