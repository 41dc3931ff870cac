import { describe, expect, it } from 'vitest';
import { day } from '../calendar/day-key.ts';
import { columnsOf } from './columns.ts';
import { lookupsOf } from './lookups.ts';
import { summariseDay } from './summarise-day.ts';
import { planOf, type DayIn, type PlanIn } from './testing/plan-of.ts';

const PLACES = { salon: 'villa', kitchen: 'villa', quay: 'harbour' };

function summaryOf(one: DayIn, more: PlanIn = {}) {
	const plan = planOf({ sets: PLACES, ...more, days: { D: { date: day('2026-11-12'), ...one } } });
	const [column] = columnsOf(plan).columns;
	return summariseDay({ ...lookupsOf(plan), ...column! });
}

/** Call 07:00, 45 min to the first shot, meal 60, wrap 30, move 75, change of set 20. */
const GOLDEN: PlanIn = {
	crew: ['Wang', 'Li'],
	cast: { Lin: 'Actor A' },
	scenes: {
		'1-1': { set: 'salon', estimateMinutes: 120, eighths: 8, cast: ['Lin'] },
		'1-2': { set: 'salon', estimateMinutes: 90, eighths: 6, cast: ['Qiao'] },
		'1-3': { set: 'kitchen', estimateMinutes: 60, eighths: 3, cast: ['Qiao'] },
		'1-4': { set: 'quay', estimateMinutes: 100, eighths: 5, cast: ['Lin'] }
	}
};
const ALL = ['1-1', '1-2', '1-3', '1-4'].map((scene) => ({ scene }));

describe('a golden day', () => {
	const summary = summaryOf({ strips: ALL }, GOLDEN);

	it('lasts 45 + 370 + 20 + 75 + 60 + 30 = 600 minutes, of which 540 are worked', () => {
		expect(summary).toMatchObject({
			callAt: 420,
			wrapAt: 1020,
			lengthMinutes: 600,
			workedMinutes: 540,
			regularMinutes: 540,
			overtimeMinutes: 0,
			beyondMinutes: 0,
			estimatedMinutes: 370,
			leftMinutes: 370
		});
	});

	it('counts 22 eighths, four scenes, two cast, one company move and one change of set', () => {
		expect(summary).toMatchObject({
			eighths: 22,
			sceneCount: 4,
			castCount: 2,
			companyMoves: 1,
			setChanges: 1
		});
	});

	it('runs 07:45, 09:45, 11:35 and, after the meal at 12:35 and the move, 14:50', () => {
		expect(summary.timed.map((strip) => [strip.startsAt, strip.endsAt, strip.change])).toEqual([
			[465, 585, 'none'],
			[585, 675, 'none'],
			[695, 755, 'set'],
			[890, 990, 'move']
		]);
		expect(summary.meals).toEqual([{ startsAt: 755, minutes: 60 }]);
	});

	it('calls the crew from call to wrap and the cast from own call to own wrap', () => {
		const of = (who: string) => summary.called.find((one) => one.who === who);
		expect(of('Wang')).toMatchObject({ crew: true, callAt: 420, wrapAt: 1020, workedMinutes: 540 });
		expect(of('Actor A')).toMatchObject({ characterIds: ['Lin'], callAt: 420, wrapAt: 1020 });
		// Qiao: 45 minutes before 1-2 at 09:45, until 30 after 1-3 at 12:35, 30 of them in the meal.
		expect(of('Qiao')).toMatchObject({ personId: null, callAt: 540, wrapAt: 785, workedMinutes: 215 });
	});
});

describe('overtime on a day', () => {
	it('twelve pages at 50 minutes are 675 minutes worked: 75 past the agreed ten hours', () => {
		const summary = summaryOf({ strips: [{ scene: 'a' }] }, { scenes: { a: { eighths: 96 } } });
		expect(summary).toMatchObject({
			workedMinutes: 675,
			regularMinutes: 600,
			overtimeMinutes: 75,
			beyondMinutes: 0
		});
	});

	it('900 minutes worked are 600 regular, 240 overtime and 60 beyond the longest day', () => {
		const summary = summaryOf({ strips: [{ scene: 'a' }] }, { scenes: { a: { estimateMinutes: 825 } } });
		expect(summary).toMatchObject({ regularMinutes: 600, overtimeMinutes: 240, beyondMinutes: 60 });
	});

	it('a wrapped day is as long as it was, not as it was planned', () => {
		const summary = summaryOf({ strips: ALL, wrappedAt: 1530 }, GOLDEN);
		expect(summary).toMatchObject({
			wrapped: true,
			wrapAt: 1530,
			forecastWrapAt: 1020,
			lengthMinutes: 1110,
			workedMinutes: 1050
		});
		expect(summary.called.find((one) => one.who === 'Actor A')?.wrapAt).toBe(1530);
		expect(summary.called.find((one) => one.who === 'Qiao')?.wrapAt).toBe(785);
	});
});

describe('what takes no time', () => {
	it('an empty day calls nobody and has no length', () => {
		expect(summaryOf({ strips: [] }, GOLDEN)).toMatchObject({ lengthMinutes: 0, wrapAt: 420, called: [] });
	});

	it('a dropped strip takes no time, no move and no eighths, but is counted as dropped', () => {
		const strips = ALL.map((strip) =>
			strip.scene === '1-4' ? { ...strip, status: 'dropped' as const } : strip
		);
		expect(summaryOf({ strips }, GOLDEN)).toMatchObject({
			companyMoves: 0,
			eighths: 17,
			sceneCount: 3,
			dropped: 1,
			lengthMinutes: 425
		});
	});

	it('an omitted scene takes none either, unless it was shot before', () => {
		const scenes = { a: { estimateMinutes: 60, omitted: true } };
		expect(summaryOf({ strips: [{ scene: 'a' }] }, { scenes }).lengthMinutes).toBe(0);
		const shot = summaryOf({ strips: [{ scene: 'a', status: 'shot', actualMinutes: 50 }] }, { scenes });
		expect(shot).toMatchObject({ estimatedMinutes: 50, scenesShot: 1 });
	});
});

describe('shot and partial', () => {
	it('a partial keeps what was shot; what is left is the rest of the day', () => {
		const strips = [
			{ scene: '1-1', status: 'shot' as const, actualMinutes: 150 },
			{ scene: '1-2', status: 'partial' as const, part: 1, eighths: 4, actualMinutes: 70 },
			{ scene: '1-3' }
		];
		expect(summaryOf({ strips }, GOLDEN)).toMatchObject({
			estimatedMinutes: 280,
			leftMinutes: 60,
			eighths: 15,
			eighthsShot: 12,
			scenesShot: 1,
			partial: 1
		});
	});
});

describe('banners', () => {
	it('a meal banner takes the place of the reckoned meal', () => {
		const strips = [{ scene: '1-1' }, { bannerKind: 'meal' as const, minutes: 40 }, { scene: '1-2' }];
		const summary = summaryOf({ strips }, GOLDEN);
		expect(summary.meals).toEqual([{ startsAt: 585, minutes: 40 }]);
		expect(summary.lengthMinutes).toBe(45 + 120 + 40 + 90 + 30);
	});

	it('a move banner takes the place of the reckoned move', () => {
		const strips = [{ scene: '1-3' }, { bannerKind: 'move' as const, minutes: 30 }, { scene: '1-4' }];
		expect(summaryOf({ strips }, GOLDEN)).toMatchObject({
			companyMoves: 1,
			lengthMinutes: 45 + 60 + 30 + 100 + 60 + 30
		});
	});
});

describe('moves', () => {
	it('a set nobody has given a location makes no company move', () => {
		const sets = { ...PLACES, somewhere: null };
		const scenes = {
			a: { set: 'salon' },
			b: { set: 'somewhere' },
			c: { set: 'kitchen' },
			d: { set: 'quay' }
		};
		const strips = ['a', 'b', 'c', 'd'].map((scene) => ({ scene }));
		expect(summaryOf({ strips }, { sets, scenes })).toMatchObject({ companyMoves: 1, setChanges: 2 });
	});
});

describe('people', () => {
	it('somebody who plays two characters is called once', () => {
		const more: PlanIn = {
			cast: { Twin: 'Actor', Brother: 'Actor' },
			scenes: { a: { cast: ['Twin'] }, b: { cast: ['Brother'] } }
		};
		const summary = summaryOf({ strips: [{ scene: 'a' }, { scene: 'b' }] }, more);
		expect(summary.castCount).toBe(1);
		expect(summary.called[0]?.characterIds).toEqual(['Twin', 'Brother']);
	});

	it('a director who also acts works the whole day, once', () => {
		const more: PlanIn = {
			crew: ['Director'],
			cast: { Judge: 'Director' },
			scenes: { a: { cast: ['Judge'] } }
		};
		const summary = summaryOf({ strips: [{ scene: 'a' }] }, more);
		expect(summary.called).toHaveLength(1);
		expect(summary.called[0]).toMatchObject({ crew: true, characterIds: ['Judge'] });
		expect(summary.castCount).toBe(1);
	});
});
