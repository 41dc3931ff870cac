import { describe, expect, it } from 'vitest';
import { day } from '../calendar/day-key.ts';
import { ruleChangeRecord } from '../hours/own-rules/record.ts';
import type { RuleChangeId } from '../ids.ts';
import { conflicts } from './conflicts.ts';
import { newRow } from './new-rows.ts';
import { planOf, type PlanIn } from './testing/plan-of.ts';

const of = (rule: string, given: PlanIn) =>
	conflicts(planOf(given)).filter((finding) => finding.rule === rule);
const D1 = day('2026-11-10');
const D2 = day('2026-11-11');

describe('rules of the schedule', () => {
	it('S1: 900 minutes worked are 60 beyond the longest day of 14 h', () => {
		const [finding, ...more] = of('S1', {
			scenes: { a: { estimateMinutes: 825 } },
			days: { D: { date: D1, strips: [{ scene: 'a' }] } }
		});
		expect(finding).toMatchObject({
			severity: 'bad',
			about: { dayId: 'D' },
			figures: { worked: 900, limit: 840, over: 60 }
		});
		expect(more).toEqual([]);
	});

	it('S1: exactly the longest day is within it', () => {
		expect(
			of('S1', {
				scenes: { a: { estimateMinutes: 765 } },
				days: { D: { date: D1, strips: [{ scene: 'a' }] } }
			})
		).toEqual([]);
	});

	it('S2: one finding a night names how many, and how short the worst is', () => {
		const found = of('S2', {
			crew: ['Wang', 'Li'],
			scenes: { a: {}, b: {} },
			days: {
				D: { date: D1, wrappedAt: 1530, strips: [{ scene: 'a' }] },
				E: { date: D2, strips: [{ scene: 'b' }] }
			}
		});
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({
			severity: 'bad',
			about: { fromDayId: 'D', toDayId: 'E' },
			figures: { people: 2, rest: 330, limit: 600, short: 270 }
		});
	});

	it('S3: a day past the agreed ten hours is a warning with its minutes', () => {
		const [finding] = of('S3', {
			scenes: { a: { eighths: 96 } },
			days: { D: { date: D1, strips: [{ scene: 'a' }] } }
		});
		expect(finding).toMatchObject({ severity: 'warn', figures: { worked: 675, limit: 600, over: 75 } });
	});

	it('S4: two company moves on a day, not one', () => {
		const given = (strips: string[]): PlanIn => ({
			sets: { salon: 'villa', quay: 'harbour' },
			scenes: { a: { set: 'salon' }, b: { set: 'quay' }, c: { set: 'salon' } },
			days: { D: { date: D1, strips: strips.map((scene) => ({ scene })) } }
		});
		expect(of('S4', given(['a', 'b', 'c']))[0]?.figures).toEqual({ moves: 2, minutes: 150 });
		expect(of('S4', given(['a', 'c', 'b']))).toEqual([]);
	});

	it('S5: a judicial title shot before its planning number, by days', () => {
		const given = (gate: object, subject: 'judicial' | 'general' = 'judicial'): PlanIn => ({
			production: { subject, startsOn: day('2026-10-20') },
			scenes: { a: {}, b: {} },
			days: { D: { date: D1, strips: [{ scene: 'a' }] }, E: { date: D2, strips: [{ scene: 'b' }] } },
			gates: [{ kind: 'planning', ...gate }]
		});
		const late = of('S5', given({ plannedOn: D1, decidedOn: D2, status: 'approved' }));
		expect(late).toMatchObject([
			{ severity: 'bad', about: { dayId: 'D' }, figures: { early: 1, decided: 1 } }
		]);
		expect(of('S5', given({ decidedOn: D1, status: 'approved' }))).toEqual([]);
		expect(of('S5', given({ plannedOn: D2 }))).toMatchObject([{ figures: { early: 1, decided: 0 } }]);
		expect(of('S5', given({}))).toHaveLength(2);
		expect(of('S5', given({}, 'general'))).toEqual([]);
	});

	it('S6: one of the cast on two units of a date, worse when at the same time', () => {
		const found = of('S6', {
			crew: ['Wang'],
			scenes: { a: { cast: ['Lin'], estimateMinutes: 60 }, b: { cast: ['Lin'], estimateMinutes: 60 } },
			days: {
				A: { date: D1, strips: [{ scene: 'a' }] },
				B: { date: D1, unit: 'B', callAt: 480, strips: [{ scene: 'b' }] }
			}
		});
		// Unit A 07:00–10:15, unit B 08:00–11:15.
		expect(found).toMatchObject([{ severity: 'bad', about: { who: 'Lin' }, figures: { overlap: 135 } }]);
	});

	it('S7: a scene on two days; parts and the make-up of a dropped strip are no double', () => {
		const given = (first: object, second: object): PlanIn => ({
			scenes: { a: { eighths: 8 } },
			days: {
				D: { date: D1, strips: [{ id: 's1' as never, scene: 'a', ...first }] },
				E: { date: D2, strips: [{ id: 's2' as never, scene: 'a', ...second }] }
			}
		});
		expect(of('S7', given({}, {}))).toMatchObject([
			{ severity: 'bad', about: { sceneId: 'a' }, figures: { strips: 2 } }
		]);
		expect(of('S7', given({ part: 1 }, { part: 1 }))).toHaveLength(1);
		expect(of('S7', given({ part: 1, eighths: 4 }, { part: 2, eighths: 4 }))).toEqual([]);
		expect(of('S7', given({ status: 'dropped' }, {}))).toEqual([]);
	});

	it('S8: an omitted scene on a day, unless it was shot', () => {
		const given = (strip: object): PlanIn => ({
			scenes: { a: { omitted: true } },
			days: { D: { date: D1, strips: [{ scene: 'a', ...strip }] } }
		});
		expect(of('S8', given({}))).toHaveLength(1);
		expect(of('S8', given({ status: 'shot' }))).toEqual([]);
	});

	it('S9: scenes in the boneyard or without a strip, with their eighths; omitted ones need no day', () => {
		const found = of('S9', {
			scenes: { a: { eighths: 3 }, b: { eighths: 8 }, c: { omitted: true }, d: { eighths: 8 }, e: {} },
			days: {
				D: {
					date: D1,
					strips: [{ scene: 'e' }, { scene: 'd', id: 'd1' as never, status: 'partial', part: 1, eighths: 5 }]
				}
			},
			boneyard: [{ scene: 'b' }, { scene: 'd', id: 'd2' as never, part: 2, eighths: 3 }]
		});
		expect(found.map((finding) => [finding.about['sceneId'], finding.figures['eighths']])).toEqual([
			['a', 3],
			['b', 8],
			['d', 3]
		]);
	});

	it('the worst comes first', () => {
		const severities = conflicts(
			planOf({
				scenes: { a: { estimateMinutes: 825 }, b: {} },
				days: { D: { date: D1, strips: [{ scene: 'a' }] } }
			})
		).map((finding) => finding.severity);
		expect(severities).toEqual(['bad', 'warn', 'warn', 'info']);
	});
});

describe('S14: what the rules of hours allow a day to be', () => {
	/** Worked 12 h: by Chinese standard hours eight and three are the most. */
	const given: PlanIn = {
		production: { ruleSet: 'cn-standard' },
		scenes: { a: { estimateMinutes: 645 }, b: { estimateMinutes: 585 } },
		days: { D: { date: D1, strips: [{ scene: 'a' }] }, E: { date: D2, strips: [{ scene: 'b' }] } }
	};
	const limited = (what: string, value: string | number | null) => {
		const ruleSet = what.startsWith('day') ? '' : 'cn-standard';
		const row = newRow(ruleChangeRecord, 'c' as RuleChangeId, { ruleSet, what, value, at: 1 });
		return conflicts({ ...planOf(given), ruleChanges: new Map([[row.id, row]]) }).filter(
			({ rule }) => rule === 'S14'
		);
	};
	it('is said once, about the longest of the days past it; exactly at it is within', () => {
		expect(of('S14', given)).toEqual([
			{
				...{ rule: 'S14', severity: 'warn', about: { dayId: 'D' } },
				figures: { days: 1, worked: 720, limit: 660, over: 60 }
			}
		]);
	});
	it('follows the production’s own number, and its calendar: a day of rest is no day extended', () => {
		expect(limited('limit.OT_DAY_GT_3H.overMin', 240)).toEqual([]);
		expect(limited('limit.OT_DAY_GT_3H.overMin', 60)[0]?.figures).toMatchObject({ days: 2, limit: 540 });
		expect(limited(`day ${D1}`, 'off')).toEqual([]);
	});
	it('is nothing rules without such a limit say', () => {
		expect(of('S14', { ...given, production: { ruleSet: 'us-ca-crew' } })).toEqual([]);
	});
});
